import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './interview.module.css'
import { NoteItem } from './NoteItem.tsx'
import type { Guided, Talk, Written } from './talk.ts'

interface Props {
  at: Talk
  notes: readonly Written[]
  questions: readonly Guided[]
}

const waits = ({ tags }: Written) => tags.length === 0

/** All notes of a talk, newest first; what speaks to nothing yet waits above them. One that is open stays where it was opened. */
export function Notes({ at, notes, questions }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<{ id: string; waiting: boolean } | null>(null)
  const isWaiting = (note: Written) => (note.id === opened?.id ? opened.waiting : waits(note))
  const newest = notes.toReversed()
  const list = (title: string, own: readonly Written[]) => own.length > 0 && (
    <section className={styles.list}>
      <h2>{title} <small>{own.length}</small></h2>
      <ol>
        {own.map((note) => (
          <NoteItem
            key={note.id}
            at={at}
            note={note}
            question={questions.find(({ id }) => id === note.question)}
            open={note.id === opened?.id}
            onOpen={(open) => setOpened(open ? { id: note.id, waiting: waits(note) } : null)}
          />
        ))}
      </ol>
    </section>
  )
  return (
    <>
      {list(t('interview.untagged'), newest.filter(isWaiting))}
      {list(t('interview.notes'), newest.filter((note) => !isWaiting(note)))}
    </>
  )
}
