import { addDays, PlainDate } from './calendar.ts'
import type { Deadline, TermKind } from './publication-term.ts'
import type { Audience, LocalMoment } from './publication.ts'

/** One line in a calendar. `at` is a day, or a moment by the clocks of the Netherlands; `stamp` is when what it follows from was recorded. */
export interface PublicationEvent {
  uid: string
  at: PlainDate | LocalMoment
  title: string
  text: string
  stamp: string
}

/** The words of a calendar, in the language of whoever asks for it. */
export interface EventWords {
  term: (kind: TermKind) => string
  audience: (audience: Audience) => string
  embargo: string
  telling: string
}

export interface ToPlan {
  inspection: string
  organisation: string
  deadlines: readonly Deadline[]
  notices: readonly { id: string; audience: Audience; at: LocalMoment; stamp: string }[]
  embargo: { at: LocalMoment; stamp: string } | null
  /** When the step from which a term runs was recorded. */
  stampOf: (deadline: Deadline) => string
}

/**
 * What stands in the calendar of a publication: the day that each term is about, the end of the embargo, and who is told when. Nothing that anyone
 * typed is in it, so no name can be; each keeps its UID however often it is moved.
 */
export function eventsOf({ inspection, organisation, deadlines, notices, embargo, stampOf }: ToPlan, words: EventWords): PublicationEvent[] {
  const uidOf = (id: string) => `${id}.${inspection}@veldtoets`
  const terms = deadlines.flatMap((deadline): PublicationEvent[] => {
    const { rule: { kind, source }, own, last } = deadline
    const isTyped = own || kind === 'views' // as a letter or a policy of one's own has it
    const at = kind === 'earliest' && last !== null ? addDays(last, 1) : last
    return at === null ? [] : [{ uid: uidOf(kind), at, title: `${words.term(kind)}: ${organisation}`, text: isTyped ? '' : source, stamp: stampOf(deadline) }]
  })
  const told = notices.map(({ id, audience, at, stamp }): PublicationEvent => (
    { uid: uidOf(id), at, title: `${words.telling}: ${words.audience(audience)} (${organisation})`, text: '', stamp }))
  const end: PublicationEvent[] = embargo ? [{ uid: uidOf('embargo'), at: embargo.at, title: `${words.embargo}: ${organisation}`, text: '', stamp: embargo.stamp }] : []
  return [...terms, ...end, ...told].sort((a, b) => a.at.localeCompare(b.at) || (a.uid < b.uid ? -1 : 1))
}
