import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../i18n/i18n.ts'
import { Labelled } from './Labelled.tsx'
import { dayFrom, typedOf } from './typed-date.ts'

interface Props {
  label: string
  value: string | null
  refusal?: string | undefined
  /** Called when the field is left with another day in it, or with nothing. */
  onChange: (day: string | null) => void
}

/** A day typed as `3-5-16`, said back in words; what is no day stays and is not passed on. */
export function DayField({ label, value, refusal, onChange }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const text = typed ?? typedOf(value)
  const day = dayFrom(text)
  const wrong = text.trim() !== '' && day === null
  // What was refused for being empty is answered by typing: if the sentence went only on leaving, what is clicked would move away.
  const told = wrong && left ? t('day.wrong') : text.trim() === '' ? refusal : undefined
  const leave = () => {
    setLeft(true)
    if (wrong) return
    setTyped(null)
    if (day !== value) onChange(day)
  }
  return (
    <Labelled label={label} hint={day ? dayOf(day) : t('day.hint')} refusal={told}>
      <input inputMode="numeric" autoComplete="off" value={text} onChange={({ target }) => setTyped(target.value)} onBlur={leave} />
    </Labelled>
  )
}
