import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import { api, useOrder } from '../../api.ts'
import { seenOf, useNames } from '../../field/orders.ts'
import { Difference } from '../../ui/Difference.tsx'
import styles from './inspection.module.css'

interface Props<T> {
  place: { inspection: string; entity: 'inspection' | 'member'; entityId: string; field: string }
  label: string
  field: Field<T>
  show: (value: T) => ReactNode
  /** The control for an answer that is not in dispute. */
  children: (value: T | null, record: (value: T | null) => void) => ReactNode
}

type Json = null | boolean | string | { [key: string]: string }

/** One answer about the inspection itself: its control or, where answers differ, the difference. */
export function Answered<T extends Json>({ place, label, field, show, children }: Props<T>) {
  const { t } = useTranslation()
  const nameOf = useNames()
  const record = useOrder(api.field.record)
  const settle = useOrder(api.field.settle)
  const at = { ...place, seen: seenOf(field) }
  if (!field.different) return children(field.value, (value) => record.mutate({ ...at, value, reason: null }))
  return (
    <section className={styles.answered} aria-label={t('inspection.differs', { label })}>
      <h3>{label}</h3>
      <Difference field={field} show={show} nameOf={nameOf} onSettle={(value, reason) => settle.mutate({ ...at, value, reason })} />
    </section>
  )
}
