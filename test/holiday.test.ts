import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../shared/domain/calendar.ts'
import { apartIn, type HolidayTable } from '../shared/domain/holiday.ts'
import { HOLIDAYS } from '../electron/features/holiday/repository.ts'
import { carry, newInspection, openLaptop } from './helpers/backend.ts'

const JUBILEE = { date: '2016-05-06', name: 'Jubileum', kind: 'equated', source: 'Staatscourant 2016, 1' } as const
const withDay = (table: HolidayTable, day: HolidayTable['years'][number]['days'][number]): HolidayTable =>
  ({ ...table, years: table.years.map((one) => (one.year === Number(day.date.slice(0, 4)) ? { ...one, days: [...one.days.filter(({ date }) => date !== day.date), day] } : one)) })

test('a table that is put right counts in an inspection once that is chosen, and on every laptop alike', async () => {
  const [ours, theirs] = [await openLaptop(), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  const table = withDay(HOLIDAYS, { ...JUBILEE, date: '2016-06-01' })
  expect(await ours.api.holiday.get({})).toEqual({ table: HOLIDAYS, own: false })
  expect(await ours.api.holiday.set({ table })).toEqual({ table, own: true })
  expect((await ours.api.fileReview.overview({ inspection })).holidays).toMatchObject({ recorded: false, apart: { days: ['2016-06-01'], years: [] } })
  expect((await ours.api.fileReview.grid({ inspection })).holidays).toEqual(HOLIDAYS)
  await ours.api.fileReview.useHolidays({ inspection, reason: null })
  expect((await ours.api.fileReview.overview({ inspection })).holidays).toMatchObject({ recorded: true, different: false, apart: { days: [], years: [] } })
  carry(ours, theirs, inspection)
  expect((await theirs.api.fileReview.grid({ inspection })).holidays).toEqual(table)
  expect((await theirs.api.fileReview.overview({ inspection })).holidays).toMatchObject({ recorded: true, apart: { days: ['2016-06-01'] } })
  expect(await ours.api.holiday.reset({})).toEqual({ table: HOLIDAYS, own: false })
  expect((await ours.api.fileReview.grid({ inspection })).holidays).toEqual(table)
})

test('where two laptops chose other holidays, those of the program count until someone settles it with a reason', async () => {
  const [ours, theirs] = [await openLaptop(), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  await ours.api.holiday.set({ table: withDay(HOLIDAYS, { ...JUBILEE, date: '2016-06-01' }) })
  await theirs.api.holiday.set({ table: withDay(HOLIDAYS, { ...JUBILEE, date: '2016-06-02' }) })
  for (const { api } of [ours, theirs]) await api.fileReview.useHolidays({ inspection, reason: null })
  carry(theirs, ours, inspection)
  expect((await ours.api.fileReview.overview({ inspection })).holidays).toMatchObject({ different: true })
  expect((await ours.api.fileReview.grid({ inspection })).holidays).toEqual(HOLIDAYS)
  await expect(ours.api.fileReview.useHolidays({ inspection, reason: null })).rejects.toThrow('reason-required')
  await ours.api.fileReview.useHolidays({ inspection, reason: 'De Staatscourant noemt 1 juni.' })
  carry(ours, theirs, inspection)
  for (const { api } of [ours, theirs]) expect((await api.fileReview.grid({ inspection })).holidays.years.find(({ year }) => year === 2016)!.days.map(({ date }) => date)).toContain('2016-06-01')
})

test('a table that names a day twice or in another year is refused', async () => {
  const { api } = await openLaptop()
  const years = [{ year: 2016, days: [JUBILEE, JUBILEE] }]
  await expect(api.holiday.set({ table: { ...HOLIDAYS, years } })).rejects.toThrow()
  await expect(api.holiday.set({ table: { ...HOLIDAYS, years: [{ year: 2017, days: [JUBILEE] }] } })).rejects.toThrow()
  expect(await api.holiday.get({})).toEqual({ table: HOLIDAYS, own: false })
})

test('two tables are apart by the days that only one of them closes, whichever comes first', () => {
  const days = fc.uniqueArray(fc.nat(364), { maxLength: 8 }).map((places) => places.map((place) => addDays('2015-01-01', place)))
  const tableOf = (dates: readonly string[]): HolidayTable => ({ ...HOLIDAYS, years: [{ year: 2015, days: dates.map((date) => ({ ...JUBILEE, date })) }] })
  fc.assert(fc.property(days, days, (one, other) => {
    const every = Array.from({ length: 365 }, (_, place) => addDays('2015-01-01', place))
    expect(apartIn(tableOf(one), tableOf(other))).toEqual({ days: every.filter((day) => one.includes(day) !== other.includes(day)), years: [] })
    expect(apartIn(tableOf(one), tableOf(other))).toEqual(apartIn(tableOf(other), tableOf(one)))
  }))
  expect(apartIn(HOLIDAYS, tableOf([])).years).toEqual(HOLIDAYS.years.map(({ year }) => year).filter((year) => year !== 2015))
})
