import { addDays, type Calendar, isWorkingDay, type PlainDate } from './calendar.ts'
import { Audience, type LocalMoment, type Notice } from './publication.ts'

/** Who is usually told when: on the working day before, or as soon as the embargo ends. An inspectorate moves them as it agrees with others. */
const USUAL: readonly { audience: Audience; before: string | null }[] = [
  { audience: 'board', before: '10:00' }, { audience: 'municipalities', before: '10:00' }, { audience: 'minister', before: '12:00' },
  { audience: 'site', before: null }, { audience: 'council', before: null }, { audience: 'press', before: null },
]

/** Whom to tell when around the moment at which an embargo ends. */
export function usualNotices(embargo: LocalMoment, calendar: Calendar): Pick<Notice, 'audience' | 'at'>[] {
  const before = workingDayBefore(embargo.slice(0, 10), calendar)
  return USUAL.map(({ audience, before: time }) => ({ audience, at: time === null ? embargo : `${before}T${time}` }))
}

function workingDayBefore(day: PlainDate, calendar: Calendar): PlainDate {
  let before = addDays(day, -1)
  while (!isWorkingDay(calendar, before)) before = addDays(before, -1)
  return before
}

/** By time, and at one time in the order in which they are told. */
export const inTimeOrder = <T extends { notice: Pick<Notice, 'at' | 'audience'>; id: string }>(notices: readonly T[]): T[] =>
  notices.toSorted(({ notice: a, id: one }, { notice: b, id: other }) =>
    a.at.localeCompare(b.at) || Audience.options.indexOf(a.audience) - Audience.options.indexOf(b.audience) || one.localeCompare(other))
