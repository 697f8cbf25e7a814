import { z } from 'zod'
import { KeyId } from '../domain/bundle.ts'
import { Change, Sha256 } from '../domain/change.ts'
import { Capacity } from '../domain/statement.ts'
import { action, anytime, command, query } from './define.ts'
import { Handle, Refusal, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

const Why = z.string().regex(/\S/).max(400)

const Manifest = z.strictObject({ manifest: Sha256 })
const Place = Change.pick({ entity: true, entityId: true, field: true })

const Purpose = z.enum(['preparation', 'exchange', 'handover'])
/** What stands in the way of handing over, or is worth a look. */
const GateCode = z.enum(['open-expectations', 'open-criteria', 'open-facts', 'differences', 'missing-evidence', 'missing-rationales', 'colleague-unsigned', 'danger-open', 'privacy-hits', 'pictures-unanswered', 'privileged', 'not-enrolled', 'certificate-expired', 'certificate-revoked', 'unchecked-parts'])
const Signer = z.strictObject({ kid: z.string(), name: z.string(), role: z.string(), statement: z.string(), time: z.string() })

/** What a bundle says of itself once its signatures hold. */
const Contents = z.strictObject({
  manifest: Sha256,
  purpose: Purpose,
  inspection: z.uuid(),
  organisation: z.string(),
  framework: z.string(),
  firstDay: z.iso.date().nullable(),
  device: z.string(),
  sequence: z.int(),
  changes: z.int(),
  signers: z.array(Signer),
})

/**
 * What to know of a bundle although it is taken over: what a gate would have stopped, numbers of the same device that lack (`gap`, in `items`), who signed
 * and is not in the team, a framework that has another content here under the same version, and changes that are dated after today.
 */
const Warning = z.strictObject({
  code: z.union([GateCode, z.enum(['gap', 'not-in-team', 'framework-differs', 'clock-ahead'])]),
  count: z.int(),
  items: z.array(z.string()),
})

/** What will become, or became, of one file. `added` and `differences` are what it brings; `failure` says why it is refused or set apart. */
export const Arrival = z.strictObject({
  file: z.string(),
  state: z.enum(['new', 'known', 'waiting', 'quarantined', 'refused']),
  contents: Contents.nullable(),
  added: z.int(),
  differences: z.int(),
  warnings: z.array(Warning),
  failure: Refusal.nullable(),
})
export type Arrival = z.infer<typeof Arrival>

/** That a person did something, when and why. */
const Done = z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string() })

/**
 * A bundle that was set apart and counts for nothing. `writer` is whose history it is about, where the reason names a device; `putAway` that a person is done with it,
 * `opened` who looked inside or `saved` it in the clear, `removed` that its bytes are gone: from `removableFrom` that can be done.
 */
export const Quarantined = z.strictObject({
  manifest: Sha256,
  words: z.array(z.string()),
  contents: Contents,
  failure: Refusal,
  writer: z.string().nullable(),
  at: z.iso.datetime(),
  putAway: Done.nullable(),
  opened: z.array(Done.extend({ saved: z.boolean() })),
  removableFrom: z.iso.datetime().nullable(),
  removed: Done.nullable(),
})
export type Quarantined = z.infer<typeof Quarantined>

export const bundle = {
  /** What stands in the way of handing over, as codes with how often; an empty list when nothing does. */
  gates: query(Inspection, z.array(z.strictObject({
    code: GateCode,
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
    state: z.enum(['accepted', 'proposed', 'waiting']), sequence: z.int(), at: z.iso.datetime(), receivedByOffice: z.iso.datetime().nullable(),
    /** The hand-overs that it replaces and that replaces it. */
    replaces: Sha256.nullable(), replacedBy: Sha256.nullable(),
    /** Whether its bytes are kept here, to be signed and written again. */
    kept: z.boolean(),
    /** All who must sign; without a statement they have not. A name that is not known here is null. */
    signers: z.array(z.strictObject({ kid: KeyId, name: z.string().nullable(), own: z.boolean(), statement: z.string().nullable(), time: z.string().nullable() })),
  }))),
  /** Of each device whose bundles came in with numbers left out: which lack, what they were as far as the device's own audit chain tells, and which are here. */
  gaps: query(z.strictObject({ inspection: z.uuid().nullable() }), z.array(z.strictObject({
    inspection: z.uuid(), device: z.string(), writer: z.string().nullable(), arrived: z.array(z.int()),
    missing: z.array(z.strictObject({ number: z.int(), what: z.enum(['preparation', 'exchange', 'handover', 'proposal']).nullable() })),
  }))),
  /** Bundles that were set apart, newest first. */
  quarantine: query(z.strictObject({}), z.array(Quarantined)),
  /** Reads bundles that were set apart as if they came in now. */
  tryAgain: action(z.strictObject({ manifests: z.array(Sha256).min(1).max(5_000) }), z.array(Arrival)),
  /** Says that nothing is to be done any more about a bundle that was set apart; it is kept, and the audit chain says who did so. */
  putAway: command(z.strictObject({ manifest: Sha256, reason: Why }), Saved),
  /**
   * Looks into a bundle that was set apart, without anything leaving the workspace: the last of what it says and is not here, and how many more there are; `known` is how many
   * changes of it are here. A value that was erased is null. Who looked and why is kept.
   */
  lookApart: action(z.strictObject({ manifest: Sha256, reason: Why }), z.strictObject({
    madeAt: z.iso.datetime(), known: z.int(), more: z.int(),
    entries: z.array(z.strictObject({
      entity: z.string(), field: z.string(), number: z.string().nullable(), value: z.string().nullable(), reason: z.string().nullable(), by: z.string().nullable(), at: z.iso.datetime(),
    })).max(500),
  })),
  /** Writes a bundle that was set apart to a file, as it came and in the clear; who did and why is kept. */
  saveApart: action(z.strictObject({ manifest: Sha256, reason: Why, file: Handle }), Saved),
  /** Removes the bytes of a bundle that was put away long enough ago; what it was, and who removed it and why, stays. */
  removeApart: action(z.strictObject({ manifest: Sha256, reason: Why }), Saved),
  /** The name to suggest for the next bundle, encrypted or plain: it tells nothing about the organisation. */
  suggestName: query(Inspection, z.strictObject({ name: z.string(), plain: z.string() })),
  /** Signs the whole inspection and writes it as a bundle: encrypted for the office, unless `plain` is chosen, which is written down. */
  handOver: action(Inspection.extend({ file: Handle, plain: z.boolean().optional(), as: Capacity.optional() }), z.strictObject({ manifest: Sha256, sequence: z.int(), savedAt: z.iso.datetime() })),
  /** Who can be asked to sign, oneself first; how much each wrote, and whether they share this laptop. Without a certificate here someone has no key. */
  signers: query(Inspection, z.array(z.strictObject({
    person: z.uuid(), name: z.string(), kid: KeyId.nullable(), changes: z.int(), own: z.boolean(), here: z.boolean(),
  }))),
  /** As what one signs, as the team has it. */
  capacity: query(Inspection, z.strictObject({ capacity: Capacity })),
  /** Signs the whole inspection as a proposal that `others` must sign too. It is kept here until they have; until then it is no hand-over. */
  propose: action(Inspection.extend({ others: z.array(KeyId).min(1).max(19), as: Capacity.optional() }), z.strictObject({ manifest: Sha256, sequence: z.int(), savedAt: z.iso.datetime() })),
  /** What someone who is asked to sign would sign: what the bundle holds and comes to, and the fields that are otherwise here. */
  review: action(Manifest, z.strictObject({
    organisation: z.string(), framework: z.string(), firstDay: z.iso.date().nullable(), madeAt: z.iso.datetime(), changes: z.int(),
    met: z.int(), assessed: z.int(), outcome: z.string().nullable(),
    criteria: z.array(z.strictObject({ number: z.string(), judgement: z.string().nullable() })),
    differs: z.array(Place), capacity: Capacity,
  })),
  /** Adds this person's signature to a bundle that asks for it: the same content under the same name. */
  cosign: action(Manifest.extend({ as: Capacity.optional() }), z.strictObject({ complete: z.boolean(), savedAt: z.iso.datetime() })),
  /** Writes a bundle that is kept here: for the office once all have signed, until then for those who have not. */
  write: action(Manifest.extend({ file: Handle, plain: z.boolean().optional() }), z.strictObject({ complete: z.boolean(), savedAt: z.iso.datetime() })),
  /** The fields that were changed since the hand-over that holds; null when nothing was signed or nothing changed. */
  changed: query(Inspection, z.strictObject({ manifest: Sha256, sequence: z.int(), at: z.iso.datetime(), places: z.array(Place) }).nullable()),
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
