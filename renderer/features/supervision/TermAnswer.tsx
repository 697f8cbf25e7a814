import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import { SetTerm } from '../../../shared/domain/supervision.ts'
import { Answered } from '../../field/Answered.tsx'
import type { Place } from '../../field/orders.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './supervision.module.css'
import { termOf, unitOf } from './told.ts'

const UNITS = ['days', 'working', 'weeks', 'months'] as const

/** A term with its source and whether the Algemene termijnenwet applies: nothing is recorded until all of it is said. */
export function TermAnswer({ proposed, ...at }: { place: Place; label: string; field: Field<SetTerm>; proposed: SetTerm | null }) {
  return (
    <Answered<SetTerm> {...at} show={termOf}>
      {(value, record) => <TermForm key={JSON.stringify(value)} label={at.label} value={value} proposed={proposed} onChange={record} />}
    </Answered>
  )
}

function TermForm({ label, value, proposed, onChange }: { label: string; value: SetTerm | null; proposed: SetTerm | null; onChange: (term: SetTerm | null) => void }) {
  const { t } = useTranslation()
  const from = value ?? proposed
  const [count, setCount] = useState(from ? String(from.value) : '')
  const [unit, setUnit] = useState<(typeof UNITS)[number]>(from ? unitOf(from) : 'weeks')
  const [act, setAct] = useState(from?.act ?? false)
  const [source, setSource] = useState(from?.source ?? '')
  const term = SetTerm.safeParse({
    value: Number(count), unit: unit === 'working' ? 'days' : unit, basis: unit === 'working' ? 'working' : 'calendar', act, source: source.trim(),
  })
  const give = (event: FormEvent) => {
    event.preventDefault()
    if (term.success) onChange(term.data)
  }
  return (
    <form className={styles.fieldset} onSubmit={give} aria-label={label}>
      <strong>{label}</strong>
      {value && <p>{termOf(value)}</p>}
      <div className={styles.term}>
        <Labelled label={t('supervision.value')}><input inputMode="numeric" autoComplete="off" value={count} onChange={({ target }) => setCount(target.value)} /></Labelled>
        <Labelled label={t('supervision.unit')}>
          <select value={unit} onChange={({ target }) => setUnit(UNITS.find((one) => one === target.value)!)}>
            {UNITS.map((one) => <option key={one} value={one}>{t(`supervision.units.${one}`)}</option>)}
          </select>
        </Labelled>
        <Labelled label={t('supervision.source')} hint={!value && proposed ? t('supervision.proposed') : undefined}>
          <input autoComplete="off" maxLength={400} value={source} onChange={({ target }) => setSource(target.value)} />
        </Labelled>
      </div>
      <label className={styles.check}><input type="checkbox" checked={act} onChange={({ target }) => setAct(target.checked)} /> {t('supervision.act')}</label>
      <div className={styles.buttons}>
        <button type="submit" disabled={!term.success}>{t('supervision.setTerm')}</button>
        {value && <button type="button" data-quiet onClick={() => onChange(null)}>{t('supervision.takeTerm')}</button>}
      </div>
    </form>
  )
}
