import fc from 'fast-check'
import { expect, test } from 'vitest'
import holidayFile from '../resources/holidays-nl.json' with { type: 'json' }
import { addDays, type Calendar, calendarOf } from '../shared/domain/calendar.ts'
import { HolidayTable } from '../shared/domain/holiday.ts'
import { type DateAnswer, dueDateOf, type Length, resultOf, Term, type TermResult } from '../shared/domain/term.ts'
import { everyDay, millisecondsOf } from './helpers/days.ts'

const table = HolidayTable.parse(holidayFile)
const calendar = calendarOf(table)
const without = (gone: (name: string) => boolean) =>
  calendarOf({ ...table, years: table.years.map((year) => ({ ...year, days: year.days.filter(({ name }) => !gone(name)) })) })
const noFriday = without((name) => name === 'Vrijdag na Hemelvaartsdag')

const length = (value: number, unit: Length['unit'], act = true, basis: Length['basis'] = 'calendar'): Length => ({ value, unit, basis, act })
const fiveDays = length(5, 'days')
const fiveWorkingDays = length(5, 'days', true, 'working')
const tenWeeks = length(10, 'weeks')

test.each([
  // report, 5 calendar days, with the act, 5 working days
  ['2016-03-21', '2016-03-26', '2016-03-29', '2016-03-30'],
  ['2016-03-24', '2016-03-29', '2016-03-30', '2016-04-04'],
  ['2016-05-02', '2016-05-07', '2016-05-09', '2016-05-10'],
  ['2016-12-22', '2016-12-27', '2016-12-27', '2016-12-30'],
  ['2019-04-18', '2019-04-23', '2019-04-24', '2019-04-29'],
  ['2024-05-07', '2024-05-12', '2024-05-13', '2024-05-15'],
])('five days after %s are %s, under the act %s, in working days %s', (report, days, act, working) => {
  expect(dueDateOf({ ...fiveDays, act: false }, report, noFriday)).toBe(days)
  expect(dueDateOf(fiveDays, report, noFriday)).toBe(act)
  expect(dueDateOf(fiveDays, report, calendar)).toBe(act)
  expect(dueDateOf(fiveWorkingDays, report, noFriday)).toBe(working)
})

test('the Friday after Ascension Day, equated by decree, moves a term in working days', () => {
  expect(dueDateOf(fiveWorkingDays, '2016-05-02', calendar)).toBe('2016-05-11')
  expect(dueDateOf(fiveWorkingDays, '2024-05-07', calendar)).toBe('2024-05-16')
})

test.each([
  // decision, 10 weeks, with the act, with the act and without the Friday after Ascension Day
  ['2016-01-11', '2016-03-21', '2016-03-21', '2016-03-21'],
  ['2016-01-18', '2016-03-28', '2016-03-29', '2016-03-29'],
  ['2016-02-25', '2016-05-05', '2016-05-09', '2016-05-06'],
  ['2017-02-06', '2017-04-17', '2017-04-18', '2017-04-18'],
])('ten weeks after %s are %s, under the act %s, or %s without the Friday', (decision, weeks, act, friday) => {
  expect(dueDateOf({ ...tenWeeks, act: false }, decision, calendar)).toBe(weeks)
  expect(dueDateOf(tenWeeks, decision, calendar)).toBe(act)
  expect(dueDateOf(tenWeeks, decision, noFriday)).toBe(friday)
})

test.each<[string, Length, string, string]>([
  ['2 days end on Sunday: article 1 only', length(2, 'days'), '2016-03-25', '2016-03-29'],
  ['2 days may hold one working day', length(2, 'days'), '2016-03-27', '2016-03-29'],
  ['3 days must hold two', length(3, 'days'), '2016-03-26', '2016-03-30'],
  ['90 days are under the act', length(90, 'days'), '2016-01-02', '2016-04-01'],
  ['90 days ending on Saturday', length(90, 'days'), '2016-01-03', '2016-04-04'],
  ['91 days are not', length(91, 'days'), '2016-01-02', '2016-04-02'],
  ['12 weeks are', length(12, 'weeks'), '2016-01-02', '2016-03-29'],
  ['13 weeks are not', length(13, 'weeks'), '2016-01-02', '2016-04-02'],
  ['3 months are', length(3, 'months'), '2016-01-02', '2016-04-04'],
  ['4 months are not', length(4, 'months'), '2016-01-02', '2016-05-02'],
  ['6 months are plain', length(6, 'months'), '2016-05-31', '2016-11-30'],
  ['a month from the 31st', length(1, 'months', false), '2016-01-31', '2016-02-29'],
  ['a policy term ends on Sunday', length(4, 'weeks', false), '2016-05-22', '2016-06-19'],
])('%s', (_, term, start, due) => {
  expect(dueDateOf(term, start, calendar)).toBe(due)
})

test('where the table knows nothing, a term that needs it has no end, and one that does not has', () => {
  expect(dueDateOf(fiveDays, '2035-12-28', calendar)).toBeNull()
  expect(dueDateOf(fiveWorkingDays, '2009-12-30', calendar)).toBeNull()
  expect(dueDateOf({ ...fiveDays, act: false }, '2035-12-28', calendar)).toBe('2036-01-02')
  expect(dueDateOf(length(6, 'months'), '2035-12-28', calendar)).toBe('2036-06-28')
})

test('weeks and months cannot be working days', () => {
  const term = { ...fiveWorkingDays, id: 't', label: 't', from: 'a', to: ['b'], source: 's', expectations: [] }
  expect(Term.safeParse(term).success).toBe(true)
  for (const unit of ['weeks', 'months']) expect(Term.safeParse({ ...term, unit }).success).toBe(false)
  for (const value of [0, -5, 1.5]) expect(Term.safeParse({ ...term, value }).success).toBe(false)
})

// The oracle walks along a list of days that the platform's calendar made. It knows the table only as a list of texts.

const days = everyDay('2010-01-01', '2035-12-31')
const indexOf = new Map(days.map((day, index) => [day, index]))
const listed = new Set(table.years.flatMap((year) => year.days.map(({ date }) => date)))
const isClosed = (day: string) => listed.has(day) || [0, 6].includes(new Date(millisecondsOf(day)).getUTCDay())
const closed = days.map(isClosed)

const ofMonth = Map.groupBy(days.keys(), (index) => {
  const [year, month] = days[index]!.split('-').map(Number) as [number, number]
  return year * 12 + month
})

/** The index of the day that a term of months ends on: the day of that number, or the last before the month after. */
function monthsLater(start: string, months: number): number {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number]
  const sameMonth = ofMonth.get(year * 12 + month + months)!
  return sameMonth.find((index) => Number(days[index]!.slice(8)) === day) ?? sameMonth.at(-1)!
}

function oracle({ value, unit, basis, act }: Length, start: string): string {
  const first = indexOf.get(start)!
  if (basis === 'working') return days.slice(first + 1, first + 400).filter((_, index) => !closed[first + 1 + index])[value - 1]!
  let end = unit === 'months' ? monthsLater(start, value) : first + value * (unit === 'weeks' ? 7 : 1)
  const tooLong = (unit === 'days' && value > 90) || (unit === 'weeks' && value > 12) || (unit === 'months' && value > 3)
  if (!act || tooLong) return days[end]!
  const atLeastThreeDays = !(unit === 'days' && value < 3)
  const openIn = () => closed.slice(first + 1, end + 1).filter((shut) => !shut).length
  while (atLeastThreeDays && openIn() < 2) end++
  while (closed[end]) end++
  return days[end]!
}

type DueDateOf = typeof dueDateOf
const starts = everyDay('2010-01-01', '2035-08-01')
const inAct = [length(1, 'days'), length(2, 'days'), length(3, 'days'), length(4, 'days'), fiveDays, tenWeeks, length(13, 'weeks')]

/** The first start from which the engine and the oracle do not agree. */
function firstDisagreement(said: DueDateOf, lengths: readonly Length[]): unknown {
  for (const start of starts) {
    for (const term of lengths) if (said(term, start, calendar) !== oracle(term, start)) return { start, term }
  }
  return undefined
}

test('from every day of 2010 to 2035 the short terms end where walking day by day ends', { timeout: 60_000 }, () => {
  expect(firstDisagreement(dueDateOf, [...inAct, fiveWorkingDays, length(1, 'days', false, 'working')])).toBeUndefined()
})

const lengths: fc.Arbitrary<Length> = fc.oneof(
  fc.record({ value: fc.integer({ min: 1, max: 120 }), unit: fc.constant('days' as const), basis: fc.constantFrom('calendar' as const, 'working' as const), act: fc.boolean() }),
  fc.record({ value: fc.integer({ min: 1, max: 15 }), unit: fc.constant('weeks' as const), basis: fc.constant('calendar' as const), act: fc.boolean() }),
  fc.record({ value: fc.integer({ min: 1, max: 4 }), unit: fc.constant('months' as const), basis: fc.constant('calendar' as const), act: fc.boolean() }),
)

test('every term ends where walking day by day ends', { timeout: 60_000 }, () => {
  fc.assert(fc.property(lengths, fc.nat(starts.length - 100), (term, index) => {
    expect(dueDateOf(term, starts[index]!, calendar)).toBe(oracle(term, starts[index]!))
  }), { numRuns: 2_000 })
})

const noGoodFriday = without((name) => name === 'Goede Vrijdag')
const noChristmasEve = without((name) => name === 'Maandag voor Eerste Kerstdag')
const noHolidays: Calendar = { years: calendar.years, holidays: new Set() }
const articleOneOnly: DueDateOf = (term, start, on) => {
  const end = dueDateOf({ ...term, act: false }, start, on)!
  return term.act ? dueDateOf(length(1, 'days'), addDays(end, -1), on) : end
}

test.each<[string, DueDateOf]>([
  ['an act that is not applied', (term, start, on) => dueDateOf({ ...term, act: false }, start, on)],
  ['article 2 forgotten', articleOneOnly],
  ['article 2 for a term of two days', (term, start, on) =>
    (term.act && term.unit === 'days' && term.value === 2 ? dueDateOf(length(3, 'days'), start, on) : dueDateOf(term, start, on))],
  ['holidays forgotten', (term, start) => dueDateOf(term, start, noHolidays)],
  ['Good Friday forgotten', (term, start) => dueDateOf(term, start, noGoodFriday)],
  ['a decree forgotten', (term, start) => dueDateOf(term, start, noChristmasEve)],
  ['the first day counted', (term, start, on) => dueDateOf(term, addDays(start, -1), on)],
  ['the act applied to what is too long for it', (term, start, on) =>
    dueDateOf(term.value > 12 ? length(1, 'days') : term, term.value > 12 ? addDays(start, term.value * 7 - 1) : start, on)],
])('the walk day by day notices %s', (_, bug) => {
  expect(firstDisagreement(bug, inAct)).toBeDefined()
})

// Where a file stands.

const term = (own: Partial<Term> = {}): Term => ({
  id: 'triage', label: 'Triage', value: 5, unit: 'days', basis: 'calendar', from: 'report', to: ['decision'], act: true,
  source: 'een test', expectations: [], ...own,
})
const at = (referenceDate: string) => ({ referenceDate, calendar })
const stands = (answers: Record<string, DateAnswer>, on = '2016-05-20', own: Partial<Term> = {}) =>
  resultOf(term(own), (field) => answers[field] ?? null, at(on))

test.each<[string, Record<string, DateAnswer>, Partial<TermResult>]>([
  ['on the last day it is on time', { report: '2016-04-04', decision: '2016-04-11' }, { state: 'on-time', due: '2016-04-11', days: 7, lateBy: 0 }],
  ['a day later it is late', { report: '2016-04-04', decision: '2016-04-12' }, { state: 'late', lateBy: 1, days: 8, open: false }],
  ['on the day itself it is on time', { report: '2016-04-04', decision: '2016-04-04' }, { state: 'on-time', days: 0 }],
  ['open and past its term it is late', { report: '2016-05-02', decision: 'not-yet' }, { state: 'late', due: '2016-05-09', lateBy: 11, open: true, days: 18 }],
  ['open within its term it runs', { report: '2016-05-17', decision: 'not-yet' }, { state: 'running', due: '2016-05-23', days: 3, open: true }],
  ['without an end it cannot be told', { report: '2016-04-04', decision: 'not-found' }, { state: 'not-determinable', days: null }],
  ['unanswered it cannot be told', { report: '2016-04-04' }, { state: 'not-determinable' }],
  ['without a beginning it cannot be told', { report: 'not-found', decision: '2016-04-04' }, { state: 'not-determinable' }],
  ['without both it cannot be told', {}, { state: 'not-determinable' }],
  ['an end before the beginning cannot be told', { report: '2016-04-04', decision: '2016-04-01' }, { state: 'not-determinable', due: null }],
  ['an end that does not arise does not apply', { report: '2016-04-04', decision: 'not-applicable' }, { state: 'not-applicable' }],
  ['a beginning that does not arise does not apply', { report: 'not-applicable', decision: '2016-04-04' }, { state: 'not-applicable' }],
  ['what has not begun does not apply yet', { report: 'not-yet', decision: 'not-yet' }, { state: 'not-applicable' }],
  ['an end without having begun cannot be told', { report: 'not-yet', decision: '2016-04-04' }, { state: 'not-determinable' }],
  ['a beginning after the reference date cannot be told', { report: '2016-05-21', decision: 'not-yet' }, { state: 'not-determinable' }],
  ['an end after the reference date was open on it', { report: '2016-05-17', decision: '2016-05-23' }, { state: 'running', open: true, days: 3 }],
  ['an end after the reference date was late on it', { report: '2016-05-02', decision: '2016-05-23' }, { state: 'late', lateBy: 11, open: true }],
  ['a year that the table does not know cannot be told', { report: '2009-04-06', decision: '2009-04-07' }, { state: 'not-determinable' }],
])('%s', (_, answers, expected) => {
  expect(stands(answers)).toMatchObject(expected)
})

test('an open file is late on the day after its last day, and not before', () => {
  const open = { report: '2016-05-02', decision: 'not-yet' }
  expect(['2016-05-08', '2016-05-09', '2016-05-10', '2016-05-11'].map((on) => [stands(open, on).state, stands(open, on).lateBy])).toEqual([
    ['running', 0], ['running', 0], ['late', 1], ['late', 2],
  ])
})

test.each<[string, Record<string, DateAnswer>, Partial<TermResult>]>([
  ['both in time', { decision: '2016-04-06', start: '2016-04-11' }, { state: 'on-time', days: 7 }],
  ['one late', { decision: '2016-04-06', start: '2016-04-13' }, { state: 'late', lateBy: 2 }],
  ['one late and one missing', { decision: 'not-found', start: '2016-04-13' }, { state: 'late', lateBy: 2 }],
  ['one in time and one missing', { decision: '2016-04-06', start: 'not-found' }, { state: 'not-determinable' }],
  ['one in time and one that does not arise', { decision: '2016-04-06', start: 'not-applicable' }, { state: 'on-time', days: 2 }],
  ['one late and one open', { decision: '2016-04-13', start: 'not-yet' }, { state: 'late', lateBy: 39, open: true }],
  ['one before the beginning', { decision: '2016-04-01', start: '2016-04-13' }, { state: 'not-determinable' }],
])('of two ends, %s', (_, answers, expected) => {
  expect(stands({ report: '2016-04-04', ...answers }, '2016-05-20', { to: ['decision', 'start'] })).toMatchObject(expected)
})

test('a term in working days counts in working days what it took', () => {
  const working = { basis: 'working' as const, act: false }
  expect(stands({ report: '2016-03-24', decision: '2016-04-04' }, '2016-05-20', working)).toMatchObject({ state: 'on-time', days: 5, due: '2016-04-04' })
  expect(stands({ report: '2016-03-24', decision: '2016-04-06' }, '2016-05-20', working)).toMatchObject({ state: 'late', days: 7, lateBy: 2 })
})

/** What happened on each day, one day after the other: late by every day after the last one on which something was still undone that morning. */
function stateByWalking(answers: Record<string, DateAnswer>, ends: readonly string[], referenceDate: string): [string, number] {
  const relevant = ends.map((end) => answers[end]!).filter((answer) => answer !== 'not-applicable')
  const report = answers.report!
  if (report === 'not-applicable' || relevant.length === 0) return ['not-applicable', 0]
  if (report === 'not-yet' && relevant.every((answer) => answer === 'not-yet')) return ['not-applicable', 0]
  if (report.startsWith('not') || report > referenceDate) return ['not-determinable', 0]
  if (relevant.some((answer) => !answer.startsWith('not') && answer < report)) return ['not-determinable', 0]
  const due = oracle(fiveDays, report)
  const undone = (answer: DateAnswer, day: string) => answer === 'not-yet' || (answer !== 'not-found' && answer >= day)
  const lateDays = everyDay(report, referenceDate).filter((day) => day > due && relevant.some((answer) => undone(answer, day)))
  if (lateDays.length > 0) return ['late', lateDays.length]
  if (relevant.includes('not-found')) return ['not-determinable', 0]
  return [relevant.some((answer) => answer === 'not-yet' || answer > referenceDate) ? 'running' : 'on-time', 0]
}

const answer = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 40 }).map((index) => addDays('2016-04-15', index)) },
  { weight: 3, arbitrary: fc.constantFrom<DateAnswer>('not-yet', 'not-found', 'not-applicable') },
)
const files = fc.record({ report: answer, decision: answer, start: answer })
const agrees = (said: typeof resultOf) => fc.property(files, fc.integer({ min: 10, max: 40 }), (answers, index) => {
  const referenceDate = addDays('2016-04-15', index)
  const { state, lateBy } = said(term({ to: ['decision', 'start'] }), (field) => answers[field as keyof typeof answers], at(referenceDate))
  expect([state, lateBy]).toEqual(stateByWalking(answers, ['decision', 'start'], referenceDate))
})

test('every file stands where walking through its days puts it', () => {
  fc.assert(agrees(resultOf), { numRuns: 5_000 })
})

const saying = (from: DateAnswer, to: DateAnswer): typeof resultOf => (term, answerOf, on) =>
  resultOf(term, (field) => (answerOf(field) === from ? to : answerOf(field)), on)

test.each<[string, typeof resultOf]>([
  ['a missing date taken as on time', (...of) => (resultOf(...of).state === 'not-determinable' ? { ...resultOf(...of), state: 'on-time' } : resultOf(...of))],
  ['a missing date taken as open', saying('not-found', 'not-yet')],
  ['an open date taken as missing', saying('not-yet', 'not-found')],
  ['what does not arise taken as missing', saying('not-applicable', 'not-found')],
  ['running taken as on time', (...of) => (resultOf(...of).state === 'running' ? { ...resultOf(...of), state: 'on-time' } : resultOf(...of))],
  ['only the first end looked at', (term, ...of) => resultOf({ ...term, to: term.to.slice(0, 1) }, ...of)],
  ['a reference date one day on', (term, answerOf, on) => resultOf(term, answerOf, { ...on, referenceDate: addDays(on.referenceDate, 1) })],
  ['working days instead of the act', (term, ...of) => resultOf({ ...term, basis: 'working' }, ...of)],
])('walking through the days notices %s', (_, bug) => {
  expect(fc.check(agrees(bug), { numRuns: 5_000 }).failed).toBe(true)
})
