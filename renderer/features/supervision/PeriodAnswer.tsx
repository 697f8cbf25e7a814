import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import { latestOf, type Period } from '../../../shared/domain/supervision.ts'
import { Answered } from '../../field/Answered.tsx'
import type { Place } from '../../field/orders.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { row } from '../../ui/Labelled.tsx'
import styles from './supervision.module.css'
import { periodOf } from './told.ts'

/** From one day until another; what is longer than may be is refused in the status line, and what stood there stays. */
export function PeriodAnswer(at: { place: Place; label: string; field: Field<Period> }) {
  return <Answered<Period> {...at} show={periodOf}>{(value, record) => <Days key={JSON.stringify(value)} label={at.label} value={value} onChange={record} />}</Answered>
}

function Days({ label, value, onChange }: { label: string; value: Period | null; onChange: (period: Period | null) => void }) {
  const { t } = useTranslation()
  const [from, setFrom] = useState(value?.from ?? null)
  const change = (begins: string | null, ends: string | null) => {
    setFrom(begins)
    if (begins !== null) onChange({ from: begins, until: ends ?? latestOf(begins) })
  }
  return (
    <fieldset className={styles.fieldset}>
      <legend>{label}</legend>
      <div className={row}>
        <DayField label={t('supervision.from')} value={from} onChange={(day) => change(day, value?.until ?? null)} />
        <DayField label={t('supervision.to')} value={value?.until ?? null} onChange={(day) => change(from, day)} />
      </div>
      {from !== null && <p className={styles.soft}>{t('supervision.longest', { day: dayOf(latestOf(from)) })}</p>}
    </fieldset>
  )
}
