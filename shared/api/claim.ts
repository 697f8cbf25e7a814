import { z } from 'zod'
import { Caseload, CaseloadKind } from '../domain/caseload.ts'
import { Claim, ClaimKind, Disagreeing, Performer } from '../domain/claim.ts'
import { fieldsOf } from '../domain/field.ts'
import { Figures } from '../domain/monthly-figure.ts'
import { ProfileFact, ProfileTopic } from '../domain/profile.ts'
import { command, query } from './define.ts'
import { Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const Made = Saved.extend({ id: z.uuid() })
const { system } = Caseload.shape
const { label } = ProfileFact.shape

/** `drafts` are what their author is still typing. */
const Claimed = z.strictObject({
  id: z.uuid(), fields: fieldsOf(Claim.shape), drafts: z.strictObject({ statement: z.string().nullable(), found: z.string().nullable() }),
  because: z.array(Disagreeing),
})

/** `more` is how many more cases were counted than reported; null while one of the two is not known. */
const Counted = z.strictObject({ id: z.uuid(), fields: fieldsOf(Caseload.shape), more: z.int().nullable() })

export const claim = {
  /** All that is claimed beside what was found, in the order of the framework; why each disagrees, if it does. */
  list: query(Inspection, z.strictObject({
    framework: z.string(),
    claims: z.array(Claimed),
    ratings: z.record(z.string(), z.string()),
    caseloads: z.array(Counted),
    profile: z.array(z.strictObject({ id: z.uuid(), fields: fieldsOf(ProfileFact.shape) })),
    performers: z.array(z.strictObject({ expectation: z.string(), fields: fieldsOf(Performer.shape) })),
  })),
  /** What stands beside the judging of one expectation. */
  beside: query(Inspection.extend({ expectation: z.string() }), z.strictObject({
    claims: z.array(Claimed), caseloads: z.array(Counted), performer: fieldsOf(Performer.shape), draft: z.string().nullable(),
  })),
  /** Begins a claim; the rest is filled in field by field. */
  add: command(Inspection.extend({ expectation: z.string(), kind: ClaimKind }), Made),
  /** Begins a count of cases. */
  addCount: command(Inspection.extend({ counted: CaseloadKind, system: system.nullable() }), Made),
  /** Begins a fact about the organisation. */
  addFact: command(Inspection.extend({ topic: ProfileTopic, label }), Made),
  /** Takes what the organisation reported over a month into its key data, where it is updated if it stands there already. `taken` is how many facts changed. */
  takeFigures: command(Inspection.extend(Figures.pick({ month: true, system: true }).shape), Saved.extend({ taken: z.int() })),
}
