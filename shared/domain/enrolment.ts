import { z } from 'zod'
import { Person } from './person.ts'
import { KeyId } from './bundle.ts'
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

/** Why a certificate no longer counts (RFC 5280, 5.3.1): others may have the key; its owner left; another certificate took its place. */
export const RevocationReason = z.enum(['keyCompromise', 'cessationOfOperation', 'superseded'])
export type RevocationReason = z.infer<typeof RevocationReason>

/**
 * What the office answers with (.veldpass): the person's certificate, what it hangs from, and the office's own, so that its receipts can be
 * verified. `recipients` are the office's keys for encryption, `colleagues` the certificates of those whom it enrolled. The root signs the canonical JSON of all but `signature`.
 */
export const Pass = z.strictObject({
  _type: z.literal('veldtoets/pass/1'),
  person: z.uuid(),
  certificate: Pem,
  root: Pem,
  vouched: Vouched.nullable(),
  crl: Pem,
  office: z.strictObject({ id: KeyId, name: z.string().regex(/\S/).max(200) }),
  officeCertificate: Pem,
  recipients: z.array(Recipient).max(20),
  colleagues: z.array(Pem).max(2_000),
  policy: z.strictObject({ certificateDays: z.int().min(1).max(399) }),
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
