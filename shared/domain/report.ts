import type { Disagreeing } from './claim.ts'
import type { Round } from './comparison.ts'
import type { State } from './entity.ts'
import type { Fact } from './fact.ts'
import type { Field } from './field.ts'
import type { MeasureDays, MeasureStanding } from './improvement.ts'
import type { Member } from './inspection.ts'
import type { Organisation } from './organisation.ts'
import type { ReportTemplate } from './report-template.ts'
import type { ReportLanguage } from './report-text.ts'
import type { TakenOver } from './paper-round.ts'
import type { ReportedCheck } from './reported-check.ts'
import type { Answers } from './verdict.ts'
import type { Work } from './work-done.ts'

/** An earlier round as the report sets it beside this one. */
export interface ReportedRound {
  kind: string
  firstDay: string | null
  round: Round
  substantiationOf: (criterion: string) => string | null
  /** Where it was taken over from a report: by whom, and how far that was checked. */
  takenOver: TakenOver | null
}

/** An improvement point as it is printed; `measures` are those that serve it. */
export interface ReportedPoint {
  id: string
  fields: State<'improvement'>
  expectations: readonly string[]
  measures: readonly string[]
}
/** A measure as it is printed; without a day on which it is looked at it has days and no standing. */
export interface ReportedMeasure {
  id: string
  fields: State<'improvementMeasure'>
  days: MeasureDays
  standing: MeasureStanding | null
}

/** A photo as it stands in the report; `alternative` says what can be seen in it. */
export interface ReportedPhoto {
  id: string
  fields: State<'evidence'>
}

/** All that the readable report tells of an inspection, differences and erased values included; whatever is made of it says no more than this. */
export interface Report {
  inspection: string
  /** Vouches for all that was recorded when the report was written. */
  stateHash: string
  fields: State<'inspection'>
  /** None while it is in dispute or erased. */
  organisation: Organisation | null
  frameworkHash: string
  team: Field<Member>[]
  round: Round & Answers
  /** What the rule asks of the organisation itself, in the order of the framework. */
  facts: { fact: Fact; fields: State<'fact'> }[]
  findingOf: (expectation: string) => State<'finding'>
  appraisalOf: (criterion: string) => State<'appraisal'>
  conclusion: State<'conclusion'>
  /** What was written instead of what is composed, by `reportTextIdOf`. */
  reportTextOf: (id: string) => State<'reportText'>
  templates: Readonly<Record<ReportLanguage, ReportTemplate>>
  /** What was done, to be told in sentences. */
  work: Work
  /** Photos that were chosen for the report, in the order of their labels. */
  photos: readonly ReportedPhoto[]
  /** How many more were chosen and cannot stand in it yet. */
  photosLeftOut: number
  /** What the organisation says of itself, and why that disagrees with what was found. */
  claims: { id: string; fields: State<'claim'>; because: readonly Disagreeing[] }[]
  /** Counts of cases; `more` is how many more were counted than reported. */
  caseloads: { id: string; fields: State<'caseload'>; more: number | null }[]
  profile: { id: string; fields: State<'profile'> }[]
  performers: { expectation: string; fields: State<'performer'> }[]
  points: ReportedPoint[]
  measures: ReportedMeasure[]
  /** What the organisation said of the facts, and what became of that. */
  check: ReportedCheck
  /** How many fields have answers that differ. */
  differences: number
  /** By whom the hand-over is to be signed in which this report travels; left out where it travels in none. Whether they did cannot stand inside what they sign. */
  asked?: readonly string[]
  /** The hand-over that holds, and whether this is still what was signed; none before the first. `statements` are role and sentence of each who signed. */
  signed: { manifest: string; madeAt: string; replaces: string | null; statements: readonly string[]; current: boolean } | null
  /** The day on which exactly this state was adopted; null for all else, which is a draft. */
  adoptedOn: string | null
  /** None where there is no earlier round, or where it is not known. */
  earlier: ReportedRound | null
}
