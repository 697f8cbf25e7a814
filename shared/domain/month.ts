import { z } from 'zod'
import { addDays, addMonths, type PlainDate } from './calendar.ts'

/** A month as 'YYYY-MM'. Sorts as text. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const nextMonth = (month: string) => addMonths(`${month}-01`, 1).slice(0, 7)
export const lastDayOf = (month: string): PlainDate => addDays(addMonths(`${month}-01`, 1), -1)

const NAMES: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'], ['feb', 'februari', 'february'], ['mrt', 'maart', 'mar', 'march'], ['apr', 'april'], ['mei', 'may'],
  ['jun', 'juni', 'june'], ['jul', 'juli', 'july'], ['aug', 'augustus', 'august'], ['sep', 'sept', 'september'], ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november'], ['dec', 'december'],
]

/** Reads `mei 2016`, `mei-16`, `2016-05`, `05-2016` and any day of the month; null where it is no month. */
export function monthFrom(text: string): string | null {
  const typed = text.trim().toLowerCase()
  const named = /^([a-z]+)\.?[\s\-/'’]*(\d{4}|\d{2})$/.exec(typed)
  if (named) return written(named[2]!, NAMES.findIndex((names) => names.includes(named[1]!)) + 1)
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?(?:t[\d:.z]*)?$/.exec(typed)
  if (iso) return written(iso[1]!, Number(iso[2]))
  const dutch = /^(?:\d{1,2}[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(typed)
  return dutch ? written(dutch[2]!, Number(dutch[1])) : null
}

function written(year: string, month: number): string | null {
  const text = `${year.length === 2 ? '20' : ''}${year}-${String(month).padStart(2, '0')}`
  return Month.safeParse(text).success ? text : null
}
