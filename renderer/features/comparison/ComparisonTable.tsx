import { useTranslation } from 'react-i18next'
import type { Column } from '../../../shared/api/comparison.ts'
import type { Trend } from '../../../shared/domain/trend.ts'
import { dayOf, labelOf } from '../../i18n/i18n.ts'
import { JudgementMark } from '../../ui/JudgementMark.tsx'
import { Arrow } from './Arrow.tsx'
import styles from './comparison.module.css'
import { ExpectationRow } from './ExpectationRow.tsx'
import { useKindName } from './round.ts'
import { developmentOf, type Filter, passes } from './row.ts'

interface Props {
  filter: Filter
  columns: readonly Column[]
  trend: Trend
}

/** Per criterion its judgements and counts, and below it each expectation in all rounds. */
export function ComparisonTable({ filter, columns, trend }: Props) {
  const { t } = useTranslation()
  const kindOf = useKindName()
  const shown = trend.criteria
    .map((criterion) => ({ criterion, rows: trend.rows.filter((row) => row.criterion === criterion.criterion && passes(filter, row)) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('comparison.table')}>
      <table className={styles.table}>
        <caption className={styles.unseen}>{t('comparison.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('comparison.number')}</th>
            <th scope="col">{t('comparison.expectation')}</th>
            {columns.map((round) => <th key={round.id} scope="col">{kindOf(round)} <small>{round.firstDay && dayOf(round.firstDay)}</small></th>)}
            {columns.length > 2 && <th scope="col">{t('comparison.sinceFirst')}</th>}
            {columns.length > 1 && <th scope="col">{t(columns.length > 2 ? 'comparison.sinceLast' : 'comparison.development')}</th>}
          </tr>
        </thead>
        {shown.map(({ criterion, rows }) => (
          <tbody key={criterion.criterion}>
            <CriterionRow criterion={criterion} columns={columns} />
            {rows.map((row, at) => <ExpectationRow key={at} row={row} columns={columns} />)}
          </tbody>
        ))}
      </table>
      {shown.length === 0 && <p className={styles.nothing}>{t('comparison.nothing')}</p>}
    </div>
  )
}

function CriterionRow({ criterion: { number, title, cells }, columns }: { criterion: Trend['criteria'][number]; columns: readonly Column[] }) {
  const { t } = useTranslation()
  const scale = columns.at(-1)!.framework.scales.judgement
  const since = (at: number) => developmentOf(scale, cells.at(at)?.judgement ?? null, cells.at(-1)?.judgement ?? null)
  return (
    <tr className={styles.criterion}>
      <th scope="row">{number}</th>
      <th scope="rowgroup" lang={columns.at(-1)!.framework.language}>{title}</th>
      {cells.map((cell, at) => <td key={columns[at]!.id}>{cell && <Judged cell={cell} column={columns[at]!} />}</td>)}
      {(columns.length > 2 ? [0, -2] : columns.length > 1 ? [-2] : []).map((at) => (
        <td key={at}><Arrow development={since(at)} /> {t(`comparison.${since(at)}`)}</td>
      ))}
    </tr>
  )
}

function Judged({ cell: { judgement, marks }, column: { framework: { scales } } }: { cell: NonNullable<Trend['criteria'][number]['cells'][number]>; column: Column }) {
  const { t } = useTranslation()
  const said = scales.judgement.find(({ code }) => code === judgement)
  return (
    <>
      <span className={styles.code}><JudgementMark scale={scales.judgement} code={judgement} /> {said ? labelOf(said) : t('rating.none')}</span>
      {marks && <small>{t('comparison.metOf', { met: marks.met, assessed: marks.assessed })}{marks.printed && ` (${t('comparison.printed')})`}</small>}
    </>
  )
}
