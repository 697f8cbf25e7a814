import { z } from 'zod'
import type { PlainDate } from './calendar.ts'
import { Sha256 } from './change.ts'
import { AnswerTerm, lastDayOf } from './factual-check.ts'
import { Line } from './text.ts'

const Told = z.string().max(4_000)

/** What an organisation may give its view on before it is decided. */
export const ViewSubject = z.enum(['measure', 'publication'])
export type ViewSubject = z.infer<typeof ViewSubject>

/**
 * The view (zienswijze, Awb 4:8) of an organisation on an intended measure or publication, under an own id; it is there as long as it has a subject.
 * Never a remark on facts: an own term, document and reply. `document` is how the paper is called, `file` its SHA-256; `waived` tells on which day
 * the organisation said that it gives none. `inReport` puts the view and the reply into an annex of the report, as Wot art. 21 asks of schools.
 */
export const View = z.strictObject({
  subject: ViewSubject,
  what: Line,
  askedOn: z.iso.date(),
  term: AnswerTerm,
  receivedOn: z.iso.date(),
  document: Line,
  file: Sha256,
  waived: z.iso.date(),
  summary: Told,
  reply: Told,
  repliedOn: z.iso.date(),
  inReport: z.literal(true),
})
export type View = z.infer<typeof View>

/** `lapsed` is a term that passed without a view. */
export const ViewStanding = z.enum(['not-asked', 'running', 'lapsed', 'waived', 'received', 'replied'])
export type ViewStanding = z.infer<typeof ViewStanding>

export type ViewDays = { readonly [F in 'askedOn' | 'term' | 'receivedOn' | 'waived' | 'repliedOn' | 'reply']: View[F] | null }

/** The last day for a view; none while nobody asked, or no term was set. */
export const viewDueOf = ({ askedOn, term }: Pick<ViewDays, 'askedOn' | 'term'>): PlainDate | null => (askedOn === null || term === null ? null : lastDayOf(term, askedOn))

/** How far a view is on a day. Only a reply with its day and its words is one; without a term nothing ever lapses. */
export function viewStandingOf(view: ViewDays, today: PlainDate): ViewStanding {
  const { receivedOn, waived, repliedOn, reply } = view
  if (receivedOn !== null) return repliedOn !== null && (reply ?? '').trim() !== '' ? 'replied' : 'received'
  if (waived !== null) return 'waived'
  const due = viewDueOf(view)
  if (view.askedOn === null) return 'not-asked'
  return due === null || due >= today ? 'running' : 'lapsed'
}

/** Whether it stands in the report: only where someone chose so, and only what was received. What is waived, late in coming or in dispute has nothing to print. */
export const isViewReported = ({ inReport, receivedOn, summary }: { readonly [F in 'inReport' | 'receivedOn' | 'summary']: View[F] | null }): boolean =>
  inReport === true && receivedOn !== null && (summary ?? '').trim() !== ''

/** Whether a decision on its subject must wait: for the view itself, or for the reply to it. */
export const isViewOpen = (standing: ViewStanding) => standing === 'not-asked' || standing === 'running' || standing === 'received'
