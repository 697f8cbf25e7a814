import { hitOf } from './privacy-hit.ts'
import { BIRTH_CUE, CHILD_CUE, GIVEN, MONTH, monthOf } from './privacy-lexicon.ts'
import { digitsOf, gapOf, type Reading, type Run } from './privacy-run.ts'
import { bitsAfter, bitsBefore, isDigitAt, NUMBER } from './privacy-token.ts'

/** The day of some event, a year of four digits or two. `last` is the token it ends with. */
type Written = { year: number; short: boolean; last: number; groups: number; loose: boolean }

const [BEFORE, AFTER, BESIDE] = [40, 12, 20]
const AN_EVENT = /(?:^|[^a-z])(?:op|per|sinds|tot|voor|vanaf|van|na|in|en|dd|d\.d|uit|tussen)[. ]*$/i

/**
 * The date at the start of a run, and whether someone was born then: because a word says so, or because a child stands before it who would now be
 * 2 to 17 years old. `today` as yyyy-mm-dd.
 */
export function dateIn(run: Run, today: string): Reading | null {
  const { text, tokens, from } = run
  const date = writtenDate(run) ?? numericDate(run)
  if (!date) return null
  const [start, end] = [tokens[from]!.start, tokens[date.last]!.end]
  const born = ((bitsBefore(tokens, from, BEFORE) | bitsAfter(tokens, date.last, AFTER)) & BIRTH_CUE) !== 0
  if (born) return { groups: date.groups, hit: hitOf('birth-date', start, end, true) }
  if (date.loose) return null
  const age = Number(today.slice(0, 4)) - date.year
  const child = bitsBefore(tokens, from, BESIDE) & CHILD_CUE || bitsBefore(tokens, from, 3) & GIVEN
  const hit = child && !date.short && age >= 2 && age <= 17 && !AN_EVENT.test(text.slice(Math.max(0, start - 8), start))
  return { groups: date.groups, hit: hit ? hitOf('birth-date', start, end, false) : null }
}

/** 12 maart 2011 */
function writtenDate({ text, tokens, from }: Run): Written | null {
  const [day, month, year] = [tokens[from]!, tokens[from + 1], tokens[from + 2]]
  if (!month || !(month.bits & MONTH) || !year || !(year.bits & NUMBER) || year.end - year.start !== 4) return null
  if (month.start - day.end > 2 || year.start - month.end > 2 || day.end - day.start > 2) return null
  const fields = [text.slice(day.start, day.end), monthOf(text.slice(month.start, month.end)), text.slice(year.start, year.end)].map(Number)
  return isDay(fields[0]!, fields[1]!, fields[2]!) ? { year: fields[2]!, short: false, last: from + 2, groups: 1, loose: false } : null
}

/** 12-3-2011, 12/03/11, 12.03.2011, 2011-03-12; loosely also 12 03 2011 and 12032011, which only a word can make a date. */
function numericDate(run: Run): Written | null {
  const { text, tokens, from, to } = run
  const first = digitsOf(run, from)
  if (first.length === 8) return dateOf([first.slice(0, 2), first.slice(2, 4), first.slice(4)], from, 1, true)
    ?? dateOf([first.slice(0, 4), first.slice(4, 6), first.slice(6)], from, 1, true)
  if (from + 3 > to) return null
  const [gap, last] = [gapOf(run, from), from + 2]
  if (gapOf(run, from + 1) !== gap || !/^ ?[./-]? ?$/.test(gap)) return null
  const end = tokens[last]!.end
  if (text[end] === gap && gap !== ' ' && isDigitAt(text, end + 1)) return null
  return dateOf([first, digitsOf(run, from + 1), digitsOf(run, last)], last, 3, !/[./-]/.test(gap))
}

function dateOf(fields: readonly string[], last: number, groups: number, loose: boolean): Written | null {
  const [a, month, b] = fields as [string, string, string]
  const [day, year] = a.length === 4 ? [b, a] : [a, b]
  const short = year.length === 2
  if (day.length > 2 || month.length > 2 || (year.length !== 4 && !short)) return null
  const written = { year: Number(year), short, last, groups, loose }
  return isDay(Number(day), Number(month), short ? 2000 + Number(year) : Number(year)) ? written : null
}

const isDay = (day: number, month: number, year: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year < 2100
