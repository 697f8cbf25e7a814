import { z } from 'zod'
import type { PlainDate } from './calendar.ts'
import { ChangeId, Sha256 } from './change.ts'
import { CheckPlace } from './check-line.ts'
import { dueDateOf, type Length } from './term.ts'
import { Id, Line } from './text.ts'

const Told = z.string().max(4_000)

/** How long someone is given to answer, and by what: plain calendar days, for no act sets it. */
export const AnswerTerm = z.strictObject({ value: z.int().min(1).max(366), unit: z.enum(['days', 'weeks', 'months']), source: Line })
export type AnswerTerm = z.infer<typeof AnswerTerm>

/** What an organisation gets as long as its inspectorate did not choose otherwise. No published source states it. */
export const STANDARD_TERM: AnswerTerm = { value: 2, unit: 'weeks', source: 'Uitgangspunt van het programma, door de inspectie te bevestigen' }

/** The last day on which an answer is in time. The Algemene termijnenwet does not extend it: it holds for terms in an act or a decree. */
export function lastDayOf({ value, unit }: Pick<AnswerTerm, 'value' | 'unit'>, from: PlainDate): PlainDate {
  const length: Length = { value, unit, basis: 'calendar', act: false }
  return dueDateOf(length, from, { years: new Set(), holidays: new Set() })!
}

/**
 * A factual check (hoor en wederhoor), under an own id: what was given to the organisation, when, for how long, and the files by their SHA-256.
 * `state` is the state hash of that moment; `places` are its numbered lines, and tell the version that went out. `complete` is the day on which
 * the organisation said that it had no (more) remarks. One that never reached it is withdrawn, with a reason.
 */
export const FactualCheck = z.strictObject({
  sent: z.strictObject({
    on: z.iso.date(), term: AnswerTerm, due: z.iso.date(), state: Sha256,
    files: z.array(z.strictObject({ name: Line, sha256: Sha256 })).max(20), places: z.array(CheckPlace).max(20_000),
  }),
  complete: z.iso.date(),
  withdrawn: z.literal(true),
})
export type FactualCheck = z.infer<typeof FactualCheck>
export type SentCheck = FactualCheck['sent']

/** A form with remarks as it came back, under an id made of its check and its bytes: a claim of the organisation. */
export const RemarkForm = z.strictObject({ received: z.strictObject({ check: z.uuid(), on: z.iso.date(), file: Sha256 }) })
export type RemarkForm = z.infer<typeof RemarkForm>['received']

/** What the inspectors did with a remark. */
export const RemarkOutcome = z.enum(['taken-over', 'partly', 'not'])
export type RemarkOutcome = z.infer<typeof RemarkOutcome>

/**
 * A remark of the organisation, in its words. `where` is what it named as the place; `line` and `expectation` are what that is about. `answer` is why, and
 * goes to the organisation and into the annex. `processed` are the changes that say the text before and after.
 */
export const Remark = z.strictObject({
  said: z.strictObject({
    check: z.uuid(), form: z.uuid().nullable(), on: z.iso.date(), where: Line.nullable(), what: Told.regex(/\S/), should: Told.nullable(), proof: Told.nullable(),
  }),
  line: z.int().min(1).max(100_000),
  expectation: Id,
  outcome: RemarkOutcome,
  answer: Told,
  processed: z.strictObject({ before: ChangeId, after: ChangeId }),
})
export type Remark = z.infer<typeof Remark>
export type SaidRemark = Remark['said']

/**
 * How far a remark is: `unreasoned` lacks the reason that the organisation is owed, `unprocessed` is said to be taken over while nobody pointed at
 * the text that became of it.
 */
export const RemarkStanding = z.enum(['open', 'unreasoned', 'unprocessed', 'answered'])
export type RemarkStanding = z.infer<typeof RemarkStanding>

/** A remark as far as that asks for; what is in dispute says nothing. */
export type Answered = { readonly [F in 'line' | 'outcome' | 'answer' | 'processed']: Remark[F] | null }

export function standingOf({ line, outcome, answer, processed }: Answered): RemarkStanding {
  if (outcome === null) return 'open'
  if ((outcome !== 'taken-over' || line === null) && (answer ?? '').trim() === '') return 'unreasoned'
  return outcome !== 'not' && line !== null && processed === null ? 'unprocessed' : 'answered'
}

/** Whether a remark came after the last day. */
export const isLate = ({ on }: Pick<SaidRemark, 'on'>, { due }: Pick<SentCheck, 'due'>) => on > due

/** What keeps a report from being adopted: remarks by how far they are, and a term that still runs (`until`). */
export const CheckBlocker = z.strictObject({
  code: z.enum(['remarks-open', 'remarks-unreasoned', 'remarks-unprocessed', 'check-running']), ids: z.array(z.uuid()), until: z.iso.date().nullable(),
})
export type CheckBlocker = z.infer<typeof CheckBlocker>

/** A check and its remarks as far as adoption asks for them; withdrawn checks and their remarks are left out beforehand. */
export interface Checked {
  readonly checks: readonly { readonly id: string; readonly due: PlainDate; readonly complete: PlainDate | null }[]
  readonly remarks: readonly { readonly id: string; readonly standing: RemarkStanding }[]
}

/** What blocks adoption on a day; nothing where no check was held, of which whoever adopts must judge. */
export function factualCheckBlockersOf({ checks, remarks }: Checked, today: PlainDate): CheckBlocker[] {
  const of = (standing: RemarkStanding) => remarks.filter((remark) => remark.standing === standing).map(({ id }) => id)
  const running = checks.filter(({ due, complete }) => due >= today && (complete === null || complete > today))
  const blockers: CheckBlocker[] = [
    { code: 'remarks-open', ids: of('open'), until: null }, { code: 'remarks-unreasoned', ids: of('unreasoned'), until: null },
    { code: 'remarks-unprocessed', ids: of('unprocessed'), until: null },
    { code: 'check-running', ids: running.map(({ id }) => id), until: running.map(({ due }) => due).sort().at(-1) ?? null },
  ]
  return blockers.filter(({ ids }) => ids.length > 0)
}
