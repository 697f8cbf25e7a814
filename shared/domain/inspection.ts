import { z } from 'zod'
import type { Field } from './field.ts'

/** Why an organisation is assessed: for the first time, again as a whole, or on a part. */
export const InspectionKind = z.enum(['first', 'retest', 'final-test', 'progress-visit', 'theme'])
export type InspectionKind = z.infer<typeof InspectionKind>

/** Kinds that follow on an earlier round and stand beside it. */
export const followsUp = (kind: InspectionKind) => kind !== 'first' && kind !== 'theme'

/** Kinds that may leave expectations out: those are then not examined (niet onderzocht). */
export const isOfPart = (kind: InspectionKind) => kind === 'progress-visit' || kind === 'theme'

/** What is to be known of an inspection as a whole: each property is a field of the change log. */
export const Inspection = z.strictObject({
  organisation: z.uuid(),
  /** The hash of the exact version; set once. */
  framework: z.string().regex(/^[0-9a-f]{64}$/),
  kind: InspectionKind,
  /** The inspection of the earlier round. */
  earlier: z.uuid(),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  announced: z.boolean(),
  /** The expectations that are examined, in order of print; all of them where it is not said (`scope.ts`). */
  scope: z.array(z.string()).min(1).max(5_000),
  /** Where the answers come from, if not from this visit: a report that was printed, taken over by hand (`paper-round.ts`). */
  takenFrom: z.literal('report'),
})
export type Inspection = z.infer<typeof Inspection>

/** Someone of the team, under an id of their own; one entity each, so that two laptops can add people apart. */
export const Member = z.strictObject({
  member: z.strictObject({
    name: z.string().regex(/\S/).max(200),
    role: z.enum(['lead', 'inspector', 'observer']),
    inspectorate: z.string().max(200),
  }),
})
export type Member = z.infer<typeof Member>['member']

/** The inspectorates of a team, each once, as far as all agree on its members. */
export const inspectoratesOf = (team: readonly Pick<Field<Member>, 'value'>[]): string[] =>
  [...new Set(team.flatMap(({ value }) => (value ? [value.inspectorate] : [])))].sort()

/** What the visit ends with, beside the verdict that the rule gives. */
export const Conclusion = z.strictObject({
  text: z.string().max(20_000),
  trust: z.enum(['yes', 'partly', 'no']),
  trustRationale: z.string().max(20_000),
  measure: z.string().max(4_000),
  deadline: z.iso.date(),
})
