import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './evidence.module.css'

/** What is seen or heard at one place of a file, as a note of this moment that begins with where that is. */
export function NoteHere({ inspection, reference }: { inspection: string; reference: string }) {
  const { t } = useTranslation()
  const note = useOrder(api.visit.note)
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || note.isPending) return
    note.mutate({ inspection, text: `${reference}: ${text.trim()}`, unit: null }, { onSuccess: () => setText('') })
  }
  return (
    <form className={styles.here} onSubmit={submit}>
      <Labelled label={t('evidence.noteHere', { reference })} hint={t('evidence.noteHereHint')}>
        <input value={text} maxLength={3_900} autoComplete="off" onChange={({ target }) => setText(target.value)} />
      </Labelled>
      <button type="submit" disabled={text.trim() === '' || note.isPending}>{t('evidence.noteAdd')}</button>
      <span role="status">{note.isSuccess && text === '' && t('evidence.noted')}</span>
    </form>
  )
}
