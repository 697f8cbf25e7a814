import { z } from 'zod'
import { appError } from '../errors.ts'
import { PlainDate } from './calendar.ts'
import { Sha256 } from './change.ts'
import { Line, Text } from './text.ts'
import { Regime } from './publication-term.ts'

/** The steps that a report goes through, one after the other; an amended one begins again. */
export const MainStep = z.enum(['adopted', 'decided', 'sent', 'published', 'offline', 'amended', 'withdrawn'])
export type MainStep = z.infer<typeof MainStep>

/**
 * What happens around it: an objection comes in, a judge holds publication up and lets it go on, someone asks for the documents (Woo), that
 * decision is put off, and is taken.
 */
export const SideStep = z.enum(['objected', 'suspended', 'resumed', 'requested', 'extended', 'answered'])
export type SideStep = z.infer<typeof SideStep>

export const StepKind = z.enum([...MainStep.options, ...SideStep.options])
export type StepKind = z.infer<typeof StepKind>

/** By what a report is amended or withdrawn. */
export const Ground = z.enum(['objection', 'court', 'own'])
export type Ground = z.infer<typeof Ground>

const REASONED: readonly StepKind[] = ['amended', 'withdrawn', 'suspended']
export const needsReason = (kind: StepKind) => REASONED.includes(kind)
export const needsGround = (kind: StepKind) => kind === 'amended' || kind === 'withdrawn'

const taken = { kind: StepKind, day: PlainDate, by: Line, reason: Text.nullable(), ground: Ground.nullable() }
type Taken = z.infer<z.ZodObject<typeof taken>>
const hasGround = ({ kind, ground }: Pick<Taken, 'kind' | 'ground'>) => needsGround(kind) === (ground !== null)
const hasReason = ({ kind, reason }: Pick<Taken, 'kind' | 'reason'>) => !needsReason(kind) || reason !== null

/** What a person says of a step. `by` is who decided or did it, by function and never by name. */
export const TakenStep = z.strictObject(taken).refine(hasGround, { path: ['ground'] }).refine(hasReason, { path: ['reason'] })
  .meta({ examples: [{ kind: 'decided', day: '2026-01-05', by: 'hoofdinspecteur', reason: null, ground: null }] })

/** One thing that happened to the report of an inspection, as one value. `bundle` is the hash of the manifest of the signed file that was adopted. */
export const Step = z.strictObject({ ...taken, inspection: z.uuid(), bundle: Sha256.nullable() })
  .refine(({ kind, bundle }) => (kind === 'adopted') === (bundle !== null), { path: ['bundle'] })
  .refine(hasGround, { path: ['ground'] })
  .refine(hasReason, { path: ['reason'] })
export type Step = z.infer<typeof Step>

/** A moment by the clocks of the Netherlands, to the minute. Sorts as text. */
export const LocalMoment = z.string().regex(/^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d$/)
  .refine((moment) => PlainDate.safeParse(moment.slice(0, 10)).success)
  .meta({ examples: ['2026-01-20T10:00'] })
export type LocalMoment = z.infer<typeof LocalMoment>

/** Who is told of a publication. */
export const Audience = z.enum(['board', 'municipalities', 'minister', 'council', 'press', 'site', 'other'])
export type Audience = z.infer<typeof Audience>

/** Whoever is told, and when; `what` says more, such as which municipalities. */
export const Notice = z.strictObject({ inspection: z.uuid(), audience: Audience, at: LocalMoment, what: Line.nullable() })
export type Notice = z.infer<typeof Notice>

/** How a report becomes public, in the supervision file of its organisation: what was signed does not change by it (decision 29). */
export const publicationEntities = {
  publication: z.strictObject({ regime: Regime, embargo: LocalMoment }), // one, under the id of the inspection
  publicationStep: z.strictObject({ step: Step }),
  publicationNotice: z.strictObject({ notice: Notice, done: LocalMoment }),
}

/** A step as it was recorded; `at` is when, and decides the order within a day. */
export interface RecordedStep {
  id: string
  at: string
  step: Step
}

export const ReportState = z.enum(['concept', 'checked', 'adopted', 'decided', 'sent', 'published', 'offline', 'amending', 'withdrawn'])
/** `checked`: the organisation has it for a factual check. `amending`: it was adopted, and an objection or a court had it changed. */
export type ReportState = z.infer<typeof ReportState>

/** Where a report stands. */
export const ReportStanding = z.strictObject({
  state: ReportState,
  /** The day on which that began; null for a concept. */
  since: PlainDate.nullable(),
  /** What was adopted, as long as that holds. */
  adopted: z.strictObject({ day: PlainDate, by: Line, bundle: Sha256 }).nullable(),
  /** Whether a judge holds publication up. */
  suspended: z.boolean(),
  /** The requests for documents (Woo) that wait for a decision, by the day on which each came, with the day on which its decision was put off. The oldest is decided on first. */
  requests: z.array(z.strictObject({ day: PlainDate, extended: PlainDate.nullable() })),
  /** The steps that do not follow on those before them, as after one was taken back. */
  misplaced: z.array(z.string()),
  /** The day of each kind of step that counts now: those of an earlier version of the report do not, and of requests only those of the oldest one that waits. */
  days: z.partialRecord(StepKind, PlainDate),
})
export type ReportStanding = z.infer<typeof ReportStanding>

const AFTER: Readonly<Record<ReportState, readonly MainStep[]>> = {
  concept: ['adopted'], checked: ['adopted'], amending: ['adopted'],
  adopted: ['decided', 'sent', 'amended', 'withdrawn'],
  decided: ['sent', 'amended', 'withdrawn'],
  sent: ['published', 'amended', 'withdrawn'],
  published: ['offline', 'amended', 'withdrawn'],
  offline: ['amended', 'withdrawn'],
  withdrawn: ['amended'],
}
const INTO: Readonly<Record<MainStep, ReportState>> = {
  adopted: 'adopted', decided: 'decided', sent: 'sent', published: 'published', offline: 'offline', amended: 'amending', withdrawn: 'withdrawn',
}

/** What can happen next, whatever else may stand in the way. */
export const nextStepsOf = ({ state }: Pick<ReportStanding, 'state'>): readonly MainStep[] => AFTER[state]

const isMain = (kind: StepKind): kind is MainStep => MainStep.safeParse(kind).success
const inOrder = (steps: readonly RecordedStep[]) => steps.toSorted((a, b) => a.step.day.localeCompare(b.step.day) || a.at.localeCompare(b.at) || a.id.localeCompare(b.id))

/** Where a report stands by what was recorded; `checkedSince` is the day on which it went out for the factual check, if it did. */
export function reportStateOf(steps: readonly RecordedStep[], checkedSince: PlainDate | null): ReportStanding {
  const start: ReportStanding = {
    state: checkedSince === null ? 'concept' : 'checked', since: checkedSince, adopted: null, suspended: false, requests: [], misplaced: [], days: {},
  }
  return inOrder(steps).reduce(after, start)
}

function after(before: ReportStanding, { id, step }: RecordedStep): ReportStanding {
  const { kind, day, by, bundle } = step
  if (!isMain(kind)) return beside(before, kind, day)
  if (!AFTER[before.state].includes(kind)) return { ...before, misplaced: [...before.misplaced, id] }
  const state = INTO[kind]
  const adopted = bundle === null ? (kind === 'amended' || kind === 'withdrawn' ? null : before.adopted) : { day, by, bundle }
  const days = kind === 'amended' ? { amended: day, ...daysOf(before.requests) } : { ...before.days, [kind]: day }
  return { ...before, state, since: day, adopted, suspended: kind === 'amended' ? false : before.suspended, days }
}

/** What happens around a report changes nothing of its state. A request is decided on whatever becomes of the report. */
function beside(before: ReportStanding, kind: SideStep, day: PlainDate): ReportStanding {
  const suspended = kind === 'suspended' || (before.suspended && kind !== 'resumed')
  const requests = requestsAfter(before.requests, kind, day)
  const { requested: _requested, extended: _extended, ...days } = before.days
  return { ...before, suspended, requests, days: { ...days, ...(kind !== 'requested' && kind !== 'extended' && { [kind]: day }), ...daysOf(requests) } }
}

type Requests = ReportStanding['requests']

function requestsAfter(requests: Requests, kind: SideStep, day: PlainDate): Requests {
  if (kind === 'requested') return [...requests, { day, extended: null }]
  if (kind === 'answered') return requests.slice(1)
  const put = kind === 'extended' ? requests.findIndex(({ extended }) => extended === null) : -1
  return put < 0 ? requests : requests.with(put, { ...requests[put]!, extended: day })
}

const daysOf = ([oldest]: Requests): ReportStanding['days'] =>
  oldest ? { requested: oldest.day, ...(oldest.extended !== null && { extended: oldest.extended }) } : {}

/** Whether what is on paper may be called adopted: it was, and `bundle` (the newest that was signed) is what was. */
export const isAdopted = ({ adopted }: Pick<ReportStanding, 'adopted'>, bundle: string | null) => adopted !== null && adopted.bundle === bundle

/** What stands in the way of adopting a report. */
export const AdoptionBar = z.enum([
  'unsigned', 'differences', 'open-expectations', 'unchecked-parts', 'own-wording', 'open-remarks', 'check-running', 'privacy-hits', 'pictures-unanswered', 'privileged',
])
export type AdoptionBar = z.infer<typeof AdoptionBar>
/** `count` is how many there are of it. */
export const Bar = z.strictObject({ code: AdoptionBar, count: z.int() })
export type Bar = z.infer<typeof Bar>

/** What is known when a step is about to be taken. `first` is the first day of publication, `decides` whether the law of a day asks for a decision to publish. */
export interface Known {
  today: PlainDate
  now: LocalMoment
  bars: readonly Bar[]
  first: PlainDate | null
  firstUnknown: boolean
  decides: (day: PlainDate) => boolean
  /** Whether the organisation was asked for its view on publishing and that still waits for it, or for a reply. */
  viewOpen: boolean
  embargo: LocalMoment | null
}

/**
 * Refuses a step that does not follow on the state, of a day before the last one or that has not come yet, and what may not be yet. Errors:
 * `publication-future`, `publication-backwards`, `publication-order`, `publication-blocked`, `publication-view`,
 * `publication-undecided`, and those of `assertPublishable`.
 */
export function assertStep(standing: ReportStanding, { kind, day }: Pick<Step, 'kind' | 'day'>, known: Known): void {
  if (day > known.today) throw appError('publication-future', { day })
  if (!isMain(kind)) return assertSide(standing, kind)
  if (standing.since !== null && day < standing.since) throw appError('publication-backwards', { day, after: standing.since })
  if (!AFTER[standing.state].includes(kind)) throw appError('publication-order', { step: kind, state: standing.state })
  const [bar] = known.bars
  if (kind === 'adopted' && bar) throw appError('publication-blocked', { bar: bar.code, count: known.bars.length })
  if (kind === 'decided' && known.viewOpen) throw appError('publication-view', {})
  if (kind === 'sent' && standing.state === 'adopted' && known.decides(day)) throw appError('publication-undecided', {})
  if (kind === 'published') assertPublishable(standing, day, known)
}

/** What may not happen while nothing was there for it. */
function assertSide({ state, suspended, requests, days }: ReportStanding, kind: SideStep): void {
  const fits = {
    requested: true, objected: days.decided !== undefined, extended: requests.some(({ extended }) => extended === null), answered: requests.length > 0,
    suspended: !suspended && (state === 'decided' || state === 'sent'), resumed: suspended,
  }
  if (!fits[kind]) throw appError('publication-order', { step: kind, state })
}

/**
 * Refuses to publish on a day that is too early, while a judge holds it up, under privilege, or before the embargo ends. Errors:
 * `publication-suspended`, `publication-privileged`, `publication-unknown`, `publication-early`, `publication-embargo`.
 */
export function assertPublishable(standing: ReportStanding, day: PlainDate, { bars, first, firstUnknown, embargo, now }: Known): void {
  if (standing.suspended) throw appError('publication-suspended', {})
  if (bars.some(({ code }) => code === 'privileged')) throw appError('publication-privileged', {})
  if (firstUnknown) throw appError('publication-unknown', {})
  if (first !== null && day < first) throw appError('publication-early', { day, first })
  if (embargo !== null && now < embargo) throw appError('publication-embargo', { embargo: embargo.replace('T', ' ') })
}
