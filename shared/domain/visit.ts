import { z } from 'zod'
import { WallTime } from './observation.ts'
import { Line } from './text.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Prose = z.string().max(20_000)

/** What can be left to do when a day is closed, in the order in which the list shows it. */
export const ClosingCode = z.enum(['danger-open', 'notes-unassigned', 'without-source', 'privacy-open', 'differences', 'exchange-missing', 'backup-missing'])
export type ClosingCode = z.infer<typeof ClosingCode>

/** How often something was left. */
export const Left = z.strictObject({ code: ClosingCode, count: z.int().nonnegative() })
export type Left = z.infer<typeof Left>

/**
 * One day at one place, under an id of its own; it is there as long as it has a day. Times are those of a clock on the wall, `receivedBy` is a
 * function and never a name. `points` and `reaction` are what was told at the end and what the board said to it; `closed` keeps what was
 * still open when the day was closed.
 */
export const Visit = z.strictObject({
  day: z.iso.date(),
  unit: Line,
  arrivedAt: Clock,
  receivedBy: Line,
  identified: z.boolean(),
  explained: z.boolean(),
  privacyGiven: z.boolean(),
  refusedAt: Clock,
  refusedWords: Prose,
  leftAt: Clock,
  points: Prose,
  reaction: Prose,
  questions: Prose,
  closed: z.strictObject({ at: z.iso.datetime(), open: z.array(Left).max(20) }),
})
export type Visit = z.infer<typeof Visit>

/** A document that the organisation will still send, under an id of its own; it is there as long as it says what. */
export const Agreement = z.strictObject({ visit: z.uuid(), what: Line, by: z.iso.date(), receivedOn: z.iso.date() })

/**
 * Acute danger to someone, under an id of its own: a pseudonym, what was seen in a few words, the function of whoever was told and when, what
 * was agreed, and when it was checked. It is never taken away: what is entered by mistake is answered too.
 */
export const Danger = z.strictObject({ pseudonym: Line, seen: Line, toldTo: Line, toldAt: WallTime, agreed: Prose, checkedAt: WallTime })
export type Danger = z.infer<typeof Danger>

const ANSWERS = ['toldTo', 'toldAt', 'agreed', 'checkedAt'] as const
export type DangerAnswer = (typeof ANSWERS)[number]

/** What a danger still asks for; while that is anything it stands in the way. An answer that is in dispute or erased is none. */
export const unansweredIn = (danger: Readonly<Record<DangerAnswer, { value: string | null }>>): DangerAnswer[] =>
  ANSWERS.filter((answer) => (danger[answer].value ?? '').trim() === '')
