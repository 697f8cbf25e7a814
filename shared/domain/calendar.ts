import { z } from 'zod'

/** A day as 'YYYY-MM-DD' in the Gregorian calendar: no time, no time zone; 30 February is none. Sorts as text. */
export const PlainDate = z.iso.date()
export type PlainDate = z.infer<typeof PlainDate>

/** A holiday table made ready to count with. */
export interface Calendar {
  readonly years: ReadonlySet<number>
  readonly holidays: ReadonlySet<PlainDate>
}

export function calendarOf({ years }: { years: readonly { year: number; days: readonly { date: PlainDate; kind: 'holiday' | 'equated' }[] }[] }): Calendar {
  return {
    years: new Set(years.map(({ year }) => year)),
    holidays: new Set(years.flatMap(({ days }) => days.map(({ date }) => date))),
  }
}

/** Neither Saturday, Sunday, holiday nor equated day. Of a year that the table does not cover only the weekends are known. */
export const isWorkingDay = ({ holidays }: Calendar, date: PlainDate) => weekdayOf(date) <= 5 && !holidays.has(date)

/** Whether the table knows every year that these days touch. */
export function covers({ years }: Calendar, from: PlainDate, to: PlainDate): boolean {
  for (let year = partsOf(from).year; year <= partsOf(to).year; year++) if (!years.has(year)) return false
  return true
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const weekdayOf = (date: PlainDate) => modulo(dayNumberOf(date) + 3, 7) + 1

export const addDays = (date: PlainDate, days: number) => dateOf(dayNumberOf(date) + days)

/** The same day so many months on, or the last of that month when it has no such day (European Convention of Basel 1972, article 4). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), modulo(index, 12) + 1]
  return written(toYear, toMonth, Math.min(day, lastDayOf(toYear, toMonth)))
}

/** How many days later the second is: 0 for the same day, negative when it is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate) => dayNumberOf(to) - dayNumberOf(from)

/** How many whole months lie between two days, of which the second is not the earlier. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [first, last] = [partsOf(from), partsOf(to)]
  const months = (last.year - first.year) * 12 + last.month - first.month
  return addMonths(from, months) <= to ? months : months - 1
}

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lastDayOf = (year: number, month: number) => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
const modulo = (value: number, by: number) => ((value % by) + by) % by

function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? []
  const exists = month! >= 1 && month! <= 12 && day! >= 1 && day! <= lastDayOf(year!, month!)
  if (!exists) throw new TypeError('a plain date is a day that exists, as YYYY-MM-DD')
  return { year: year!, month: month!, day: day! }
}

function written(year: number, month: number, day: number): PlainDate {
  if (year < 0 || year > 9999) throw new RangeError('a plain date has a year of four digits')
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

// Days since 1970-01-01. Years begin on 1 March here, so that a leap day is the last of its year: 146,097 days make 400 years.
// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).

function dayNumberOf(date: PlainDate): number {
  const { year: civil, month, day } = partsOf(date)
  const year = month <= 2 ? civil - 1 : civil
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function dateOf(dayNumber: number): PlainDate {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}
