import { useTranslation } from 'react-i18next'
import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { TextField } from '../../field/TextField.tsx'
import { sentenceOf } from '../../i18n/i18n.ts'
import { buttons, row } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PrintedPage } from '../../ui/PrintedPage.tsx'
import { Running } from '../../ui/Running.tsx'
import { today } from '../../ui/today.ts'
import styles from './letter.module.css'
import type { ListedLetter } from './listed.ts'

interface Props {
  inspection: string
  /** The supervision file in which the letter stands. */
  file: string
  letter: ListedLetter
}

/** One letter: what it says at the left, how it will print at the right. */
export function LetterText({ inspection, file, letter: { id, language, fields, drafts, composed } }: Props) {
  const { t } = useTranslation()
  const page = useAnswer(api.letter.read, { inspection, letter: id })
  const sent = useOrder(api.letter.sent, 'screen')
  const labelOf = (field: keyof typeof fields) => t(`letter.field.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection: file, entity: 'outgoingLetter' as const, entityId: id, field }, label: labelOf(field), field: fields[field],
  })
  return (
    <div className={styles.opened}>
      <div className={styles.side}>
        {composed !== null && <Outdated inspection={inspection} letter={id} />}
        <LineAnswer {...at('subject')} />
        <div className={row}><DayAnswer {...at('dated')} /><LineAnswer {...at('reference')} /></div>
        <TextField {...at('addressees')} hint={t('letter.addresseesHint')} draft={drafts.addressees ?? null} />
        <TextField {...at('copies')} hint={t('letter.addresseesHint')} draft={drafts.copies ?? null} />
        <TextField {...at('text')} hint={t('letter.textHint')} draft={drafts.text ?? null} />
        <SaveLetter inspection={inspection} letter={id} />
        {fields.sentOn.value === null && (
          <button type="button" disabled={sent.isPending} onClick={() => sent.mutate({ inspection, letter: id, day: today() })}>{t('letter.send')}</button>
        )}
        {sent.error && <Notice tone="refused">{sentenceOf(sent.error)}</Notice>}
        {sent.data && <p role="status">{t('letter.registered', { count: sent.data.registered })}</p>}
      </div>
      <PrintedPage page={page} language={language} label={t('letter.paper')} />
    </div>
  )
}

/** The data say something else than when the text was composed. */
function Outdated({ inspection, letter }: { inspection: string; letter: string }) {
  const { t } = useTranslation()
  const [compose, keep] = [useOrder(api.letter.compose), useOrder(api.letter.keep)]
  return (
    <Notice tone="warning">
      <p>{t('letter.outdated')}</p>
      <div className={buttons}>
        <button type="button" onClick={() => compose.mutate({ inspection, letter })}>{t('letter.compose')}</button>
        <button type="button" data-quiet onClick={() => keep.mutate({ inspection, letter })}>{t('letter.keep')}</button>
      </div>
    </Notice>
  )
}

function SaveLetter({ inspection, letter }: { inspection: string; letter: string }) {
  const { t } = useTranslation()
  const write = useOrder(written(api.letter.write), 'screen')
  const save = async (format: ReportFormat) => {
    const file = await window.bridge.save(`brief-${letter.slice(-8)}.${format}`)
    if (file) write.mutate({ inspection, letter, format, file })
  }
  return (
    <div className={buttons}>
      {(['docx', 'pdf', 'html'] as const).map((format) => (
        <button key={format} type="button" disabled={write.isPending} onClick={() => void save(format)}>{t(`report.${format}`)}</button>
      ))}
      {write.isPending && <Running progress={write.progress} label={t('report.saving')} onCancel={write.cancel} />}
      {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
      {write.isSuccess && <p role="status">{t('report.saved')}</p>}
    </div>
  )
}
