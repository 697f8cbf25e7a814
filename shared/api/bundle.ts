import { z } from 'zod'
import { Sha256 } from '../domain/change.ts'
import { action, anytime, query } from './define.ts'
import { Handle, Refusal, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

const Purpose = z.enum(['preparation', 'exchange', 'handover'])
const Signer = z.strictObject({ kid: z.string(), name: z.string(), role: z.string(), statement: z.string(), time: z.string() })

/** What a bundle says of itself once its signatures hold. */
const Contents = z.strictObject({
  manifest: Sha256,
  purpose: Purpose,
  inspection: z.uuid(),
  organisation: z.string(),
  framework: z.string(),
  firstDay: z.iso.date().nullable(),
  sequence: z.int(),
  changes: z.int(),
  signers: z.array(Signer),
})

/** What will become, or became, of one file. `added` and `differences` are what it brings; `failure` says why it is refused. */
export const Arrival = z.strictObject({
  file: z.string(),
  state: z.enum(['new', 'known', 'waiting', 'refused']),
  contents: Contents.nullable(),
  added: z.int(),
  differences: z.int(),
  failure: Refusal.nullable(),
})
export type Arrival = z.infer<typeof Arrival>

export const bundle = {
  /** What stands in the way of handing over, as codes with how often; an empty list when nothing does. */
  gates: query(Inspection, z.array(z.strictObject({
    code: z.enum(['open-expectations', 'open-criteria', 'open-facts', 'differences', 'missing-evidence', 'missing-rationales', 'colleague-unsigned', 'danger-open', 'privacy-hits', 'pictures-unanswered', 'privileged', 'not-enrolled', 'certificate-expired', 'unchecked-parts']),
    blocks: z.boolean(),
    count: z.int(),
    /** Places in the framework, by id; of people and of danger their own ids. */
    items: z.array(z.string()),
  }))),
  /** Who wrote here since they last answered for what they wrote, and how many changes that is. */
  unsigned: query(Inspection, z.array(z.strictObject({ person: z.uuid(), name: z.string(), changes: z.int() }))),
  /** Signs what this person wrote on this laptop, so that someone else of it can hand over the whole. */
  signOwnLog: action(Inspection, Saved),
  /** Bundles made and received, newest first. */
  list: query(z.strictObject({ inspection: z.uuid().nullable() }), z.array(z.strictObject({
    /** The beginning of the manifest hash as six words, to compare by voice. */
    words: z.array(z.string()),
    manifest: Sha256, inspection: z.uuid(), purpose: Purpose, direction: z.enum(['made', 'received']),
    state: z.enum(['accepted', 'waiting']), sequence: z.int(), at: z.iso.datetime(), receivedByOffice: z.iso.datetime().nullable(),
  }))),
  /** The name to suggest for the next bundle, encrypted or plain: it tells nothing about the organisation. */
  suggestName: query(Inspection, z.strictObject({ name: z.string(), plain: z.string() })),
  /** Signs the whole inspection and writes it as a bundle: encrypted for the office, unless `plain` is chosen, which is written down. */
  handOver: action(Inspection.extend({ file: Handle, plain: z.boolean().optional() }), z.strictObject({ manifest: Sha256, sequence: z.int(), savedAt: z.iso.datetime() })),
  /** Writes unfinished work, all of it or what is new since a bundle that they sent (`buildsOn`), encrypted for a colleague (`to`) or for nobody. */
  exchange: action(Inspection.extend({ file: Handle, buildsOn: Sha256.nullable(), to: z.uuid().nullish() }), z.strictObject({ manifest: Sha256, sequence: z.int(), savedAt: z.iso.datetime() })),
  /** Checks files and tells what importing them would do; writes nothing. */
  preview: action(z.strictObject({ files: z.array(Handle).min(1).max(5_000) }), z.array(Arrival)),
  /** Takes over what is good, each bundle whole or not at all. */
  import: action(z.strictObject({ files: z.array(Handle).min(1).max(5_000) }), z.array(Arrival)),
  /** Office: writes the signed receipt of a bundle. */
  writeReceipt: action(z.strictObject({ manifest: Sha256, file: Handle }), z.strictObject({ receivedAt: z.iso.datetime() })),
  /** Field: reads receipts of the office. */
  readReceipts: action(
    z.strictObject({ files: z.array(Handle).min(1).max(5_000) }),
    z.array(z.strictObject({ file: z.string(), manifest: Sha256.nullable(), receivedAt: z.iso.datetime().nullable(), failure: Refusal.nullable() })),
  ),
  /** Checks one bundle against a root certificate, without a workspace. */
  verify: anytime.action(
    z.strictObject({ file: Handle, root: Handle.nullable() }),
    z.strictObject({ verified: z.boolean(), rootChecked: z.boolean(), contents: Contents.nullable(), failure: Refusal.nullable() }),
  ),
}
