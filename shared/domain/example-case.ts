import { z } from 'zod'
import { Caseload } from './caseload.ts'
import { Performer } from './claim.ts'
import { Appraisal, Finding } from './finding.ts'
import { Inspection, InspectionKind } from './inspection.ts'
import { ProfileFact } from './profile.ts'
import { Line, Text } from './text.ts'

/** One round of a worked example: ratings and rationales by expectation, judgements with their two-part substantiation by criterion. */
export const ExampleRound = z.strictObject({
  id: z.string().regex(/^[a-z-]{1,40}$/),
  label: Line,
  kind: InspectionKind,
  /** The id of the round before. */
  earlier: z.string().nullable(),
  firstDay: Inspection.shape.firstDay,
  lastDay: Inspection.shape.lastDay,
  ratings: z.record(z.string(), Finding.shape.rating),
  rationales: z.record(z.string(), Finding.shape.rationale),
  appraisals: z.record(z.string(), Appraisal.extend({ before: Appraisal.shape.before.nullable() })),
  /** What the source says of the organisation itself; counts as reported, and by expectation who performs it. */
  profile: z.array(ProfileFact.partial({ unit: true, day: true })).optional(),
  caseloads: z.array(Caseload.partial().required({ counted: true })).optional(),
  performers: z.record(z.string(), Performer.partial({ cannot: true })).optional(),
})
export type ExampleRound = z.infer<typeof ExampleRound>

/** A published case as data, to show and to test the whole journey with. */
export const ExampleCase = z.strictObject({
  format: z.literal('veldtoets/example/1'),
  title: Line,
  provenance: z.array(Text).min(1),
  /** The organisation by its id, the framework by its id, as they come with the program. */
  organisation: z.uuid(),
  framework: z.string(),
  rounds: z.array(ExampleRound).min(1),
})
export type ExampleCase = z.infer<typeof ExampleCase>
