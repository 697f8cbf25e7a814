import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { answerIdOf } from '../../../shared/domain/case-file.ts'
import type { Field } from '../../../shared/domain/field.ts'
import type { Answer, FileField } from '../../../shared/domain/file-review.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { History } from '../../field/History.tsx'
import { seenOf, useNames } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Difference } from '../../ui/Difference.tsx'
import { shownAnswer, type Words } from './typed.ts'

interface Props {
  inspection: string
  file: string
  pseudonym: string
  field: FileField
  words: Words
}

/** One cell apart: answers that differ, a note, where in the file it stands, and its history. */
export function CellDialog({ onClose, ...cell }: Props & { onClose: () => void }) {
  return (
    <Dialog title={`${cell.pseudonym} · ${cell.field.label}`} onClose={onClose}>
      <Suspense fallback={null}><Parts {...cell} /></Suspense>
    </Dialog>
  )
}

function Parts({ inspection, file, field, words }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const settle = useOrder(api.field.settle)
  const place = (name: 'value' | 'note' | 'place') => ({ inspection, entity: 'answer' as const, entityId: answerIdOf(file, field.id), field: name })
  const value = useAnswer(api.field.get, place('value')).field as Field<Answer>
  const note = useAnswer(api.field.get, place('note'))
  const where = useAnswer(api.field.get, place('place'))
  const show = (answer: unknown) => shownAnswer(field, answer as Answer, words)
  return (
    <>
      {value.different
        ? <Difference field={value} show={show} nameOf={names} onSettle={(chosen, reason) => settle.mutate({ ...place('value'), value: chosen, reason, seen: seenOf(value) })} />
        : <p><strong>{value.value === null ? t('difference.empty') : show(value.value)}</strong> <History title={field.label} place={place('value')} show={show} /></p>}
      <TextField label={t('fileReview.note')} hint={t('fileReview.noteHint')} place={place('note')} field={note.field as Field<string>} draft={note.draft as string | null} />
      <TextField label={t('fileReview.place')} hint={t('fileReview.placeHint')} place={place('place')} field={where.field as Field<string>} draft={where.draft as string | null} />
    </>
  )
}
