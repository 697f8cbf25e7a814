import fc from 'fast-check'
import { expect, test } from 'vitest'
import holidayFile from '../resources/holidays-nl.json' with { type: 'json' }
import { addDays, addMonths, calendarOf, covers, daysBetween, isWorkingDay, monthsBetween, PlainDate, weekdayOf } from '../shared/domain/calendar.ts'
import { type Holiday, HolidayTable } from '../shared/domain/holiday.ts'
import { everyDay, millisecondsOf } from './helpers/days.ts'

const table = HolidayTable.parse(holidayFile)
const calendar = calendarOf(table)
const days = everyDay('2010-01-01', '2035-12-31')

test.each(['2026-02-30', '2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-1-1', '3-5-2016', '2024-01-01T00:00', '2024-01-01\n', ''])(
  '%j is no day', (date) => {
    expect(PlainDate.safeParse(date).success).toBe(false)
    expect(() => addDays(date, 1)).toThrow(TypeError)
  })

test('a day is counted as the calendar of the platform counts it, in UTC', () => {
  for (const [index, day] of days.entries()) {
    expect(daysBetween('2010-01-01', day)).toBe(index)
    expect(addDays('2035-12-31', index - days.length + 1)).toBe(day)
    expect(weekdayOf(day)).toBe(new Date(millisecondsOf(day)).getUTCDay() || 7)
  }
})

const anyDay = fc.date({ min: new Date('0001-01-01'), max: new Date('9990-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

test('adding and counting agree over eight thousand years', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: -300, max: 3_000 }), (day, add) => {
    const moved = new Date(millisecondsOf(day) + add * 86_400_000).toISOString()
    fc.pre(/^\d{4}-/.test(moved) && !moved.startsWith('0000'))
    expect(addDays(day, add)).toBe(moved.slice(0, 10))
    expect(daysBetween(day, addDays(day, add))).toBe(add)
  }), { numRuns: 2_000 })
})

test('between two days lie as many months as can be added to the first without passing the second', () => {
  fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 3_000 }), (day, later) => {
    const to = addDays(day, later)
    let months = 0
    while (addMonths(day, months + 1) <= to) months++
    expect(monthsBetween(day, to)).toBe(months)
  }), { numRuns: 200 })
})

test.each([
  ['2016-01-31', 1, '2016-02-29'], ['2015-01-31', 1, '2015-02-28'], ['2015-12-31', 2, '2016-02-29'], ['2016-02-29', 12, '2017-02-28'],
  ['2016-05-31', 6, '2016-11-30'], ['2016-05-20', 3, '2016-08-20'], ['2016-03-31', -1, '2016-02-29'], ['2016-01-15', -1, '2015-12-15'],
])('%s and %i months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected)
})

test('a day beyond the year 9999 is refused, not written wrong', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
})

// The table.

/** Sunday of Easter by Gauss's rule with the corrections of 1816, which shares nothing with what the table was made by. */
function easterOf(year: number): string {
  const [a, b, c, k] = [year % 19, year % 4, year % 7, Math.floor(year / 100)]
  const [p, q] = [Math.floor((13 + 8 * k) / 25), Math.floor(k / 4)]
  const [m, n] = [(15 - p + k - q) % 30, (4 + k - q) % 7]
  const d = (19 * a + m) % 30
  const e = (2 * b + 4 * c + 6 * d + n) % 7
  const shift = (d === 29 && e === 6) || (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) ? -7 : 0
  return new Date(Date.UTC(year, 2, 22 + d + e + shift)).toISOString().slice(0, 10)
}
const after = (date: string, add: number) => new Date(millisecondsOf(date) + add * 86_400_000).toISOString().slice(0, 10)
const named = (holidays: readonly Holiday[], name: string) => holidays.filter((day) => day.name === name).map(({ date }) => date)

test('the reckoning of Easter is right where everybody knows it', () => {
  expect([2010, 2016, 2019, 2024, 2025, 2035].map(easterOf)).toEqual([
    '2010-04-04', '2016-03-27', '2019-04-21', '2024-03-31', '2025-04-20', '2035-03-25',
  ])
})

test('the table has every year from 2010 to 2035', () => {
  expect(table.years.map(({ year }) => year)).toEqual(Array.from({ length: 26 }, (_, index) => 2010 + index))
})

test.each(table.years)('the days of $year that the law names are there', ({ year, days: holidays }) => {
  const easter = easterOf(year)
  expect(named(holidays, 'Goede Vrijdag')).toEqual([after(easter, -2)])
  expect(named(holidays, 'Tweede Paasdag')).toEqual([after(easter, 1)])
  expect(named(holidays, 'Hemelvaartsdag')).toEqual([after(easter, 39)])
  expect(named(holidays, 'Vrijdag na Hemelvaartsdag')).toEqual([after(easter, 40)])
  expect(named(holidays, 'Tweede Pinksterdag')).toEqual([after(easter, 50)])
  expect(named(holidays, 'Nieuwjaarsdag')).toEqual([`${year}-01-01`])
  expect(named(holidays, 'Bevrijdingsdag')).toEqual([`${year}-05-05`])
  expect(named(holidays, 'Eerste Kerstdag')).toEqual([`${year}-12-25`])
  expect(named(holidays, 'Tweede Kerstdag')).toEqual([`${year}-12-26`])
  expect([...named(holidays, 'Koninginnedag'), ...named(holidays, 'Koningsdag')]).toHaveLength(1)
  expect(holidays.filter(({ kind }) => kind === 'holiday')).toHaveLength(8)
  expect(holidays.map(({ date }) => date)).toEqual(holidays.map(({ date }) => date).sort())
})

test('the birthday of the Queen was 30 April, that of the King is 27 April, and 26 April when that is a Sunday', () => {
  const [queen, king] = ['Koninginnedag', 'Koningsdag'].map((name) => table.years.flatMap((year) => named(year.days, name)))
  expect(queen).toEqual(['2010-04-30', '2011-04-30', '2012-04-30', '2013-04-30'])
  expect(king!.filter((date) => !date.endsWith('-04-27'))).toEqual(['2014-04-26', '2025-04-26', '2031-04-26'])
  expect(king!.map(weekdayOf)).not.toContain(7)
})

test('the equated days are those of the decrees that are known, and each says where it comes from', () => {
  const equated = table.years.flatMap((year) => year.days).filter(({ kind }) => kind === 'equated')
  expect(equated.filter(({ name }) => !/Goede Vrijdag|Hemelvaart/.test(name)).map(({ date }) => date)).toEqual([
    '2017-04-28', '2018-12-24', '2018-12-31', '2019-12-27', '2023-04-28', '2024-12-27', '2026-01-02', '2028-04-28',
  ])
  const unsure = equated.filter(({ source }) => source.startsWith('In de praktijk')).map(({ date }) => Number(date.slice(0, 4)))
  expect(unsure).toEqual([2010, 2011, 2012, 2013, 2014, 2015, 2016, 2020, 2021, 2022, 2029, 2030, 2031, 2032, 2033, 2034, 2035])
})

test('a working day is no Saturday, no Sunday and not in the table', () => {
  const closed = new Set(table.years.flatMap((year) => year.days.map(({ date }) => date)))
  for (const day of days) {
    const weekend = [0, 6].includes(new Date(millisecondsOf(day)).getUTCDay())
    expect(isWorkingDay(calendar, day)).toBe(!weekend && !closed.has(day))
  }
})

test('the table is an argument: an office that adds a day has that day off', () => {
  const extra: Holiday = { date: '2016-05-03', name: 'Brugdag', kind: 'equated', source: 'Eigen toevoeging' }
  const years = table.years.map((year) => (year.year === 2016 ? { ...year, days: [...year.days, extra] } : year))
  expect(isWorkingDay(calendar, '2016-05-03')).toBe(true)
  expect(isWorkingDay(calendarOf({ ...table, years }), '2016-05-03')).toBe(false)
})

test('it says of which years it knows nothing', () => {
  expect(covers(calendar, '2010-01-01', '2035-12-31')).toBe(true)
  expect(covers(calendar, '2009-12-31', '2010-01-04')).toBe(false)
  expect(covers(calendar, '2035-12-31', '2036-01-01')).toBe(false)
})

test.each<[string, (draft: typeof table) => void]>([
  ['a day of another year', ({ years }) => { years[0]!.days[0]!.date = '2011-01-01' }],
  ['a day that does not exist', ({ years }) => { years[0]!.days[0]!.date = '2010-02-29' }],
  ['the same day twice', ({ years }) => { years[0]!.days.push(years[0]!.days[0]!) }],
  ['the same year twice', ({ years }) => { years.push(years[0]!) }],
  ['a day without a source', ({ years }) => { years[0]!.days[0]!.source = ' ' }],
])('a table with %s is refused', (_, spoil) => {
  const draft = structuredClone(table)
  spoil(draft)
  expect(HolidayTable.safeParse(draft).success).toBe(false)
})
