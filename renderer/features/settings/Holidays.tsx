import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Holiday, type HolidayTable } from '../../../shared/domain/holiday.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { buttons, Labelled, row } from '../../ui/Labelled.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import { dayOf } from '../../i18n/i18n.ts'

const byDate = (one: Holiday, other: Holiday) => (one.date < other.date ? -1 : 1)

/** The days on which terms do not end, year by year, with where that stands; every change is kept at once. */
export function Holidays() {
  const { t } = useTranslation()
  const { table: known, own } = useAnswer(api.holiday.get, {})
  const set = useOrder(api.holiday.set)
  const reset = useOrder(api.holiday.reset)
  const years = known.years.map(({ year }) => year).sort()
  const [chosen, setChosen] = useState(() => Math.min(Math.max(new Date().getFullYear(), years[0] ?? 0), years.at(-1) ?? 0))
  const days = known.years.find(({ year }) => year === chosen)?.days ?? []
  const keep = (year: number, changed: readonly Holiday[]) =>
    set.mutate({ table: { ...known, years: [...known.years.filter((one) => one.year !== year), { year, days: changed.toSorted(byDate) }].sort((a, b) => a.year - b.year) } satisfies HolidayTable })
  const addYear = () => {
    const next = (years.at(-1) ?? new Date().getFullYear()) + 1
    keep(next, [])
    setChosen(next)
  }
  return (
    <Part title={t('holiday.title')}>
      <p>{t('holiday.lead')}</p>
      <p role="status">{t(own ? 'holiday.own' : 'holiday.shipped')}</p>
      <Labelled label={t('holiday.year')}>
        <select value={chosen} onChange={({ target }) => setChosen(Number(target.value))}>{years.map((year) => <option key={year}>{year}</option>)}</select>
      </Labelled>
      <div className={buttons}>
        <button type="button" onClick={addYear}>{t('holiday.addYear')}</button>
        {own && <button type="button" onClick={() => reset.mutate({})}>{t('holiday.reset')}</button>}
      </div>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead><tr>{(['date', 'name', 'kind', 'source', 'away'] as const).map((head) => <th key={head} scope="col">{t(`holiday.${head}`)}</th>)}</tr></thead>
          <tbody>
            {days.map((day) => (
              <tr key={`${day.date} ${day.name}`}>
                <td className={table.day}>{dayOf(day.date)}</td><td>{day.name}</td><td>{t(`holiday.kind-${day.kind}`)}</td><td>{day.source}</td>
                <td><button type="button" data-quiet aria-label={t('holiday.remove', { name: day.name })} onClick={() => keep(chosen, days.filter((one) => one !== day))}>{t('holiday.away')}</button></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AddHoliday key={`${chosen} ${days.length}`} year={chosen} onAdd={(day) => keep(chosen, [...days, day])} />
    </Part>
  )
}

function AddHoliday({ year, onAdd }: { year: number; onAdd: (day: Holiday) => void }) {
  const { t } = useTranslation()
  const [given, setGiven] = useState<{ [K in keyof Holiday]?: Holiday[K] | undefined }>({ kind: 'equated' })
  const whole = Holiday.safeParse(given).data
  const fits = whole?.date.startsWith(`${year}-`)
  return (
    <form onSubmit={(event) => {
      event.preventDefault()
      if (whole && fits) onAdd(whole)
    }}>
      <div className={row}>
        <DayField label={t('holiday.date')} value={given.date ?? null} onChange={(date) => setGiven({ ...given, date: date ?? undefined })} />
        <LineField label={t('holiday.name')} value={given.name ?? null} onChange={(name) => setGiven({ ...given, name: name ?? undefined })} />
        <Labelled label={t('holiday.kind')}>
          <select value={given.kind} onChange={({ target }) => setGiven({ ...given, kind: Holiday.shape.kind.parse(target.value) })}>
            {Holiday.shape.kind.options.map((kind) => <option key={kind} value={kind}>{t(`holiday.kind-${kind}`)}</option>)}
          </select>
        </Labelled>
        <LineField label={t('holiday.source')} value={given.source ?? null} onChange={(source) => setGiven({ ...given, source: source ?? undefined })} />
      </div>
      {whole && !fits && <p role="alert">{t('holiday.otherYear', { year })}</p>}
      <button type="submit" disabled={!whole || !fits}>{t('holiday.add')}</button>
    </form>
  )
}
