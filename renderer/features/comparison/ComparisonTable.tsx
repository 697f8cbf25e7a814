import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import { criteriaOf, type Framework, gradeOf, judgementOf, listedOf } from '../../../shared/domain/framework.ts'
import type { Counts } from '../../../shared/domain/verdict.ts'
import { dayOf, labelOf } from '../../i18n/i18n.ts'
import { JudgementMark } from '../../ui/JudgementMark.tsx'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { Arrow } from './Arrow.tsx'
import styles from './comparison.module.css'
import { type Round, useKindName } from './round.ts'
import { developmentOf, type Filter, passes, type Row } from './row.ts'

interface Props {
  filter: Filter
  before: Round
  after: Round
  comparison: Comparison
  framework: Framework
  frameworkBefore: Framework
}

/** Per criterion its judgements and counts, and below it each expectation in both rounds. */
export function ComparisonTable({ filter, before, after, comparison, framework, frameworkBefore }: Props) {
  const { t } = useTranslation()
  const kindOf = useKindName()
  const titles = new Map([frameworkBefore, framework].flatMap(criteriaOf).map((criterion) => [criterion.id, criterion.title]))
  const listed = new Map([frameworkBefore, framework].flatMap(listedOf).map((expectation) => [expectation.id, expectation]))
  const groups = comparison.criteria.map((criterion) => ({
    criterion,
    rows: comparison.expectations.filter((row) => listed.get(row.expectation)?.criterion === criterion.criterion && passes(filter, row, framework)),
  }))
  const shown = groups.filter(({ rows }) => rows.length > 0)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('comparison.table')}>
      <table className={styles.table}>
        <caption className={styles.unseen}>{t('comparison.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparison.number')}</th>
            <th scope="col">{t('comparison.expectation')}</th>
            {[before, after].map((round) => <th key={round.id} scope="col">{kindOf(round)} <small>{round.firstDay && dayOf(round.firstDay)}</small></th>)}
            <th scope="col">{t('comparison.development')}</th>
          </tr>
        </thead>
        {shown.map(({ criterion, rows }) => (
          <tbody key={criterion.criterion}>
            <CriterionRow criterion={criterion} title={titles.get(criterion.criterion) ?? ''} framework={framework} frameworkBefore={frameworkBefore} />
            {rows.map((row) => (
              <ExpectationRow
                key={row.expectation}
                row={row}
                statement={listed.get(row.expectation)?.statement ?? ''}
                framework={framework}
                frameworkBefore={frameworkBefore}
              />
            ))}
          </tbody>
        ))}
      </table>
      {shown.length === 0 && <p className={styles.nothing}>{t('comparison.nothing')}</p>}
    </div>
  )
}

interface CriterionProps extends Pick<Props, 'framework' | 'frameworkBefore'> {
  criterion: Comparison['criteria'][number]
  title: string
}

function CriterionRow({ criterion: { number, before, after, countsBefore, countsAfter }, title, framework, frameworkBefore }: CriterionProps) {
  const { t } = useTranslation()
  const development = developmentOf(framework.scales.judgement, before, after)
  const cell = (from: Framework, code: string | null, counts: Counts | null) => {
    const judgement = judgementOf(from, code)
    return (
      <td>
        {counts && <span className={styles.code}><JudgementMark scale={from.scales.judgement} code={code} /> {judgement ? labelOf(judgement) : t('rating.none')}</span>}
        {counts && counts.open === 0 && <small>{t('comparison.metOf', { met: counts.met, assessed: counts.assessed })}</small>}
      </td>
    )
  }
  return (
    <tr className={styles.criterion}>
      <th scope="row">{number}</th>
      <th scope="rowgroup" lang={framework.language}>{title}</th>
      {cell(frameworkBefore, before, countsBefore)}
      {cell(framework, after, countsAfter)}
      <td><Arrow development={development} /> {t(`comparison.${development}`)}</td>
    </tr>
  )
}

interface RowProps extends Pick<Props, 'framework' | 'frameworkBefore'> {
  row: Row
  statement: string
}

function ExpectationRow({ row, statement, framework, frameworkBefore }: RowProps) {
  const { t } = useTranslation()
  const cell = (from: Framework, code: string | null, absent: boolean) => {
    const grade = gradeOf(from, code)
    if (absent) return <td className={styles.soft}>{t('comparison.absent')}</td>
    if (row.development === 'not-assessed') return <td><span className={styles.code}><RatingMark shown="not-assessed" /> {t('rating.not-assessed')}</span></td>
    return <td><span className={styles.code}><RatingMark shown={grade ? shownOf(grade) : 'none'} /> {grade ? labelOf(grade) : t('rating.none')}</span></td>
  }
  return (
    <tr data-development={row.development}>
      <th scope="row">{row.number}</th>
      <td>
        <span lang={framework.language}>{statement}</span>
        {row.changedText && <span className={styles.changed}>{t('finding.changed')}</span>}
      </td>
      {cell(frameworkBefore, row.before, row.in === 'after')}
      {cell(framework, row.after, row.in === 'before')}
      <td><Arrow development={row.development} /> {t(`comparison.${row.development}`)}</td>
    </tr>
  )
}
