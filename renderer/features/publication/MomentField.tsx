import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayField } from '../../ui/DayField.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { timeFrom } from '../../ui/typed-time.ts'
import styles from './publication.module.css'

/** A day and a time, by Dutch clocks; null as long as one of them is missing or is none. */
export function MomentField({ label, value, onChange }: { label: string; value: string | null; onChange: (moment: string | null) => void }) {
  const { t } = useTranslation()
  const [day, setDay] = useState<string | null>(value?.slice(0, 10) ?? null)
  const [typed, setTyped] = useState(value?.slice(11) ?? '')
  const change = (on: string | null, at: string) => {
    const time = timeFrom(at)
    setDay(on)
    setTyped(at)
    onChange(on === null || time === null ? null : `${on}T${time}`)
  }
  return (
    <div className={styles.moment}>
      <DayField label={label} value={day} onChange={(on) => change(on, typed)} />
      <Labelled label={t('publication.time')} hint={typed.trim() !== '' && timeFrom(typed) === null ? t('publication.timeWrong') : t('publication.timeHint')}>
        <input inputMode="numeric" autoComplete="off" value={typed} onChange={({ target }) => change(day, target.value)} />
      </Labelled>
    </div>
  )
}
