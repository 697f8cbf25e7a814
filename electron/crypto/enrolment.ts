import { Pass, Receipt, ReceiptStatement, Request } from '../../shared/domain/enrolment.ts'
import type { Person } from '../../shared/domain/person.ts'
import { appError } from '../../shared/errors.ts'
import { canonicalFile, readCanonicalFile } from './canonical-file.ts'
import { type Certificate, readCertificate, readRoot, type Root } from './certificate.ts'
import { isSignedBy, kidOf } from './ed25519.ts'
import { canonical } from './hash.ts'
import type { Keys } from './keyring.ts'
import { type ReadRoot, readRoots, standsBehind } from './lineage.ts'
import type { RootKey } from './root.ts'
import { makeSigningRequest, readSigningRequest } from './signing-request.ts'
import { checkCertificate, type EndedRoot } from './trust.ts'
import { sixWords } from './words.ts'

/** Whose key it is, as the office confirms by voice. */
export interface ReadRequest {
  readonly person: Person
  readonly publicKey: string
  readonly recipient: string
  readonly words: string[]
}

/** The six words of a public key (base64 SPKI). */
export const wordsOf = (publicKey: string) => sixWords(kidOf(publicKey))

/** The text of a .veldrequest; makes the person's signing key where there is none. */
export function makeRequest(keys: Keys, person: Person): string {
  if (person.id !== keys.person) throw new TypeError('a request is for whoever unlocked the keys')
  const signer = { publicKey: keys.makeSigningKey().publicKey, sign: keys.sign }
  return canonicalFile(Request.parse({ _type: 'veldtoets/request/1', person, recipient: keys.recipient, csr: makeSigningRequest(signer, person, keys.recipient) }))
}

/** Errors: those of `readCanonicalFile` and `readSigningRequest`. */
export function readRequest(text: string): ReadRequest {
  const { person, recipient, csr } = readCanonicalFile(text, { member: 'request', type: 'veldtoets/request/1', schema: Request, typeOf: ({ _type }) => _type })
  const publicKey = readSigningRequest(csr, person, recipient)
  return { person, publicKey, recipient, words: wordsOf(publicKey) }
}

const DAY = 86_400_000

/** A certificate holds from a day earlier, for laptops whose clock is behind. `days` is at most 399. */
export function grantOf({ person, publicKey, recipient }: Pick<ReadRequest, 'person' | 'publicKey' | 'recipient'>, role: 'inspector' | 'office', { now, days }: { now: string; days: number }) {
  const notBefore = new Date(Date.parse(now) - DAY).toISOString()
  return { publicKey, person: person.id, role, name: person.name, inspectorate: person.inspectorate, recipient, notBefore, days: days + 1 }
}

/** The text of a .veldpass for a person whose key the root just certified. Certificates and lists are PEM; the first of `roots` is that root. */
export function makePass(root: RootKey, given: Omit<Pass, '_type' | 'office' | 'signature'>): string {
  const rest: Omit<Pass, 'signature'> = { _type: 'veldtoets/pass/1', office: { id: root.kid, name: root.name }, ...given }
  return canonicalFile(Pass.parse({ ...rest, signature: root.sign(Buffer.from(canonical(rest))).toString('base64') }))
}

export interface ReadPass {
  readonly pass: Pass
  readonly certificate: Certificate
  readonly office: Certificate
  readonly root: Root
  readonly rootWords: string[]
  /** The newest first. */
  readonly roots: readonly ReadRoot[]
  /** Was the root confirmed before? If not, its words are to be confirmed now. */
  readonly pinned: boolean
  /** The name of the confirmed root that vouches for one that is new. */
  readonly vouchedBy: string | null
}

/**
 * Reads the pass for one's own key. Pinned roots are PEM; where there are any, the pass must be from one of them, or from one behind which one
 * of them stands. Known lists (PEM) count besides the one that it brings; nothing is taken of a root that is trusted no longer.
 * Errors: those of `readCanonicalFile` and `checkCertificate`, `signature-invalid`, `root-changed`, `pass-not-mine`.
 */
export function readPass(
  text: string,
  { person, publicKey, now, pinnedRoots, ended = [], crls = [] }: {
    person: string; publicKey: string; now: string; pinnedRoots: readonly string[]; ended?: readonly EndedRoot[] | undefined; crls?: readonly string[]
  },
): ReadPass {
  const pass = readCanonicalFile(text, { member: 'pass', type: 'veldtoets/pass/1', schema: Pass, typeOf: ({ _type }) => _type })
  const root = signerOf(pass)
  const roots = readRoots(pass.roots)
  const pinned = pinnedRoots.map(readRoot)
  const isPinned = pinned.some(({ kid }) => kid === root.kid)
  const over = ended.find(({ root: pem }) => readRoot(pem).kid === root.kid)
  if (over) throw appError('root-distrusted', { office: root.name, since: over.since.slice(0, 10) })
  const before = standsBehind(pinned, roots, new Set(ended.map(({ root: pem }) => readRoot(pem).kid)))?.by
  if (pinned.length > 0 && !isPinned && !before) {
    throw appError('root-changed', { pinned: sixWords(pinned[0]!.kid).join(' '), found: sixWords(root.kid).join(' ') })
  }
  const claimed = readCertificate(pass.certificate)
  if (pass.person !== person || claimed.person !== person || claimed.publicKey !== publicKey) throw appError('pass-not-mine', {})
  const trust = { roots: [...pass.roots.map((one) => one.root), ...pinnedRoots], ended, crls: [...pass.roots.map(({ crl }) => crl), ...crls], at: now }
  const certificate = checkCertificate(pass.certificate, trust)
  const office = checkCertificate(pass.officeCertificate, trust)
  if (certificate.root.kid !== root.kid || office.root.kid !== root.kid) throw appError('certificate-not-from-office', {})
  if (office.role !== 'office' || certificate.role !== 'inspector') throw appError('certificate-usage', { kid: office.kid })
  return { pass, certificate, office, root, rootWords: sixWords(root.kid), roots, pinned: isPinned, vouchedBy: isPinned ? null : (before?.name ?? null) }
}

/** The text of a .veldreceipt, signed with the office's own key; `certificate` is its PEM. */
export function makeReceipt(
  keys: Keys,
  { certificate, root }: { certificate: string; root: string },
  facts: Omit<ReceiptStatement, '_type' | 'office' | 'kid'>,
): string {
  const { kid } = readCertificate(certificate)
  if (kid !== keys.signing()?.kid) throw appError('no-signing-key', {})
  const statement = ReceiptStatement.parse({ _type: 'veldtoets/receipt/1', office: readRoot(root).kid, kid, ...facts })
  const signature = keys.sign(Buffer.from(canonical(statement))).toString('base64')
  return canonicalFile(Receipt.parse({ statement, certificate, signature }))
}

/**
 * Reads a receipt of an office that one trusts at `at`: the moment of reading, and not the moment that the receipt claims, unless it is null. Then the office is held to its
 * own word, as who looks years later must, and a revoked key of it counts for nothing whenever it signed. Roots and lists are PEM.
 * Errors: those of `readCanonicalFile` and `checkCertificate`, `signature-invalid`.
 */
export function readReceipt(text: string, trust: { roots: readonly string[]; ended?: readonly EndedRoot[] | undefined; crls: readonly string[]; at: string | null }): ReceiptStatement {
  const { statement, certificate, signature } = readCanonicalFile(text, {
    member: 'receipt', type: 'veldtoets/receipt/1', schema: Receipt, typeOf: ({ statement }) => (statement as { _type?: unknown } | undefined)?._type,
  })
  const office = checkCertificate(certificate, { ...trust, at: trust.at ?? statement.receivedAt })
  if (office.role !== 'office') throw appError('certificate-usage', { kid: office.kid })
  const fits = statement.kid === office.kid && statement.office === office.root.kid
  if (!fits || !isSignedBy(office.publicKey, Buffer.from(canonical(statement)), Buffer.from(signature, 'base64'))) {
    throw appError('signature-invalid', { signer: office.kid })
  }
  return statement
}

/** The newest root that a pass brings with it, once the pass turns out to be signed by it. */
function signerOf({ signature, ...rest }: Pass): Root {
  const root = readRoot(rest.roots[0]!.root)
  const fits = rest.office.id === root.kid && rest.office.name === root.name
  if (!fits || !isSignedBy(root.publicKey, Buffer.from(canonical(rest)), Buffer.from(signature, 'base64'))) {
    throw appError('signature-invalid', { signer: root.kid })
  }
  return root
}
