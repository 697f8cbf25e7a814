import { type ReactNode, type Ref, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../shared/domain/field.ts'
import { History } from './History.tsx'
import { LooksPersonal } from './LooksPersonal.tsx'
import type { Place } from './orders.ts'
import styles from './field.module.css'
import { TextDifference } from './TextDifference.tsx'
import { useTyping } from './typing.ts'

interface Props {
  ref?: Ref<HTMLTextAreaElement>
  label: string
  hint?: string | undefined
  place: Place
  field: Field<string>
  draft: string | null
  onEscape?: () => void
  /** What follows from the text as it stands, also while it is typed. */
  follow?: (text: string) => ReactNode
}

/** A text that grows while it is typed, or the texts that differ, with its history. */
export function TextField({ label, place, field, ...rest }: Props) {
  const { draft, follow } = rest
  return (
    <div className={styles.field}>
      {field.different ? (
        <>
          <span className={styles.label}>{label}</span>
          <TextDifference label={label} place={place} field={field} draft={draft} follow={follow} />
        </>
      ) : <Writing label={label} place={place} field={field} {...rest} />}
      {field.heads.length > 0 && <History title={label} place={place} show={(text) => String(text)} />}
    </div>
  )
}

function Writing({ ref, label, hint, place, field, draft, onEscape, follow }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const { text, type, leave } = useTyping(place, field, draft)
  const [last, setLast] = useState<string | null>(null)
  const erased = field.heads.some((head) => head.erased)
  return (
    <>
      <label htmlFor={id} className={styles.label}>{label}</label>
      {(hint || erased) && <p id={`${id}-hint`} className={styles.hint}>{erased ? t('rating.erased') : hint}</p>}
      <textarea
        ref={ref}
        id={id}
        className={styles.text}
        aria-describedby={`${id}-hint ${id}-draft`}
        rows={3}
        value={text ?? field.value ?? ''}
        onChange={({ target }) => {
          type(target.value)
          setLast(target.value)
        }}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Escape' && (onEscape ?? (() => event.currentTarget.blur()))()}
      />
      <p id={`${id}-draft`} className={styles.unrecorded}>{text !== null && t('finding.draft')}</p>
      <LooksPersonal inspection={place.inspection} text={text ?? (last === null ? null : field.value ?? last)} onReplaced={(now) => text !== null && type(now)} />
      {follow?.(text ?? field.value ?? '')}
    </>
  )
}
