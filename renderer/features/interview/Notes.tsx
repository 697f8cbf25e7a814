import { useTranslation } from 'react-i18next'
import styles from './interview.module.css'
import { NoteItem } from './NoteItem.tsx'
import type { Guided, Talk, Written } from './talk.ts'

interface Props {
  at: Talk
  notes: readonly Written[]
  questions: readonly Guided[]
}

/** All notes of a talk, newest first; what speaks to nothing yet waits above them. */
export function Notes({ at, notes, questions }: Props) {
  const { t } = useTranslation()
  const newest = notes.toReversed()
  const waiting = newest.filter(({ tags }) => tags.length === 0)
  const tagged = newest.filter(({ tags }) => tags.length > 0)
  const list = (title: string, own: readonly Written[]) => own.length > 0 && (
    <section className={styles.list}>
      <h2>{title} <small>{own.length}</small></h2>
      <ol>{own.map((note) => <NoteItem key={note.id} at={at} note={note} question={questions.find(({ id }) => id === note.question)} />)}</ol>
    </section>
  )
  return <>{list(t('interview.untagged'), waiting)}{list(t('interview.notes'), tagged)}</>
}
