import { type ReactNode, useState } from 'react'
import type { Field } from '../../shared/domain/field.ts'
import { api, useOrder } from '../api.ts'
import { Difference } from '../ui/Difference.tsx'
import styles from './field.module.css'
import { History } from './History.tsx'
import { type Place, seenOf, useNames } from './orders.ts'

/** What a field can say. */
type Said = Exclude<Parameters<typeof api.field.record>[0]['value'], null>

interface Props<T extends Said> {
  place: Place
  label: string
  field: Field<T>
  show: (value: T) => ReactNode
  /** The control for an answer that is not in dispute. */
  children: (value: T | null, record: (value: T | null) => void) => ReactNode
}

/** One answer with its history: its control or, where answers differ, the difference. */
export function Answered<T extends Said>({ place, label, field, show, children }: Props<T>) {
  const names = useNames()
  const record = useOrder(api.field.record)
  const settle = useOrder(api.field.settle)
  const at = { ...place, seen: seenOf(field) }
  const [given, setGiven] = useState<{ value: T | null } | null>(null) // shown in the same frame, until it is known what is recorded
  const give = (value: T | null) => {
    setGiven({ value })
    record.mutate({ ...at, value, reason: null }, { onSettled: () => setGiven(null) })
  }
  return (
    <div className={styles.field}>
      {field.different ? (
        <>
          <span className={styles.label}>{label}</span>
          <Difference field={field} label={label} show={show} nameOf={names} onSettle={(value, reason) => settle.mutate({ ...at, value, reason })} />
        </>
      ) : <div className={styles.control}>{children(given ? given.value : field.value, give)}</div>}
      {field.heads.length > 0 && <History title={label} place={place} show={(value) => show(value as T)} />}
    </div>
  )
}
