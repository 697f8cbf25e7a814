import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useFieldOrder } from '../../field/orders.ts'
import { NumbersField } from '../../source/NumbersField.tsx'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import styles from './interview.module.css'
import type { Talk } from './talk.ts'

/** Adds a question of the team's own to the guide of this talk. */
export function AskForm({ at: { inspection, talk, framework }, onAsked }: { at: Talk; onAsked: (question: string) => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [expectations, setExpectations] = useState<string[]>([])
  const ask = useFieldOrder(api.interview.ask)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate({ inspection, talk, text: text.trim(), expectations }, { onSuccess: ({ id }) => onAsked(id) })
    setText('')
    setExpectations([])
    setOpen(false)
  }
  if (!open) return <button type="button" data-quiet onClick={() => setOpen(true)}>{t('interview.addQuestion')}</button>
  return (
    <form className={styles.ask} onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
      <Labelled label={t('interview.question')}>
        <input value={text} maxLength={400} autoFocus autoComplete="off" onChange={({ target }) => setText(target.value)} />
      </Labelled>
      <NumbersField label={t('interview.questionAbout')} framework={framework} value={expectations} onChange={setExpectations} />
      <div className={buttons}>
        <button type="submit" disabled={text.trim() === ''}>{t('interview.add')}</button>
        <button type="button" onClick={() => setOpen(false)}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}
