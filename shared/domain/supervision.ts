import { z } from 'zod'
import { appError } from '../errors.ts'
import { addDays, addMonths, type Calendar, daysBetween, PlainDate } from './calendar.ts'
import { Month } from './month.ts'
import { dueDateOf, Term } from './term.ts'
import { Line, Text } from './text.ts'

/**
 * The supervision file (toezichtdossier) of one organisation: a log of its own, under the id of the organisation, so that wherever it is begun it
 * is the same file. `figuresFrom` and `figuresUntil` are the first and last month ('YYYY-MM') over which monthly figures are asked.
 */
export const Dossier = z.strictObject({ organisation: z.uuid(), figuresFrom: Month, figuresUntil: Month })

/** A term as a decision or letter sets it: how long, in which days, by which source, and whether the Algemene termijnenwet applies (`act`). */
export const SetTerm = z.strictObject({
  value: Term.shape.value, unit: Term.shape.unit, basis: Term.shape.basis, act: z.boolean(), source: Line,
}).refine(({ unit, basis }) => unit === 'days' || basis === 'calendar', { path: ['basis'] })
export type SetTerm = z.infer<typeof SetTerm>

/** From the first day up to and with the last. */
export const Period = z.strictObject({ from: PlainDate, until: PlainDate })
export type Period = z.infer<typeof Period>

/** Every event of a file has the `day` on which it was; without one it is not there any more. People are named by their function only. */
const day = PlainDate

export const MeetingKind = z.enum(['regular', 'board'])
/** A talk of which no report is made. */
export const Meeting = z.strictObject({ day, kind: MeetingKind, with: Line, agenda: Text, agreed: Text })

export const Every = z.enum(['week', 'two-weeks', 'month', 'quarter'])
/** `day` is that of the announcement, from which the term for a view (zienswijze) on it runs; `published` that on which the announcement became public. */
export const Intensified = z.strictObject({
  day, period: Period, conditions: Text, every: Every, views: SetTerm, published: PlainDate, lifted: PlainDate, liftedBecause: Text,
})
/** `of` is the intensified supervision that goes on. */
export const Extension = z.strictObject({ day, of: z.uuid(), period: Period, because: Text })

export const MeasureKind = z.enum(['instruction', 'order', 'penalty-order', 'recovery'])
export type MeasureKind = z.infer<typeof MeasureKind>
/** A decision with a term, or with its last day named in so many words (`until`, which then holds). `recovery` is a hersteltermijn. */
export const Measure = z.strictObject({
  day, kind: MeasureKind, content: Text, term: SetTerm, until: PlainDate, penalty: Line, published: PlainDate, complied: PlainDate, withdrawn: PlainDate,
})

export const Direction = z.enum(['sent', 'received'])
export const Letter = z.strictObject({ day, direction: Direction, party: Line, reference: Line, subject: Line, within: SetTerm, answered: PlainDate })

export const PledgeOutcome = z.enum(['kept', 'late', 'not-kept'])
/** A promise (toezegging), by whoever holds the function named. */
export const Pledge = z.strictObject({ day, by: Line, what: Text, due: PlainDate, outcome: PledgeOutcome, settledOn: PlainDate })

export const SignalKind = z.enum(['media', 'council', 'former-staff', 'other'])
export const Signal = z.strictObject({ day, kind: SignalKind, from: Line, content: Text, done: Text })

export const TrustCode = z.enum(['trust', 'doubt', 'no-trust'])
/** Trust in the board: a judgement of its own, that follows from nothing else. */
export const Trust = z.strictObject({ day, trust: TrustCode, because: Text })

/** A point established as done after publication. It changes nothing of what was published. */
export const Established = z.strictObject({ day, point: Line, how: Text, inspection: z.uuid(), improvement: z.uuid() })

export const FreeEvent = z.strictObject({ day, title: Line, text: Text })

/** What happens in the supervision of an organisation, each under an id of its own. */
export const events = {
  meeting: Meeting, intensified: Intensified, extension: Extension, measure: Measure, letter: Letter, pledge: Pledge, signal: Signal, trust: Trust,
  established: Established, event: FreeEvent,
}
export type EventEntity = keyof typeof events

/** An event as far as all agree on it. */
export type Told<E extends EventEntity> = { id: string } & { [F in keyof z.infer<(typeof events)[E]>]: z.infer<(typeof events)[E]>[F] | null }
export type ToldEvents = { readonly [E in EventEntity]: readonly Told<E>[] }

const inMonths = (value: number, source: string): SetTerm => ({ value, unit: 'months', basis: 'calendar', act: false, source })

/** How long intensified supervision may last at a time. */
export const AT_A_TIME = inMonths(6, 'Beleid van de inspecties: telkens ten hoogste zes maanden. Geen wettelijke termijn, dus zonder Algemene termijnenwet.')

/** What is proposed where a decision names no term yet; a person fills in what it says. */
export const PROPOSED: Readonly<Record<MeasureKind, SetTerm>> = {
  instruction: inMonths(4, 'Naar een gepubliceerde aanwijzing (ECLI:NL:RBMNE:2021:6276); het besluit bepaalt de termijn.'),
  order: { value: 7, unit: 'days', basis: 'calendar', act: false, source: 'Niet nagegaan; het bevel bepaalt de termijn.' },
  'penalty-order': inMonths(4, 'Niet nagegaan; het besluit bepaalt de termijn.'),
  recovery: inMonths(6, 'Nieuwe toetsing na zes maanden bij matig of onvoldoende (stap 2, 2017). Beleid, dus zonder Algemene termijnenwet.'),
}

/** The last day that a period may have. The same day so many months on, or the last of that month. */
export const latestOf = (from: PlainDate) => addMonths(from, AT_A_TIME.value)

/** Refuses a period that ends before it begins, and more than six months at once. */
export function assertAtATime(value: unknown): void {
  const { success, data } = Period.safeParse(value)
  if (!success) return // what has another shape is refused by its schema
  if (data.until < data.from) throw appError('days-reversed', { firstDay: data.from, lastDay: data.until })
  const latest = latestOf(data.from)
  if (data.until > latest) throw appError('supervision-too-long', { until: data.until, latest, months: AT_A_TIME.value })
}

/** Where intensified supervision stands: `days` have passed since it began, `gap` tells that an extension began after the end of what it extends. */
export interface Standing {
  state: 'announced' | 'running' | 'lapsed' | 'lifted'
  ends: PlainDate
  days: number
  gap: boolean
}

/** None while its period is not known. The day of lifting counts as the day after the last: 31 May to 10 November 2016 are 163 days. */
export function standingOf(one: Told<'intensified'>, extensions: readonly Told<'extension'>[], today: PlainDate): Standing | null {
  if (!one.period) return null
  const { from } = one.period
  const later = extensions.filter(({ of, period }) => of === one.id && period !== null)
    .map(({ period }) => period!)
    .sort((a, b) => a.from.localeCompare(b.from))
  let [ends, gap] = [one.period.until, false]
  for (const period of later) {
    if (period.from > addDays(ends, 1)) gap = true
    if (period.until > ends) ends = period.until
  }
  const lifted = one.lifted !== null && one.lifted <= today
  const state = lifted ? 'lifted' : today < from ? 'announced' : today > ends ? 'lapsed' : 'running'
  return { state, ends, days: Math.max(0, daysBetween(from, lifted ? one.lifted! : today)), gap }
}

/** The last day of a measure; null when nothing says it, or the table of holidays does not. */
export function dueOf({ day: start, term, until }: Told<'measure'>, calendar: Calendar): PlainDate | null {
  return until ?? (start !== null && term !== null ? dueDateOf(term, start, calendar) : null)
}
