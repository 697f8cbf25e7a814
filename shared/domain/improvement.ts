import { z } from 'zod'
import { Sha256 } from './change.ts'
import { assessedOf, type Expectation, type Framework } from './framework.ts'
import { SourceLabel } from './source.ts'
import { Line } from './text.ts'
import { type Counts, countsOf, type RatingOf, standingOf } from './verdict.ts'

const Told = z.string().max(4_000)

export const Urgency = z.enum(['normal', 'urgent', 'high'])
export type Urgency = z.infer<typeof Urgency>

export const PointStateCode = z.enum(['open', 'persistent', 'partly', 'lifted'])
export type PointStateCode = z.infer<typeof PointStateCode>

/** How a point stands as established on a day, on what source; who established it and why the change log tells. */
export const PointState = z.strictObject({ state: PointStateCode, on: z.iso.date(), source: Line.nullable() })
export type PointState = z.infer<typeof PointState>

/**
 * Something that the organisation is to improve (verbeterpunt), under an id of its own; it is there as long as it has a label. Without a
 * state it is open, without an urgency that is normal. `carries` is the point of the earlier round of which this is the continuation.
 */
export const ImprovementPoint = z.strictObject({
  label: SourceLabel,
  title: Line,
  text: Told,
  urgency: Urgency,
  state: PointState,
  carries: z.uuid(),
})
export type ImprovementPoint = z.infer<typeof ImprovementPoint>

/** That a point is about an expectation: an element of a set, under `<point>/<expectation>`. */
export const PointExpectation = z.strictObject({ concerns: z.literal(true) })

/**
 * What is done about points (maatregel), under an id of its own; it is there as long as it has a label. `owner` is a function and never a
 * name; `claimedOn` is when the organisation says that it was done, `establishedOn` when inspectors established that.
 */
export const Measure = z.strictObject({
  label: SourceLabel,
  what: Told,
  owner: Line,
  due: z.iso.date(),
  claimedOn: z.iso.date(),
  establishedOn: z.iso.date(),
})
export type Measure = z.infer<typeof Measure>

/** That a measure serves a point: an element of a set, under `<measure>/<point>`. */
export const MeasurePoint = z.strictObject({ serves: z.literal(true) })

/** That a source shows what became of a measure: an element of a set, under `<measure>/<source>`. */
export const MeasureSource = z.strictObject({ shows: z.literal(true) })

/** How far a measure was on a day as inspectors saw it, under `<measure>/<own id>`; `percent` is of the whole measure. */
export const Progress = z.strictObject({
  entry: z.strictObject({ on: z.iso.date(), text: Told, percent: z.int().min(0).max(100).nullable() }),
})
export type Progress = z.infer<typeof Progress>['entry']

/** An improvement plan as the organisation handed it in, under an own id: what day it bears, when it came, and the SHA-256 of the file. */
export const Plan = z.strictObject({
  received: z.strictObject({ dated: z.iso.date(), on: z.iso.date(), file: Sha256 }),
})
export type Plan = z.infer<typeof Plan>['received']

/**
 * One line of such a plan, in the organisation's words: its claim, apart from what inspectors establish. `measure` is the one that it
 * speaks of, null where it brings one of its own; `percent` and `doneOn` are its own account of how far it is.
 */
export const PlanLine = z.strictObject({
  said: z.strictObject({
    plan: z.uuid(), point: z.uuid(), measure: z.uuid().nullable(), what: Told, owner: Line.nullable(), due: z.iso.date().nullable(),
    progress: Told.nullable(), percent: z.int().min(0).max(100).nullable(), doneOn: z.iso.date().nullable(),
  }),
  /** The measure that inspectors made of a line that brought one. */
  adopted: z.uuid(),
})
export type PlanLine = z.infer<typeof PlanLine>['said']

/** How a measure stands before a day; one without a day to be ready by is never in time. */
export const MeasureStanding = z.enum(['established', 'claimed', 'overdue', 'undated', 'running'])
export type MeasureStanding = z.infer<typeof MeasureStanding>

/** What a measure says of its days, as far as all agree on it. */
export type MeasureDays = { readonly [F in 'due' | 'claimedOn' | 'establishedOn']: string | null }

/** Only what was established is done; what is claimed waits to be established, however late. A day that has passed is overdue, that day itself is not. */
export function measureStandingOf({ due, claimedOn, establishedOn }: MeasureDays, today: string): MeasureStanding {
  if (establishedOn !== null && establishedOn <= today) return 'established'
  if (claimedOn !== null && claimedOn <= today) return 'claimed'
  if (due === null) return 'undated'
  return due < today ? 'overdue' : 'running'
}

/** A point as far as the questions below need it; `state` is null where nobody established anything, or where that is in dispute. */
export interface PointStands {
  readonly id: string
  readonly expectations: readonly string[]
  readonly state: PointState | null
  /** When its being done was established in supervision, outside of any assessment. */
  readonly establishedOn: string | null
}

/** A point of the earlier round, as it travels with a later one. */
export const EarlierPoint = z.strictObject({
  id: z.uuid(), label: SourceLabel, title: Line, text: Told.nullable(), urgency: Urgency.nullable(), state: PointState.nullable(),
  expectations: z.array(z.string()),
})
export type EarlierPoint = z.infer<typeof EarlierPoint>

/** A point that is still to be made: about which expectations, and of which earlier one it is the continuation. */
export interface MissingPoint {
  readonly expectations: readonly string[]
  readonly carries: EarlierPoint | null
}

/**
 * The points that are missing, whatever the verdict: of each expectation that is not met one has to be about it. Where the earlier round
 * had a point about it that was not lifted, that one goes on instead of a new one; one press makes them all.
 */
export function missingPointsOf(
  framework: Framework, ratingOf: RatingOf, points: readonly Pick<PointStands, 'expectations'>[], earlier: readonly EarlierPoint[],
): MissingPoint[] {
  const covered = new Set(points.flatMap(({ expectations }) => expectations))
  const notMet = new Set(notMetIn(framework, ratingOf).map(({ id }) => id))
  const missing: MissingPoint[] = []
  for (const id of notMet) {
    if (covered.has(id)) continue
    const carries = earlier.find(({ state, expectations }) => state?.state !== 'lifted' && expectations.includes(id)) ?? null
    const expectations = carries ? carries.expectations.filter((one) => notMet.has(one)) : [id]
    for (const one of expectations) covered.add(one)
    missing.push({ expectations, carries })
  }
  return missing
}

export const notMetIn = (framework: Framework, ratingOf: RatingOf): Expectation[] =>
  assessedOf(framework).filter((expectation) => standingOf(framework, expectation, ratingOf) === 'notMet')

/** What a retest suggests of a point of the earlier round; a person decides. Null while something that it is about is open or gone. */
export function suggestedStateOf(framework: Framework, ratingOf: RatingOf, { expectations }: Pick<EarlierPoint, 'expectations'>): PointStateCode | null {
  const assessed = assessedOf(framework).filter(({ id }) => expectations.includes(id))
  const standings = assessed.map((expectation) => standingOf(framework, expectation, ratingOf))
  if (standings.length === 0 || standings.length < expectations.length || standings.includes('open')) return null
  const met = standings.filter((standing) => standing === 'met').length
  if (standings.includes('notMet')) return met > 0 ? 'partly' : 'persistent'
  return met === standings.length ? 'lifted' : null
}

/** What was published beside how it stands now: ratings never change, points that were lifted since do. */
export interface CurrentStand {
  readonly published: Counts
  /** How many assessed expectations are met now: those of then, and those of which all points were lifted since. */
  readonly met: number
  readonly lifted: readonly string[]
  readonly open: readonly string[]
}

/** How an organisation stands on a day (actuele stand). An expectation counts from the day on which the last of its points was lifted. */
export function currentStandOf(framework: Framework, ratingOf: RatingOf, points: readonly PointStands[], day: string): CurrentStand {
  const published = countsOf(framework, ratingOf)
  const isLifted = ({ state, establishedOn }: PointStands) =>
    (state?.state === 'lifted' && state.on <= day) || (establishedOn !== null && establishedOn <= day)
  const [lifted, open]: [string[], string[]] = [[], []]
  for (const { id } of notMetIn(framework, ratingOf)) {
    const about = points.filter(({ expectations }) => expectations.includes(id))
    const isDone = about.length > 0 && about.every(isLifted)
    ;(isDone ? lifted : open).push(id)
  }
  return { published, met: published.met + lifted.length, lifted, open }
}

/** A statement as the title of a point: one line of at most 240 characters, cut between words. */
export function titleOf(statement: string): string {
  const line = statement.replace(/\s+/g, ' ').trim()
  return line.length <= 240 ? line : `${line.slice(0, 239).replace(/\s+\S*$/, '')}…`
}
