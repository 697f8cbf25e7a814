import { type KeyboardEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { numbersOf } from '../../source/NumbersField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useAsking } from './asking.ts'
import styles from './interview.module.css'
import { useNoting } from './noting.ts'
import type { Guided, Talk, Told } from './talk.ts'

interface Props {
  at: Talk
  told: Told
  question: Guided | null
  onMove: (by: number) => void
}

/** One field for all that is said: Enter makes a note of this moment, about the question under the cursor. */
export function NoteField({ at, told, question, onMove }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { text, type, note, pending, unknown } = useNoting(at, told.typed, question?.id ?? null)
  const mark = useAsking(at)
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by && (event.altKey || text === '')) onMove(by)
    else if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    else if (!event.altKey) note(event.ctrlKey || event.metaKey)
    else if (question) mark(question)
    event.preventDefault()
  }
  return (
    <section className={styles.noting} aria-label={t('interview.noting')}>
      <p className={styles.under} role="status">
        {question ? <><b>{numbersOf(at.framework, question.expectations)}</b> {question.text}</> : t('interview.underNone')}
      </p>
      <label htmlFor={id}>{t('interview.note')}</label>
      <textarea
        id={id}
        className={styles.field}
        aria-describedby={`${id}-keys`}
        rows={2}
        maxLength={4_000}
        autoFocus
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={press}
      />
      <p id={`${id}-keys`} className={styles.keys}>
        {(['enter', 'followUp', 'move', 'mark', 'tag'] as const).map((key) => <span key={key}><kbd>{t(`interview.key-${key}`)}</kbd> {t(`interview.does-${key}`)}</span>)}
      </p>
      {unknown.length > 0 && <div role="status"><Notice tone="warning">{t('interview.unknown', { numbers: unknown.join(', ') })}</Notice></div>}
      {pending.map((waiting, place) => <p key={place} className={styles.pending}>{waiting}</p>)}
    </section>
  )
}
