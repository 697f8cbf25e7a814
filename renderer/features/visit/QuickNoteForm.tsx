import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, asking, useAnswer, useOrder } from '../../api.ts'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { today } from './listed.ts'
import styles from './visit.module.css'

/** One text and where it was; Enter makes the note. Every key is kept, so that closing the lid loses nothing. */
export function QuickNoteForm({ inspection, onDone }: { inspection: string; onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const typed = useAnswer(api.visit.typed, { inspection })
  const { visits } = useAnswer(api.visit.list, { inspection })
  const here = visits.findLast(({ fields }) => fields.day.value === today())?.fields.unit.value ?? null
  const [text, setText] = useState(typed?.text ?? '')
  const [unit, setUnit] = useState(typed?.unit ?? here ?? '')
  const unitGiven = unit.trim() === '' ? null : unit.trim()
  const keep = useMutation({ mutationFn: (input: Parameters<typeof api.visit.type>[0]) => api.visit.type(input), scope: { id: 'orders' } })
  const remember = (now: typeof typed) => queries.setQueryData(asking(api.visit.typed, { inspection }).queryKey, now)
  const note = useOrder(api.visit.note)
  const type = (value: string, where: string) => {
    setText(value)
    setUnit(where)
    const now = { text: value, unit: where.trim() === '' ? null : where.trim() }
    remember(now) // else the window would open again with what was there when it opened first
    keep.mutate({ inspection, ...now })
  }
  const done = () => {
    remember(null)
    onDone()
  }
  const save = () => {
    if (text.trim() !== '' && !note.isPending) note.mutate({ inspection, text, unit: unitGiven }, { onSuccess: done })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  return (
    <form className={styles.quick} onSubmit={submit}>
      <Labelled label={t('visit.note')} hint={t('visit.noteHint')}>
        <textarea rows={3} maxLength={4_000} autoFocus value={text} onChange={({ target }) => type(target.value, unit)} onKeyDown={press} />
      </Labelled>
      <Labelled label={t('visit.unit')}>
        <input value={unit} maxLength={400} autoComplete="off" onChange={({ target }) => type(text, target.value)} />
      </Labelled>
      <div className={buttons}><button type="submit" disabled={text.trim() === '' || note.isPending}>{t('visit.saveNote')}</button></div>
    </form>
  )
}
