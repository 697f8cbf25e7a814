import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Ground, needsGround, needsReason, type StepKind } from '../../../shared/domain/publication.ts'
import { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useOrder } from '../../api.ts'
import { sentenceFor } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './publication.module.css'
import type { Publication } from './told.ts'

/** Records the next step, on the day on which it was taken; why one cannot be taken today is told before it is tried. */
export function StepForm({ inspection, publication: { next, today } }: { inspection: string; publication: Publication }) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<StepKind>(next[0]!.kind)
  const [day, setDay] = useState<string | null>(today)
  const [by, setBy] = useState('')
  const [reason, setReason] = useState('')
  const [ground, setGround] = useState<Ground>('objection')
  const [languages, setLanguages] = useState<readonly ReportLanguage[]>(['nl'])
  const record = useOrder(api.publication.record)
  const refusal = next.find((one) => one.kind === kind)?.refusal
  const lacks = day === null || by.trim() === '' || (needsReason(kind) && reason.trim() === '') || languages.length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (day === null || lacks) return
    const step = { kind, day, by: by.trim(), reason: reason.trim() || null, ground: needsGround(kind) ? ground : null }
    record.mutate({ inspection, step, ...(kind === 'adopted' && { languages: [...languages] }) }, { onSuccess: () => setReason('') })
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('publication.recordStep')}>
      <Labelled label={t('publication.step')} hint={refusal && sentenceFor(refusal)}>
        <select value={kind} onChange={({ target }) => setKind(next.find((one) => one.kind === target.value)!.kind)}>
          {next.map((one) => <option key={one.kind} value={one.kind}>{t(`publicationStep.${one.kind}`)}</option>)}
        </select>
      </Labelled>
      <DayField label={t('publication.day')} value={day} onChange={setDay} />
      <Labelled label={t('publication.by')} hint={t('publication.byHint')}>
        <input autoComplete="off" maxLength={400} value={by} onChange={({ target }) => setBy(target.value)} />
      </Labelled>
      {kind === 'adopted' && <Languages chosen={languages} onChoose={setLanguages} />}
      {needsGround(kind) && (
        <Labelled label={t('publication.groundLabel')}>
          <select value={ground} onChange={({ target }) => setGround(Ground.parse(target.value))}>
            {Ground.options.map((one) => <option key={one} value={one}>{t(`publication.ground.${one}`)}</option>)}
          </select>
        </Labelled>
      )}
      <Labelled label={t(needsReason(kind) ? 'publication.reason' : 'publication.note')}>
        <input autoComplete="off" maxLength={4_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      </Labelled>
      {kind === 'adopted' && <p className={styles.signing}>{t('publication.adoptExplain')}</p>}
      <button type="submit" disabled={lacks || record.isPending}>{t('publication.record')}</button>
    </form>
  )
}

/** In which languages the report is adopted: each is a page of its own under a signature of its own. */
function Languages({ chosen, onChoose }: { chosen: readonly ReportLanguage[]; onChoose: (languages: readonly ReportLanguage[]) => void }) {
  const { t } = useTranslation()
  const toggle = (language: ReportLanguage) => onChoose(ReportLanguage.options.filter((one) => (one === language) !== chosen.includes(one)))
  return (
    <fieldset className={styles.languages}>
      <legend>{t('publication.languages')}</legend>
      {ReportLanguage.options.map((language) => (
        <label key={language}><input type="checkbox" checked={chosen.includes(language)} onChange={() => toggle(language)} /> {t(`letter.languages.${language}`)}</label>
      ))}
    </fieldset>
  )
}
