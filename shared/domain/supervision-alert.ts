import { z } from 'zod'
import { addDays, type Calendar, daysBetween, PlainDate } from './calendar.ts'
import { Month, nextMonth } from './month.ts'
import { dueOf, type SetTerm, standingOf, type ToldEvents } from './supervision.ts'
import { dueDateOf } from './term.ts'

/** From how many days before its last day something is told of. */
export const SOON = 14
/** The day of the next month by which figures over a month are expected: our own parameter, for no source names one. */
export const FIGURES_BY = 15

export const AlertKind = z.enum(['ends', 'views', 'measure', 'answer', 'pledge', 'figures', 'online', 'objection', 'request'])
/**
 * Something that is due or overdue. `days` are left, below nought it is late; both are null where the last day cannot be reckoned because the table
 * of holidays lacks a year. `months` are those without figures.
 */
export const Alert = z.strictObject({
  id: z.string(), kind: AlertKind, due: PlainDate.nullable(), days: z.int().nullable(), what: z.string().nullable(), months: z.array(Month),
})
export type Alert = z.infer<typeof Alert>

/** On which day one looks, and with which holidays. */
export interface On {
  today: PlainDate
  calendar: Calendar
}
type Asked = { figuresFrom: string | null; figuresUntil: string | null }
type Due = Pick<Alert, 'id' | 'kind' | 'what'> & { due: PlainDate | null }

/** Everything that is due within two weeks or overdue on a day, most urgent first; `received` are the months over which there are figures. */
export function alertsOf(events: ToldEvents, asked: Asked, received: ReadonlySet<string>, on: On): Alert[] {
  const dated = [...endsOf(events, on), ...viewsOf(events, on), ...measuresOf(events, on), ...answersOf(events, on), ...pledgesOf(events)]
    .map((one): Alert => ({ ...one, days: one.due === null ? null : daysBetween(on.today, one.due), months: [] }))
    .filter(({ days }) => days === null || days <= SOON)
  return [...dated, ...figuresOf(asked, received, on.today)].sort((a, b) => (a.due ?? '0').localeCompare(b.due ?? '0') || a.id.localeCompare(b.id))
}

function endsOf({ intensified, extension }: ToldEvents, { today }: On): Due[] {
  return intensified.flatMap((one) => {
    const standing = standingOf(one, extension, today)
    const isOver = standing === null || standing.state === 'lifted'
    return isOver ? [] : [{ id: one.id, kind: 'ends' as const, due: standing.ends, what: null }]
  })
}

const afterTerm = (day: PlainDate | null, term: SetTerm | null, { calendar }: On) => (day && term ? dueDateOf(term, day, calendar) : null)

/** A view can be given until its term has passed; whether one was given is no duty of anyone, so afterwards nothing is told. */
function viewsOf({ intensified }: ToldEvents, on: On): Due[] {
  return intensified.filter(({ views, day, lifted }) => views !== null && day !== null && lifted === null)
    .map((one) => ({ id: one.id, kind: 'views' as const, due: afterTerm(one.day, one.views, on), what: null }))
    .filter(({ due }) => due === null || due >= on.today)
}

function measuresOf({ measure }: ToldEvents, { calendar }: On): Due[] {
  return measure.filter(({ complied, withdrawn, term, until }) => complied === null && withdrawn === null && (term !== null || until !== null))
    .map((one) => ({ id: one.id, kind: 'measure' as const, due: dueOf(one, calendar), what: one.kind }))
}

function answersOf({ letter }: ToldEvents, on: On): Due[] {
  return letter.filter(({ within, answered, day }) => within !== null && day !== null && answered === null)
    .map((one) => ({ id: one.id, kind: 'answer' as const, due: afterTerm(one.day, one.within, on), what: one.subject }))
}

function pledgesOf({ pledge }: ToldEvents): Due[] {
  return pledge.filter(({ due, outcome }) => due !== null && outcome === null)
    .map(({ id, due, what }) => ({ id, kind: 'pledge' as const, due, what }))
}

/** One alert for all months over which figures were asked, should be there and are not. */
function figuresOf({ figuresFrom, figuresUntil }: Asked, received: ReadonlySet<string>, today: PlainDate): Alert[] {
  if (figuresFrom === null) return []
  const months: string[] = []
  for (let month = figuresFrom; expectedBy(month) < today && month <= (figuresUntil ?? '9999-12'); month = nextMonth(month)) {
    if (!received.has(month)) months.push(month)
  }
  const [first] = months
  if (first === undefined) return []
  const due = expectedBy(first)
  return [{ id: `figures ${first}`, kind: 'figures', due, days: daysBetween(today, due), what: null, months }]
}

const expectedBy = (month: string): PlainDate => addDays(`${nextMonth(month)}-01`, FIGURES_BY - 1)
