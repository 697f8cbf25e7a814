import { z } from 'zod'

const Inspection = z.uuid()
const Id = z.string()

/** Something in a workspace that is not as it must be, with where it is. */
export const Complaint = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('database-damaged'), what: z.string() }),
  z.strictObject({ code: z.literal('reference-broken'), table: z.string() }),
  z.strictObject({ code: z.literal('change-altered'), inspection: Inspection, change: Id }),
  z.strictObject({ code: z.literal('content-altered'), inspection: Inspection, change: Id }),
  z.strictObject({ code: z.literal('content-missing'), inspection: Inspection, change: Id }),
  z.strictObject({ code: z.literal('number-missing'), inspection: Inspection, device: Id, counter: z.int() }),
  z.strictObject({ code: z.literal('heads-differ'), inspection: Inspection, entity: Id, entityId: Id, field: Id }),
  z.strictObject({ code: z.literal('log-chain-broken'), inspection: Inspection, device: Id, n: z.int() }),
  z.strictObject({ code: z.literal('change-unlogged'), inspection: Inspection, change: Id }),
  z.strictObject({ code: z.literal('framework-altered'), hash: Id }),
  z.strictObject({ code: z.literal('bundle-gone'), manifest: Id }),
  z.strictObject({ code: z.literal('adoption-altered'), inspection: Inspection }),
  z.strictObject({ code: z.literal('evidence-gone'), inspection: Inspection, file: Id }),
  z.strictObject({ code: z.literal('evidence-unknown'), file: Id }),
  z.strictObject({ code: z.literal('certificate-ending'), kid: Id, validTo: z.string() }),
  z.strictObject({ code: z.literal('certificate-over'), kid: Id, validTo: z.string() }),
  z.strictObject({ code: z.literal('certificate-revoked'), kid: Id, at: z.string() }),
  z.strictObject({ code: z.literal('colleague-certificate-over'), kid: Id, validTo: z.string() }),
  z.strictObject({ code: z.literal('revocation-list-out-of-date'), root: Id, nextUpdate: z.string().nullable() }),
])
export type Complaint = z.infer<typeof Complaint>

/** What asks for something to be done while the workspace itself is whole. */
const ADVICE: readonly Complaint['code'][] = ['certificate-ending', 'certificate-over', 'certificate-revoked', 'colleague-certificate-over', 'revocation-list-out-of-date']
export const isDamage = ({ code }: Complaint) => !ADVICE.includes(code)

/** What looking through a whole workspace brings up; `good` when nothing in it is damaged. */
export const Diagnosis = z.strictObject({
  good: z.boolean(),
  findings: z.array(Complaint),
  counts: z.strictObject({
    inspections: z.int(), changes: z.int(), contents: z.int(), erasures: z.int(), drafts: z.int(), log: z.int(), frameworks: z.int(), bundles: z.int(),
  }),
  versions: z.strictObject({ app: z.string(), schema: z.int(), database: z.string(), runtime: z.string() }),
})
export type Diagnosis = z.infer<typeof Diagnosis>

/** The name of a backup is the moment it was made, so it cannot lead elsewhere. */
export const BackupName = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db$/)
