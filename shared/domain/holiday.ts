import { z } from 'zod'
import { calendarOf, PlainDate } from './calendar.ts'
import { Line, Text } from './text.ts'

/** One day on which terms do not end; `source` says in plain words by what it is one, and how sure that is. */
export const Holiday = z.strictObject({ date: PlainDate, name: Line, kind: z.enum(['holiday', 'equated']), source: Line })
export type Holiday = z.infer<typeof Holiday>

/** The days of every year that it covers; of a year that is not in it nothing is known. Data, so that an office can put it right. */
export const HolidayTable = z.strictObject({
  format: z.literal('veldtoets/holidays/1'),
  provenance: z.array(Text).min(1),
  years: z.array(z.strictObject({ year: z.int().min(1).max(9999), days: z.array(Holiday).max(60) })
    .refine(({ year, days }) => days.every(({ date }) => Number(date.slice(0, 4)) === year), { path: ['days'] })
    .refine(({ days }) => allDiffer(days.map(({ date, name }) => `${date} ${name}`)), { path: ['days'] })),
}).refine(({ years }) => allDiffer(years.map(({ year }) => year)), { path: ['years'] })
  .meta({ examples: [{ format: 'veldtoets/holidays/1', provenance: ['Voorbeeld'], years: [] }] })
export type HolidayTable = z.infer<typeof HolidayTable>

/** The days that count as closed in one table and not in the other, among the years that both cover; and the years that only one covers. */
export function apartIn(one: HolidayTable, other: HolidayTable): { days: PlainDate[]; years: number[] } {
  const [a, b] = [calendarOf(one), calendarOf(other)]
  const isShared = (date: PlainDate) => a.years.has(Number(date.slice(0, 4))) && b.years.has(Number(date.slice(0, 4)))
  return {
    days: inOneOf(a.holidays, b.holidays).filter(isShared).sort(),
    years: inOneOf(a.years, b.years).sort((first, second) => first - second),
  }
}

const inOneOf = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): T[] =>
  [...[...one].filter((value) => !other.has(value)), ...[...other].filter((value) => !one.has(value))]
const allDiffer = (values: readonly (string | number)[]) => new Set(values).size === values.length
