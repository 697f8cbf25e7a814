import { z } from 'zod'
import { Change, ChangeId, type Hash, Sha256 } from './change.ts'

/** The format that this program writes and reads. */
export const FORMAT = 'veldtoets/1'

/** Who holds a key: the first 16 bytes of the SHA-256 of the public key (SPKI), in hex. */
export const KeyId = z.string().regex(/^[0-9a-f]{32}$/)
export type KeyId = z.infer<typeof KeyId>

const Device = Change.shape.device
const Time = z.iso.datetime()
const Text = z.string().regex(/\S/).max(400)
const Count = z.int().nonnegative()
const Counters = z.record(Device, z.int().positive())

/** `preparation` brings an inspection to the field, `exchange` unfinished work to a colleague, `handover` the whole to the office. */
export const Purpose = z.enum(['preparation', 'exchange', 'handover'])
export type Purpose = z.infer<typeof Purpose>

/** How many different persons must sign a hand-over at least. */
export const LeastSigners = z.int().min(1).max(20)

/** What the lines and files under data/ add up to. */
export const BundleCounts = z.strictObject({
  changes: Count, contents: Count, log: Count, erasures: Count, persons: Count, earlier: Count, evidence: Count,
})
export type BundleCounts = z.infer<typeof BundleCounts>

/**
 * What a bundle says of itself (bundle.json). `since` is what the reader is taken to have, by device the number of its last change;
 * `known` is that plus what is inside. Bundles are named by the SHA-256 of their manifest: `previousBundle` is the one that this device
 * wrote before about this inspection, `replaces` the hand-over that no longer holds. `destination` is the root of the office that a hand-over is for; `policy` how many
 * different persons that office asks to sign one. All of `signers` must have signed.
 */
export const BundleHeader = z.strictObject({
  format: z.literal(FORMAT),
  bundleId: z.uuidv7(),
  inspectionId: z.uuid(),
  deviceId: Device,
  sequence: z.int().positive(),
  previousBundle: z.strictObject({ sha256: Sha256.nullable() }),
  replaces: Sha256.nullable(),
  purpose: Purpose,
  since: Counters,
  known: Counters,
  schema: z.int().positive(),
  app: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  framework: z.strictObject({ id: Text, version: Text, sha256: Sha256 }),
  destination: KeyId.nullable(),
  policy: z.strictObject({ signers: LeastSigners }),
  signers: z.array(KeyId).min(1).max(20),
  logHead: z.record(Device, z.strictObject({ n: z.int().positive(), hash: Sha256 })),
  counts: BundleCounts,
  stateHash: Sha256,
  madeAt: Time,
})
export type BundleHeader = z.infer<typeof BundleHeader>

/** What one person puts their name to (signatures/<kid>.json): these bytes are what is signed. */
export const SignerStatement = z.strictObject({
  _type: z.literal('veldtoets/signature/1'),
  format: z.literal(FORMAT),
  bundle: z.uuidv7(),
  inspection: z.uuid(),
  manifestSha256: Sha256,
  kid: KeyId,
  role: z.enum(['inspector', 'office']),
  statement: Text,
  time: Time,
  counter: Count,
})
export type SignerStatement = z.infer<typeof SignerStatement>

/**
 * With this a person answers for the changes 1 to `counter` of a device (signatures/device/<device>.json); `head` is their running hash,
 * `log` the last entry of its audit chain. `nonce` shows that the device is theirs: `deviceIdOf`.
 */
export const DeviceStatement = z.strictObject({
  _type: z.literal('veldtoets/device-log/1'),
  inspection: z.uuid(),
  device: Device,
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  person: z.uuid(),
  kid: KeyId,
  counter: Count,
  head: Sha256,
  log: z.strictObject({ n: z.int().positive(), hash: Sha256 }),
})
export type DeviceStatement = z.infer<typeof DeviceStatement>

/** A device is named after the person who writes on it and 16 random bytes (hex), so nobody can take the name of another's. */
export const deviceIdOf = (hash: Hash, { person, nonce }: Pick<DeviceStatement, 'person' | 'nonce'>) =>
  hash(['veldtoets/device/1', person, nonce]).slice(0, 32)

/** An erased content and who answers for it; `signature` (hex) is over the canonical bytes of `record`. A line of data/erasures.jsonl. */
export const Erasure = z.strictObject({
  record: z.strictObject({
    _type: z.literal('veldtoets/erasure/1'), inspection: z.uuid(), change: ChangeId, author: z.uuid(), at: Time, reason: Text,
  }),
  certificate: z.string().max(8_192),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type Erasure = z.infer<typeof Erasure>

/** One entry of an audit chain as it travels; `hash` covers the rest. A line of data/log.jsonl. */
export const LogEntry = z.strictObject({
  inspection: z.uuid(),
  device: Device,
  n: z.int().positive(),
  previous: Sha256,
  time: Time,
  who: z.string().max(400),
  what: z.string().max(400),
  reference: z.string().max(400),
  hash: Sha256,
})
export type LogEntry = z.infer<typeof LogEntry>

/** Before the first change, and before the first entry of an audit chain. */
export const GENESIS = '0'.repeat(64)

/** Adds one change to the running hash of a device: SHA-256 of the canonical JSON of ["veldtoets/device-log/1", previous, change]. */
export const runningHead = (hash: Hash, previous: string, change: ChangeId) => hash(['veldtoets/device-log/1', previous, change])

/** The running hash over changes in the order of their counters. */
export const headOf = (hash: Hash, changes: readonly ChangeId[], from = GENESIS) =>
  changes.reduce((head, change) => runningHead(hash, head, change), from)

const HEX32 = '[0-9a-f]{32}'
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const MEMBER = new RegExp(`^(?:${[
  'mimetype', 'manifest-sha256\\.txt', 'bundle\\.json', 'VERIFY\\.txt',
  `signatures/(?:device/)?${HEX32}\\.(?:json|sig|pem)`,
  'data/(?:changes|content|erasures|log)\\.jsonl', 'data/(?:framework|organisation|persons)\\.json', 'data/report\\.html',
  `data/earlier/${UUID}\\.json`, 'data/evidence/[0-9a-f]{64}',
].join('|')})$`)

/** Whether a bundle may hold a member of this name. The list is closed; all names are ASCII and none can leave a folder. */
export const isMemberName = (name: string) => !name.endsWith('\n') && MEMBER.test(name)

/** What no bundle lacks, besides its signatures. */
export const REQUIRED_MEMBERS = [
  'mimetype', 'manifest-sha256.txt', 'VERIFY.txt', 'bundle.json', 'data/changes.jsonl', 'data/content.jsonl', 'data/framework.json',
  'data/log.jsonl', 'data/organisation.json', 'data/persons.json',
] as const

const rankOf = (name: string) => (name === 'mimetype' ? 0 : name === 'manifest-sha256.txt' ? 1 : name.startsWith('signatures/') ? 2 : 3)

/** The one order of members: mimetype, manifest, signatures, the rest; within these by bytes, which for ASCII is by code unit. */
export function compareMembers(a: string, b: string): number {
  return rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The manifest vouches for all but itself, the mimetype and what is signed or certified by itself. */
export const isInManifest = (name: string) => rankOf(name) === 3
