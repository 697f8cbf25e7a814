import { z } from 'zod'
import { addDays, addMonths, type Calendar, covers, daysBetween, isWorkingDay, PlainDate } from './calendar.ts'
import { Id, Line, Text } from './text.ts'

/**
 * Within how long after one dated event others must have happened; with several ends the last one counts. Never counts back.
 * `act`: set in an act or a governmental decree, so that the General Extension of Time Limits Act (Algemene termijnenwet) applies.
 */
export const Term = z.strictObject({
  id: Id,
  label: Line,
  value: z.int().min(1).max(3_660),
  unit: z.enum(['days', 'weeks', 'months']),
  /** What a day is; only a term in days can be one in working days. */
  basis: z.enum(['calendar', 'working']),
  /** Fields of a file. */
  from: Id,
  to: z.array(Id).min(1).max(10),
  act: z.boolean(),
  source: Text,
  expectations: z.array(Id),
}).refine(({ unit, basis }) => unit === 'days' || basis === 'calendar', { path: ['basis'] })
export type Term = z.infer<typeof Term>

/** How long a term is, whatever it is about. */
export type Length = Pick<Term, 'value' | 'unit' | 'basis' | 'act'>

/** The last day of a term, counted from the day after its start; null when the table does not know every year that it needs. */
export function dueDateOf(length: Length, start: PlainDate, calendar: Calendar): PlainDate | null {
  const needsTable = length.basis === 'working' || isUnderAct(length)
  const due = length.basis === 'working' ? afterWorkingDays(length.value, start, calendar) : extended(length, start, calendar)
  return needsTable && !covers(calendar, start, due) ? null : due
}

/** How many working days there are after the first day, up to and with the last. */
export function workingDaysBetween(calendar: Calendar, from: PlainDate, to: PlainDate): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count++
  return count
}

function afterWorkingDays(value: number, start: PlainDate, calendar: Calendar): PlainDate {
  let day = start
  for (let left = value; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) left--
  }
  return day
}

/** Algemene termijnenwet: article 1 lets no term end on a closed day, article 2 gives one of three days or more two working days. */
function extended(length: Length, start: PlainDate, calendar: Calendar): PlainDate {
  const end = nominalEnd(length, start)
  if (!isUnderAct(length)) return end
  const twoWorkingDays = length.unit !== 'days' || length.value >= 3 ? afterWorkingDays(2, start, calendar) : start
  let due = twoWorkingDays > end ? twoWorkingDays : end
  while (!isWorkingDay(calendar, due)) due = addDays(due, 1)
  return due
}

function nominalEnd({ value, unit }: Length, start: PlainDate): PlainDate {
  return unit === 'months' ? addMonths(start, value) : addDays(start, unit === 'weeks' ? value * 7 : value)
}

/** Article 4: not for terms of more than ninety days, twelve weeks or three months. */
const LONGEST = { days: 90, weeks: 12, months: 3 }
const isUnderAct = ({ act, value, unit }: Length) => act && value <= LONGEST[unit]

/** The day something happened, or why there is none: it has not happened, the file does not say, or it does not arise. */
export type DateAnswer = PlainDate | 'not-yet' | 'not-found' | 'not-applicable'

export const isDate = (answer: DateAnswer | null): answer is PlainDate => answer !== null && /^\d/.test(answer)

export const TermState = z.enum(['on-time', 'late', 'running', 'not-determinable', 'not-applicable'])
export type TermState = z.infer<typeof TermState>

/** `days` is what it took, or has taken up to the reference date, in the days of the term's basis; `lateBy` counts calendar days. */
export const TermResult = z.strictObject({
  state: TermState,
  due: PlainDate.nullable(),
  days: z.int().nullable(),
  lateBy: z.int(),
  open: z.boolean(),
})
export type TermResult = z.infer<typeof TermResult>

/** The day on which things are looked at, and the days that count. */
export interface Reference {
  readonly referenceDate: PlainDate
  readonly calendar: Calendar
}

/**
 * Where a file stands on the reference date. What is missing, or contradicts itself, is never on time; what is still open is late once
 * its term has passed, and what happened after the reference date was open on it. A term that has not begun does not apply yet.
 */
export function resultOf(term: Term, answerOf: (field: string) => DateAnswer | null, on: Reference): TermResult {
  const from = answerOf(term.from)
  const ends = term.to.map(answerOf).filter((end) => end !== 'not-applicable')
  const notBegun = from === 'not-yet' && ends.every((end) => end === 'not-yet')
  if (from === 'not-applicable' || ends.length === 0 || notBegun) return without('not-applicable')
  if (!isDate(from) || from > on.referenceDate) return without('not-determinable')
  const due = dueDateOf(term, from, on.calendar)
  if (due === null || ends.some((end) => isDate(end) && end < from)) return without('not-determinable')
  return weighed(term, from, due, ends, on)
}

const without = (state: TermState): TermResult => ({ state, due: null, days: null, lateBy: 0, open: false })

function weighed(term: Term, from: PlainDate, due: PlainDate, ends: readonly (DateAnswer | null)[], on: Reference): TermResult {
  const { referenceDate, calendar } = on
  const isOpen = (end: DateAnswer | null) => end === 'not-yet' || (isDate(end) && end > referenceDate)
  const known = ends.flatMap((end) => (isOpen(end) ? [referenceDate] : isDate(end) ? [end] : []))
  const open = ends.some(isOpen)
  const latest = known.toSorted().at(-1)
  const lateBy = latest === undefined ? 0 : Math.max(0, daysBetween(due, latest))
  const complete = known.length === ends.length
  const state = lateBy > 0 ? 'late' : !complete ? 'not-determinable' : open ? 'running' : 'on-time'
  if (latest === undefined || state === 'not-determinable') return { ...without('not-determinable'), due }
  const days = term.basis === 'working' ? workingDaysBetween(calendar, from, latest) : daysBetween(from, latest)
  return { state, due, days, lateBy, open }
}
