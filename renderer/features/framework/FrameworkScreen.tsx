import { useTranslation } from 'react-i18next'
import type { Criterion, Expectation, Framework, Theme } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { Part, Screen } from '../../ui/Screen.tsx'
import { Contents, placeId } from './Contents.tsx'
import styles from './framework.module.css'
import { OfficialText } from './OfficialText.tsx'
import { OwnWording } from './OwnWording.tsx'
import { SaveFramework } from './SaveFramework.tsx'

/** One version of a framework, to be read as a document from top to bottom. */
export function FrameworkScreen({ hash }: { hash: string }) {
  const { t } = useTranslation()
  const framework = useAnswer(api.framework.get, { hash })
  const { title, version, inspectorates, provenance, rule, standard, scales, themes, unfinished } = framework
  const isOwn = JSON.stringify(framework).includes('"ownWording"')
  return (
    <Screen
      title={title}
      lead={t('framework.by', { version, inspectorates: inspectorates.join(', ') })}
      actions={(
        <>
          <button type="button" data-screen-only onClick={() => window.print()}>{t('draft.print')}</button>
          <SaveFramework hash={hash} name={framework.id} />
          {isOwn && <OfficialText hash={hash} framework={framework} />}
        </>
      )}
    >
      <Contents framework={framework} />
      <article className={styles.document} lang={framework.language}>
        {unfinished !== undefined && <Notice tone="warning">{t('draft.unfinished', { reason: unfinished })}</Notice>}
        {isOwn && <Notice tone="warning"><OwnWording /> {t('framework.ownPrevails')}</Notice>}
        <Part title={t('framework.rule')}>
          <p>{rule.statement} <OwnWording wording={rule.wording} /></p>
          <p>{standard.statement} <OwnWording wording={standard.wording} /></p>
          <p>{t('framework.outcomes')}: {rule.outcomes.map(labelOf).join(' · ')}</p>
          <p className={styles.scale}>{t('framework.ratings')}: {scales.rating.map((grade) => <span key={grade.code}><RatingMark shown={shownOf(grade)} /> {labelOf(grade)}</span>)}</p>
          <p>{t('framework.judgements')}: {scales.judgement.map((judgement) => `${judgement.code} ${labelOf(judgement)}`).join(' · ')}</p>
        </Part>
        {themes.map((theme) => <ThemePart key={theme.id} theme={theme} framework={framework} />)}
        <Part title={t('framework.footnotes')}>
          <dl className={styles.notes}>
            {framework.footnotes.map(({ id, number, text }) => (
              <div key={id} id={`noot-${id}`} tabIndex={-1}><dt>{number}</dt><dd>{text}</dd></div>
            ))}
          </dl>
        </Part>
        <Part title={t('framework.provenance')}>
          <ul>{provenance.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
        </Part>
        <p className={styles.hash}>{t('framework.hash')} <code>{hash}</code></p>
      </article>
    </Screen>
  )
}

function ThemePart({ theme: { id, number, title, aim, wording, criteria }, framework }: { theme: Theme; framework: Framework }) {
  return (
    <Part title={<span id={placeId('theme', id)} tabIndex={-1}>{number} {title}</span>}>
      {aim && <p className={styles.aim}>{aim} <OwnWording wording={wording} /></p>}
      {criteria.map((criterion) => <CriterionPart key={criterion.id} criterion={criterion} framework={framework} level={3} />)}
    </Part>
  )
}

/** A criterion with its expectations, then the criteria below it under headings of the next level. */
function CriterionPart({ criterion: { id, number, title, expectations, criteria = [] }, framework, level }: { criterion: Criterion; framework: Framework; level: 3 | 4 | 5 | 6 }) {
  const Heading = `h${level}` as const
  return (
    <section className={styles.criterion}>
      <Heading id={placeId('criterion', id)} tabIndex={-1}>{number} {title}</Heading>
      {expectations.length > 0 && (
        <ul>
          {expectations.map((expectation) => <Statement key={expectation.id} expectation={expectation} framework={framework} />)}
        </ul>
      )}
      {criteria.map((below) => <CriterionPart key={below.id} criterion={below} framework={framework} level={level === 6 ? 6 : (level + 1) as 4 | 5 | 6} />)}
    </section>
  )
}

function Statement({ expectation, framework }: { expectation: Expectation; framework: Framework }) {
  const { t } = useTranslation()
  const { number, statement, wording, assessed, notAssessedBecause, legal, limbs, guidance } = expectation
  const notes = expectation.footnotes.map((id) => framework.footnotes.find((note) => note.id === id)).filter((note) => note !== undefined)
  return (
    <li data-assessed={assessed}>
      <span className={styles.number}>{number}</span>
      <div>
        <p>
          {statement}
          {notes.map((note) => (
            <button
              key={note.id}
              type="button"
              className={styles.reference}
              aria-label={t('framework.footnote', { number: note.number })}
              onClick={() => document.getElementById(`noot-${note.id}`)?.focus()}
            >
              {note.number}
            </button>
          ))}
          {' '}<OwnWording wording={wording} />
          {legal && <span className={styles.legal}>{t('framework.legal')}</span>}
        </p>
        {limbs.length > 0 && <ul className={styles.limbs}>{limbs.map((limb) => <li key={limb}>{limb}</li>)}</ul>}
        {!assessed && <p className={styles.aside}><strong>{t('framework.notAssessed')}.</strong> {notAssessedBecause}</p>}
        {guidance && <p className={styles.aside}>{guidance}</p>}
      </div>
    </li>
  )
}
