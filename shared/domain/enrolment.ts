import { z } from 'zod'
import { Person } from './person.ts'
import { KeyId, LeastSigners } from './bundle.ts'
import { Change, Sha256 } from './change.ts'

const Pem = z.string().max(65_536)
const Time = z.iso.datetime()
/** 64 bytes in the only base64 that they have. */
const Signature = z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/)

/** For whom to encrypt: an X25519 recipient of age (age-encryption.org/v1). */
export const Recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)

/** How a person asks the office for a certificate (.veldrequest): the request for it is signed with the key that it names. */
export const Request = z.strictObject({ _type: z.literal('veldtoets/request/1'), person: Person, recipient: Recipient, csr: Pem })
export type Request = z.infer<typeof Request>

/** How an office's earlier root vouches for its next one: it signs the canonical JSON of `{ _type: 'veldtoets/succession/1', from, to }`, both ids of keys. */
export const Vouched = z.strictObject({ by: KeyId, signature: Signature })
export type Vouched = z.infer<typeof Vouched>

/** A root of an office with its newest revocation list, both PEM; `vouched` is how the root before it vouches for it. */
export const OfficeRoot = z.strictObject({ root: Pem, crl: Pem, vouched: Vouched.nullable() })
export type OfficeRoot = z.infer<typeof OfficeRoot>

/** The roots of an office, the newest first, as a file (.veldroot): with it whoever trusts an earlier one comes to trust the next. Each is signed by itself, none by the whole. */
export const Roots = z.strictObject({ _type: z.literal('veldtoets/roots/1'), roots: z.array(OfficeRoot).min(1).max(20) })
export type Roots = z.infer<typeof Roots>

/** What an office asks of its inspectors: for how many days it certifies them, and how many different persons must sign a hand-over at least. */
export const Policy = z.strictObject({ certificateDays: z.int().min(1).max(399), signers: LeastSigners })
export type Policy = z.infer<typeof Policy>

/** What an office begins with. */
export const FIRST_POLICY: Policy = { certificateDays: 365, signers: 1 }

/** That a person trusts a root no longer: what came in from `since` on does not count. */
export const Distrust = z.strictObject({ since: Time, at: Time, by: z.string(), reason: z.string() })
export type Distrust = z.infer<typeof Distrust>

/** Why a certificate no longer counts (RFC 5280, 5.3.1): others may have the key; its owner left; another certificate took its place. */
export const RevocationReason = z.enum(['keyCompromise', 'cessationOfOperation', 'superseded'])
export type RevocationReason = z.infer<typeof RevocationReason>

/**
 * What the office answers with (.veldpass): the person's certificate, what it hangs from, and the office's own, so that its receipts can be
 * verified. `roots` are those that the office has and had; the first signs the canonical JSON of all but `signature`. `recipients` are the office's keys for encryption,
 * `recovery` the one of them that lies with the root, `colleagues` the certificates of those whom it enrolled.
 */
export const Pass = z.strictObject({
  _type: z.literal('veldtoets/pass/1'),
  person: z.uuid(),
  certificate: Pem,
  roots: Roots.shape.roots,
  office: z.strictObject({ id: KeyId, name: z.string().regex(/\S/).max(200) }),
  officeCertificate: Pem,
  recipients: z.array(Recipient).max(20),
  recovery: Recipient,
  colleagues: z.array(Pem).max(2_000),
  policy: Policy,
  issuedAt: Time,
  signature: Signature,
})
export type Pass = z.infer<typeof Pass>

/** That the office received a bundle, and the heads of the audit chains that it brought. `office` is the root's key, `kid` the one that signs. */
export const ReceiptStatement = z.strictObject({
  _type: z.literal('veldtoets/receipt/1'),
  office: KeyId,
  kid: KeyId,
  manifestSha256: Sha256,
  bundle: z.uuid(),
  inspection: z.uuid(),
  device: Change.shape.device,
  sequence: z.int().positive(),
  heads: z.record(Change.shape.device, z.strictObject({ n: z.int().positive(), hash: Sha256 })),
  stateHash: Sha256,
  receivedAt: Time,
})
export type ReceiptStatement = z.infer<typeof ReceiptStatement>

/** The file of a receipt (.veldreceipt): the office's own certificate signs the canonical JSON of the statement. */
export const Receipt = z.strictObject({ statement: ReceiptStatement, certificate: Pem, signature: Signature })
export type Receipt = z.infer<typeof Receipt>
