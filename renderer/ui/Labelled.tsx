import { type ReactElement, type ReactNode, cloneElement, useId } from 'react'
import styles from './Labelled.module.css'

interface Props {
  label: ReactNode
  hint?: ReactNode
  /** Why what stands here was refused; what was typed stays. */
  refusal?: ReactNode
  /** An input, select or textarea. */
  children: ReactElement<Control>
}
type Control = { id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: boolean | undefined }

/** A label above a control, with what helps and what was refused below it, tied together for a screen reader. */
export function Labelled({ label, hint, refusal, children }: Props) {
  const id = useId()
  const [hintId, refusalId] = [`${id}hint`, `${id}refusal`]
  const describedBy = [hint && hintId, refusal && refusalId].filter(Boolean).join(' ')
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, 'aria-describedby': describedBy || undefined, 'aria-invalid': refusal ? true : undefined })}
      {hint && <p id={hintId} className={styles.hint}>{hint}</p>}
      <p id={refusalId} role="alert" className={styles.refusal}>{refusal}</p>
    </div>
  )
}

/** Fields under each other. */
export const fields = styles.fields
/** Fields beside each other, as long as there is room. */
export const row = styles.row
/** Buttons beside each other, the main one first. */
export const buttons = styles.buttons
