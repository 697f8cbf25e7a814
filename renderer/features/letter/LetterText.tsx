import { useTranslation } from 'react-i18next'
import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { TextField } from '../../field/TextField.tsx'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { FormatButtons } from '../../ui/FormatButtons.tsx'
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
  /** A letter was made that corrects this one. */
  onMade: (letter: string) => void
}

/** One letter: what it says at the left, how it will print at the right. What was sent is fixed. */
export function LetterText({ inspection, file, letter, onMade }: Props) {
  const { t } = useTranslation()
  const page = useAnswer(api.letter.read, { inspection, letter: letter.id })
  const isSent = letter.fields.sentOn.value !== null
  return (
    <div className={styles.opened}>
      <div className={styles.side}>
        {isSent ? <Sent inspection={inspection} letter={letter} onMade={onMade} /> : <Unsent inspection={inspection} file={file} letter={letter} />}
        <SaveLetter inspection={inspection} letter={letter.id} />
        {!isSent && <Send inspection={inspection} letter={letter.id} />}
      </div>
      <PrintedPage page={page} language={letter.language} label={t('letter.paper')} />
    </div>
  )
}

function Unsent({ inspection, file, letter: { id, fields, drafts, composed, unaddressed } }: Omit<Props, 'onMade'>) {
  const { t } = useTranslation()
  const address = useOrder(api.letter.address)
  const labelOf = (field: keyof typeof fields) => t(`letter.field.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection: file, entity: 'outgoingLetter' as const, entityId: id, field }, label: labelOf(field), field: fields[field],
  })
  return (
    <>
      {composed !== null && <Outdated inspection={inspection} letter={id} />}
      <LineAnswer {...at('subject')} />
      <div className={row}><DayAnswer {...at('dated')} /><LineAnswer {...at('reference')} /></div>
      <TextField {...at('addressees')} hint={t('letter.addresseesHint')} draft={drafts.addressees ?? null} />
      <TextField {...at('copies')} hint={t('letter.copiesHint')} draft={drafts.copies ?? null} />
      {unaddressed > 0 && <button type="button" data-quiet onClick={() => address.mutate({ inspection, letter: id })}>{t('letter.address', { count: unaddressed })}</button>}
      <TextField {...at('text')} hint={t('letter.textHint')} draft={drafts.text ?? null} />
    </>
  )
}

/** What went out can be read and saved; who finds a fault in it makes a letter that corrects it. */
function Sent({ inspection, letter: { id, fields }, onMade }: Omit<Props, 'file'>) {
  const { t } = useTranslation()
  const correct = useOrder(api.letter.correct)
  return (
    <Notice tone="note">
      <p>{t('letter.fixed', { day: dayOf(fields.sentOn.value!) })}</p>
      <button type="button" disabled={correct.isPending} onClick={() => correct.mutate({ inspection, letter: id, day: today() }, { onSuccess: (made) => onMade(made.id) })}>
        {t('letter.correct')}
      </button>
    </Notice>
  )
}

function Send({ inspection, letter }: { inspection: string; letter: string }) {
  const { t } = useTranslation()
  const sent = useOrder(api.letter.sent, 'screen')
  return (
    <div>
      <button type="button" disabled={sent.isPending} onClick={() => sent.mutate({ inspection, letter, day: today() })}>{t('letter.send')}</button>
      <p><small>{t('letter.sendHint')}</small></p>
      {sent.error && <Notice tone="refused">{sentenceOf(sent.error)}</Notice>}
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
      <FormatButtons formats={['docx', 'pdf', 'html']} disabled={write.isPending} onChoose={(format) => void save(format)} />
      {write.isPending && <Running progress={write.progress} label={t('report.saving')} onCancel={write.cancel} />}
      {write.error && <Notice tone="refused">{sentenceOf(write.error)}</Notice>}
      {write.isSuccess && <p role="status">{t('report.saved')}</p>}
    </div>
  )
}
