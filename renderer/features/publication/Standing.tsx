import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './publication.module.css'
import { StepForm } from './StepForm.tsx'
import type { Publication } from './told.ts'

type Bar = Publication['bars'][number]['code']

/** Where each thing that bars adoption is put right. */
const STAGES: Readonly<Record<Exclude<Bar, 'own-wording'>, string>> = {
  unsigned: 'ondertekenen', differences: 'ondertekenen', 'open-expectations': 'oordelen', 'unchecked-parts': 'overnemen', 'open-remarks': 'wederhoor',
  'check-running': 'wederhoor', 'privacy-hits': 'privacy', 'pictures-unanswered': 'privacy', privileged: 'documenten',
}
const placeOf = (inspection: string, bar: Bar) => (bar === 'own-wording' ? '/toetsingskaders' : `/inspectie/${inspection}/${STAGES[bar]}`)

/** Where the report stands, what bars adopting it, and the next step. */
export function Standing({ inspection, publication }: { inspection: string; publication: Publication }) {
  const { t } = useTranslation()
  const { standing: { state, since, adopted, suspended, misplaced }, changed, bars, next, first, mayRecord } = publication
  const signatures = useAnswer(api.publicVersion.adoptions, { inspection })
  const isAdopting = next.some(({ kind }) => kind === 'adopted')
  return (
    <Part title={t('publication.standing')}>
      <p className={styles.state}><strong>{t(`publicationState.${state}`)}</strong>{since && <> {t('publication.since', { day: dayOf(since) })}</>}</p>
      {adopted && <p>{t('publication.adopted', { day: dayOf(adopted.day), by: adopted.by })} <code>{adopted.bundle.slice(0, 16)}…</code></p>}
      {adopted && signatures.filter(({ manifest }) => manifest === adopted.bundle).map(({ sha256, by, words, language, holds }) => (
        <p key={sha256}>{t('publication.signed', { name: by, language: t(`letter.languages.${language}`), words: words.join(' ') })}{!holds && <strong> {t('publication.signatureWrong')}</strong>}</p>
      ))}
      {adopted === null && <p>{t('publication.concept')}</p>}
      {changed && <Notice tone="warning">{t('publication.changed')}</Notice>}
      {suspended && <Notice tone="warning">{t('publication.suspended')}</Notice>}
      {misplaced.length > 0 && <Notice tone="warning">{t('publication.misplaced', { count: misplaced.length })}</Notice>}
      {first && (state === 'decided' || state === 'sent') && <p>{t('publication.from', { day: dayOf(first) })}</p>}
      {isAdopting && bars.length > 0 && (
        <Notice tone="warning">
          <strong>{t('publication.bars')}</strong>
          <ul>{bars.map(({ code, count }) => <li key={code}><Link href={placeOf(inspection, code)}>{t(`publicationBar.${code}`)}</Link>{count > 1 && ` (${count})`}</li>)}</ul>
        </Notice>
      )}
      {mayRecord ? <StepForm key={`${inspection} ${state} ${suspended}`} inspection={inspection} publication={publication} /> : <Notice tone="note">{t('publication.mayNot')}</Notice>}
    </Part>
  )
}
