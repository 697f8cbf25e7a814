import { useState } from 'react'
import styles from './paper-round.module.css'

interface Props<T extends string | number> {
  label: string
  /** Arrow keys go to the cell of the same column in another row. */
  column: string
  value: T | null
  read: (typed: string) => T | null
  onGive: (value: T | null) => void
}

/** One small value of a row, given when it is left; what cannot be read stays and is marked. */
export function Cell<T extends string | number>({ label, column, value, read, onGive }: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const given = typed === null ? value : typed.trim() === '' ? null : read(typed.trim())
  const isWrong = typed !== null && typed.trim() !== '' && given === null
  const leave = () => {
    if (typed === null || isWrong) return
    setTyped(null)
    if (given !== value) onGive(given)
  }
  return (
    <input
      className={styles.cell}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      data-column={column}
      autoComplete="off"
      value={typed ?? value ?? ''}
      onChange={({ target }) => setTyped(target.value)}
      onFocus={({ target }) => target.select()}
      onBlur={leave}
    />
  )
}
