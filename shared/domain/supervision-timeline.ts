import { z } from 'zod'
import { type Calendar, PlainDate } from './calendar.ts'
import { dueOf, standingOf, type Told, type ToldEvents } from './supervision.ts'

export const TimelineKind = z.enum(['round', 'supervision', 'contact', 'pledge', 'signal', 'trust', 'established', 'document', 'figures', 'other'])
export type TimelineKind = z.infer<typeof TimelineKind>

export const TimelineCode = z.enum([
  'round', 'document', 'figures', 'announced', 'intensified', 'extension', 'published', 'lifted', 'instruction', 'order', 'penalty-order', 'recovery', 'complied',
  'withdrawn', 'regular', 'board', 'sent', 'received', 'answered', 'pledged', 'kept', 'late', 'not-kept', 'media', 'council', 'former-staff', 'other',
  'trust', 'doubt', 'no-trust', 'established', 'event',
])
export type TimelineCode = z.infer<typeof TimelineCode>

/**
 * One thing that happened; `until` is the last day of what lasts. `text` is what was recorded of it; `facts` complete the sentence that a screen
 * makes of `code`.
 */
export const TimelineItem = z.strictObject({
  id: z.string(), kind: TimelineKind, code: TimelineCode, day: PlainDate, until: PlainDate.nullable(), text: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type TimelineItem = z.infer<typeof TimelineItem>

/** What lies outside the file: rounds with their outcome in the words of the framework (null while open), documents, and months with figures. */
export interface Beyond {
  rounds: readonly { id: string; kind: string; firstDay: PlainDate | null; lastDay: PlainDate | null; outcome: string | null; met: number; assessed: number }[]
  documents: readonly { id: string; title: string | null; day: PlainDate }[]
  months: readonly string[]
}

type Moment = { id: string; kind: TimelineKind; code: TimelineCode; day: PlainDate | null; until?: PlainDate | null; text?: string | null; facts?: TimelineItem['facts'] }

/** Everything that happened around an organisation, oldest first; what has no day is left out. */
export function timelineOf(events: ToldEvents, beyond: Beyond, today: PlainDate, calendar: Calendar): TimelineItem[] {
  const moments = [...roundsOf(beyond), ...intensifiedOf(events, today), ...measuresOf(events, calendar), ...contactsOf(events), ...restOf(events)]
  return moments
    .flatMap(({ day, until = null, text = null, facts = {}, ...one }): TimelineItem[] => (day === null ? [] : [{ ...one, day, until, text, facts }]))
    .sort((a, b) => a.day.localeCompare(b.day) || TimelineCode.options.indexOf(a.code) - TimelineCode.options.indexOf(b.code) || a.id.localeCompare(b.id))
}

function roundsOf({ rounds, documents, months }: Beyond): Moment[] {
  const years = Map.groupBy(months.toSorted(), (month) => month.slice(0, 4))
  return [
    ...rounds.map(({ id, kind, firstDay, lastDay, outcome, met, assessed }): Moment => ({
      id, kind: 'round', code: 'round', day: firstDay, until: lastDay === firstDay ? null : lastDay, text: outcome, facts: { round: kind, met, assessed },
    })),
    ...documents.map(({ id, title, day }): Moment => ({ id, kind: 'document', code: 'document', day, text: title })),
    ...[...years].map(([year, own]): Moment => ({
      id: `figures ${year}`, kind: 'figures', code: 'figures', day: `${own[0]!}-01`, facts: { year, count: new Set(own).size },
    })),
  ]
}

function intensifiedOf({ intensified, extension }: ToldEvents, today: PlainDate): Moment[] {
  return intensified.flatMap((one): Moment[] => {
    const standing = standingOf(one, extension, today)
    const own = { id: one.id, kind: 'supervision' as const }
    const isSameDay = one.day === one.period?.from
    const from = one.period?.from ?? null
    return [
      ...(isSameDay && from !== null ? [] : [{ ...own, code: 'announced' as const, day: one.day }]),
      { ...own, code: 'intensified', day: from, until: one.lifted ?? standing?.ends ?? null, text: one.conditions, facts: standing ? { days: standing.days } : {} },
      { ...own, code: 'published', day: one.published, text: null },
      { ...own, code: 'lifted', day: one.lifted, text: one.liftedBecause, facts: standing ? { days: standing.days } : {} },
    ]
  }).concat(extension.map((one): Moment => ({ id: one.id, kind: 'supervision', code: 'extension', day: one.period?.from ?? one.day, until: one.period?.until ?? null, text: one.because })))
}

function measuresOf({ measure }: ToldEvents, calendar: Calendar): Moment[] {
  return measure.flatMap((one): Moment[] => {
    const own = { id: one.id, kind: 'supervision' as const }
    return [
      { ...own, code: one.kind ?? 'other', day: one.day, until: one.complied ?? one.withdrawn ?? dueOf(one, calendar), text: one.content },
      { ...own, code: 'published', day: one.published, text: one.content },
      { ...own, code: 'complied', day: one.complied, text: one.content },
      { ...own, code: 'withdrawn', day: one.withdrawn, text: one.content },
    ]
  })
}

function contactsOf({ meeting, letter }: ToldEvents): Moment[] {
  const letters = letter.flatMap((one): Moment[] => [
    { id: one.id, kind: 'contact', code: one.direction ?? 'other', day: one.day, text: lined(one.reference, one.subject) },
    { id: one.id, kind: 'contact', code: 'answered', day: one.answered, text: one.subject },
  ])
  return [...meeting.map((one): Moment => ({ id: one.id, kind: 'contact', code: one.kind ?? 'other', day: one.day, text: one.agreed ?? one.agenda })), ...letters]
}

function restOf({ pledge, signal, trust, established, event }: ToldEvents): Moment[] {
  return [
    ...pledge.flatMap(pledgeOf),
    ...signal.map((one): Moment => ({ id: one.id, kind: 'signal', code: one.kind ?? 'other', day: one.day, text: one.content })),
    ...trust.map((one): Moment => ({ id: one.id, kind: 'trust', code: one.trust ?? 'other', day: one.day, text: one.because })),
    ...established.map((one): Moment => ({ id: one.id, kind: 'established', code: 'established', day: one.day, text: one.point })),
    ...event.map((one): Moment => ({ id: one.id, kind: 'other', code: 'event', day: one.day, text: lined(one.title, one.text) })),
  ]
}

const pledgeOf = (one: Told<'pledge'>): Moment[] => [
  { id: one.id, kind: 'pledge', code: 'pledged', day: one.day, text: lined(one.by, one.what) },
  ...(one.outcome === null ? [] : [{ id: one.id, kind: 'pledge' as const, code: one.outcome, day: one.settledOn ?? one.due, text: one.what }]),
]

const lined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(': ') || null
