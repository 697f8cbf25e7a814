import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileField } from '../../../shared/domain/file-review.ts'
import styles from './file-review.module.css'

interface Props {
  field: FileField
  text: string
  wrong: boolean
  box: { left: number; top: number; width: number; height: number }
  /** With the key that gave it, or without when the cell was left otherwise; tells whether it was taken. */
  onGive: (text: string, by: KeyboardEvent | null) => boolean
  onCancel: () => void
}

/** A field over the cell that is typed in. Enter and Tab give and go on, Escape cancels; what is no answer stays and is told. */
export function CellEditor({ field, text, wrong, box, onGive, onCancel }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const done = useRef(false)
  const [typed, setTyped] = useState(text)
  useEffect(() => {
    const { current } = input
    current?.focus()
    current?.setSelectionRange(current.value.length, current.value.length)
  }, [])
  const give = (by: KeyboardEvent | null) => {
    if (done.current) return
    done.current = true // giving moves the focus, and leaving gives
    done.current = onGive(typed, by)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      done.current = true
      onCancel()
    } else if (event.key === 'Enter' || event.key === 'Tab') give(event)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.editor} style={box}>
      <input
        ref={input}
        value={typed}
        aria-label={field.label}
        aria-invalid={wrong || undefined}
        autoComplete="off"
        inputMode={field.kind === 'date' || field.kind === 'number' ? 'numeric' : undefined}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={press}
        onBlur={() => give(null)}
      />
      {'options' in field && (
        <ol className={styles.options} aria-hidden>
          {field.options.map(({ code, label }) => <li key={code}>{label}</li>)}
        </ol>
      )}
      {wrong && <p role="alert">{t(`fileReview.wrong.${field.kind}`)}</p>}
    </div>
  )
}
