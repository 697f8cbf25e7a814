import type { Field } from '../../shared/domain/field.ts'
import { dayOf } from '../i18n/i18n.ts'
import { DayField } from '../ui/DayField.tsx'
import { LineField } from '../ui/LineField.tsx'
import { Answered } from './Answered.tsx'
import styles from './field.module.css'
import type { Place } from './orders.ts'

interface Props {
  place: Place
  label: string
  field: Field<string>
}

/** One line that is an answer of its own, with its differences and its history. */
export function LineAnswer({ hint, read, wrong, ...at }: Props & { hint?: string; read?: (typed: string) => string | null; wrong?: string }) {
  const more = { ...(hint === undefined ? {} : { hint }), ...(read ? { read } : {}), ...(wrong === undefined ? {} : { wrong }) }
  return <Answered {...at} show={(text) => text}>{(value, record) => <div className={styles.wide}><LineField label={at.label} value={value} onChange={record} {...more} /></div>}</Answered>
}

/** The same for a day. */
export function DayAnswer(at: Props) {
  return <Answered {...at} show={dayOf}>{(value, record) => <div className={styles.wide}><DayField label={at.label} value={value} onChange={record} /></div>}</Answered>
}
