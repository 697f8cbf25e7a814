import { type KeyboardEvent, useState } from 'react'
import { Labelled } from './Labelled.tsx'

interface Props {
  label: string
  hint?: string
  value: string | null
  /** Makes a value of what was typed; null where it is none, of which `wrong` tells. */
  read?: (typed: string) => string | null
  wrong?: string
  /** Called when the field is left with something else in it, or with nothing. */
  onChange: (value: string | null) => void
}

/** One line, given when it is left or Enter is pressed; what cannot be read stays and is not passed on. */
export function LineField({ label, hint, value, read = (typed) => typed.trim(), wrong, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const [left, setLeft] = useState(false)
  const given = typed === null || typed.trim() === '' ? null : read(typed)
  const isWrong = typed !== null && typed.trim() !== '' && given === null
  const leave = () => {
    setLeft(true)
    if (typed === null || isWrong) return
    setTyped(null)
    if (given !== value) onChange(given)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    leave()
  }
  return (
    <Labelled label={label} hint={hint} refusal={isWrong && left ? wrong : undefined}>
      <input autoComplete="off" maxLength={400} value={typed ?? value ?? ''} onChange={({ target }) => setTyped(target.value)} onBlur={leave} onKeyDown={press} />
    </Labelled>
  )
}
