import { type ReactNode, useId } from 'react'
import styles from './Choices.module.css'

interface Props<T extends string> {
  legend: ReactNode
  value: T | null
  options: readonly { value: T; label: ReactNode; hint?: ReactNode }[]
  onChoose: (value: T) => void
}

/** One of a few, all in view. */
export function Choices<T extends string>({ legend, value, options, onChoose }: Props<T>) {
  const name = useId()
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChoose(option.value)} />
          <span>{option.label}{option.hint && <small>{option.hint}</small>}</span>
        </label>
      ))}
    </fieldset>
  )
}
