import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { timeOf } from '../../i18n/i18n.ts'
import { Privileged } from '../../privacy/Privileged.tsx'
import { NumbersField, numbersOf } from '../../source/NumbersField.tsx'
import styles from './interview.module.css'
import type { Guided, Talk, Written } from './talk.ts'

interface Props {
  at: Talk
  note: Written
  question: Guided | undefined
  open: boolean
  onOpen: (open: boolean) => void
}

/** One note; opened, it can be altered, tagged anew, and erased from its history. */
export function NoteItem({ at: { inspection, framework }, note, question, open, onOpen }: Props) {
  const { t } = useTranslation()
  const record = useFieldOrder(api.field.record)
  const place = (field: string) => ({ inspection, entity: 'note' as const, entityId: note.id, field })
  const { text, expectations, followUp, tags, at } = note
  const differs = text.different || expectations.different || followUp.different
  const follow = () => record.mutate({ ...place('followUp'), value: followUp.value === 'open' ? 'done' : 'open', reason: null, seen: seenOf(followUp) })
  return (
    <li className={styles.item} data-follow={followUp.value === 'open'}>
      <p className={styles.meta}>
        <time dateTime={at}>{timeOf(at)}</time> {tags.length > 0 && <b>{numbersOf(framework, tags)}</b>}
        {differs && <span className={styles.differs}>≠ {t('rating.different')}</span>}
        <button type="button" data-quiet aria-pressed={followUp.value === 'open'} onClick={follow}>{t('interview.followUp')}</button>
        <button type="button" data-quiet aria-expanded={open} onClick={() => onOpen(!open)}>{t(open ? 'interview.fold' : 'interview.edit')}</button>
      </p>
      {open || differs ? (
        <div className={styles.editing}>
          {question && <p className={styles.keys}>{question.text}</p>}
          <TextField label={t('interview.noteText')} place={place('text')} field={text} draft={note.draft} />
          <Answered<string[]> place={place('expectations')} label={t('interview.tags')} field={expectations} show={(ids) => numbersOf(framework, ids)}>
            {(value, give) => <NumbersField label={t('interview.tags')} framework={framework} value={value ?? tags} onChange={give} />}
          </Answered>
          <Privileged inspection={inspection} entity="note" entityId={note.id} />
        </div>
      ) : <p className={styles.text}>{text.value ?? t('rating.erased')}</p>}
    </li>
  )
}
