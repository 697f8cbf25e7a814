import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension, BasicConstraintsExtension, type Extension, KeyUsageFlags, KeyUsagesExtension, Name, SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension, X509Certificate,
} from '@peculiar/x509'
import { appError } from '../../shared/errors.ts'
import { isRecipient } from './age.ts'
import { decoded, der, ED25519, fromPem, integer, sequence, signedDer, splitSigned, time, toPem } from './der.ts'
import { digestOf } from './digest.ts'
import { checkKey, isSignedBy, kidOf } from './ed25519.ts'
import { remembering } from './remembering.ts'

export type CertificateRole = 'inspector' | 'office'

/** Whoever can sign for a public key: keys of a workspace, or the root. */
export interface Signer {
  readonly publicKey: string
  sign(bytes: Uint8Array): Buffer
}

/** Times are ISO in UTC and whole seconds; the key is base64 of SPKI DER. */
export interface Read {
  readonly kid: string
  readonly name: string
  readonly publicKey: string
  readonly validFrom: string
  readonly validTo: string
}
/** `subject` is the DER of its name. */
export interface Root extends Read {
  readonly subject: Buffer
}
export interface Certificate extends Read {
  readonly serial: string
  readonly person: string
  readonly role: CertificateRole
  /** For whom to encrypt what is meant for this person (age); null where the office did not say. */
  readonly recipient: string | null
}

/** A distinguished name. X.520 allows 64 characters; the whole name stands in the person's own record. */
export function nameOf(name: string, organisation: string, serialNumber?: string): Buffer {
  const short = (text: string) => [{ utf8String: [...text].slice(0, 64).join('') }]
  const parts = [...(organisation === '' ? [] : [{ O: short(organisation) }]), { CN: short(name) }]
  return Buffer.from(new Name(serialNumber === undefined ? parts : [...parts, { '2.5.4.5': short(serialNumber) }]).toArrayBuffer())
}

export const MAX_DAYS = 400
const DAY = 86_400_000
const addDays = (iso: string, days: number) => new Date(Date.parse(iso) + days * DAY).toISOString()
export const LABEL = 'CERTIFICATE'
const AGE = 'urn:veldtoets:age:'
const ROLES: Readonly<Record<string, CertificateRole>> = { 'urn:veldtoets:role:inspector': 'inspector', 'urn:veldtoets:role:office': 'office' }

/** A self-signed root (RFC 5280): may sign certificates and revocation lists, nothing below it may. */
export function makeRoot(signer: Signer, { name, now, years }: { name: string; now: string; years: number }): string {
  const subject = nameOf(name, '')
  const kid = kidOf(signer.publicKey)
  const extensions = [
    new BasicConstraintsExtension(true, 0, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    new SubjectKeyIdentifierExtension(kid),
  ]
  return issue(signer, { issuer: subject, subject, publicKey: signer.publicKey, notBefore: now, notAfter: addDays(now, years * 365), extensions })
}

export interface Grant {
  readonly publicKey: string
  readonly person: string
  readonly role: CertificateRole
  readonly name: string
  readonly inspectorate: string
  readonly recipient: string | null
  readonly notBefore: string
  /** At most `MAX_DAYS`. */
  readonly days: number
}

/** A person's certificate, as PEM. Errors: `key-type`, `weak-key`; more days than allowed is a bug. */
export function issueCertificate(root: Signer & { certificate: string }, grant: Grant): string {
  if (!(grant.days > 0 && grant.days <= MAX_DAYS)) throw new RangeError('days')
  checkKey(grant.publicKey)
  const { subject: issuer } = readRoot(root.certificate)
  const extensions = [
    new BasicConstraintsExtension(false, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    new SubjectKeyIdentifierExtension(kidOf(grant.publicKey)),
    new AuthorityKeyIdentifierExtension(kidOf(root.publicKey)),
    new SubjectAlternativeNameExtension([
      { type: 'url', value: `urn:uuid:${grant.person}` },
      { type: 'url', value: `urn:veldtoets:role:${grant.role}` },
      ...(grant.recipient === null ? [] : [{ type: 'url' as const, value: `${AGE}${grant.recipient}` }]),
    ]),
  ]
  const { publicKey, notBefore, days } = grant
  return issue(root, { issuer, subject: nameOf(grant.name, grant.inspectorate), publicKey, notBefore, notAfter: addDays(notBefore, days), extensions })
}

/** What a person's certificate says; nothing about whether to trust it. Errors: `not-canonical`, `key-type`, `weak-key`, `certificate-usage`. */
export function readCertificate(pem: string): Certificate {
  const { issuer: _issuer, ...certificate } = readIssued(pem)
  return certificate
}

/** What a root says. Errors: those of `readCertificate`, and `certificate-not-from-office` when it did not sign itself. */
export const readRoot = remembering(50, (pem) => decoded(LABEL, () => readSelfSigned(pem)))

function readSelfSigned(pem: string): Root {
  const { certificate, read, signed, signature } = parse(pem)
  const isRoot = has(certificate, ROOT) && usagesOf(certificate) === (KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign) && isCa(certificate)
  if (!isRoot) throw appError('certificate-usage', { kid: read.kid })
  if (!isSignedBy(read.publicKey, signed, signature)) throw appError('certificate-not-from-office', {})
  return read
}

/** Does the raw signature over these bytes belong to the certificate's key? Says nothing about trust in it. */
export const verifySignature = (pem: string, bytes: Uint8Array, signature: Uint8Array) => isSignedBy(decoded(LABEL, () => parse(pem)).read.publicKey, bytes, signature)

/** A certificate with the DER of its issuer's name. Errors: those of `readCertificate`. */
export const readIssued = remembering(500, (pem) => decoded(LABEL, () => readLeaf(pem)))

function readLeaf(pem: string): Certificate & { issuer: Buffer } {
  const { certificate, read: { subject: _subject, ...read } } = parse(pem)
  const uris = certificate.getExtension(SubjectAlternativeNameExtension)?.names.items.map(({ value }) => value) ?? []
  const person = uris[0]?.match(/^urn:uuid:([0-9a-f-]{36})$/)?.[1]
  const role = ROLES[uris[1] ?? '']
  const isLeaf = has(certificate, LEAF) && usagesOf(certificate) === KeyUsageFlags.digitalSignature && !isCa(certificate)
  const recipient = uris[2]?.startsWith(AGE) ? uris[2].slice(AGE.length) : null
  const isKnown = uris.length === 2 || (uris.length === 3 && recipient !== null && isRecipient(recipient))
  if (!isLeaf || !isKnown || !person || !role) throw appError('certificate-usage', { kid: read.kid })
  return { ...read, serial: certificate.serialNumber, person, role, recipient, issuer: Buffer.from(certificate.issuerName.toArrayBuffer()) }
}

function issue(
  signer: Signer,
  { issuer, subject, publicKey, notBefore, notAfter, extensions }: {
    issuer: Buffer; subject: Buffer; publicKey: string; notBefore: string; notAfter: string; extensions: readonly Extension[]
  },
): string {
  const serial = randomBytes(16)
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const signed = sequence(
    der(0xa0, integer(Buffer.of(2))), integer(serial), ED25519, issuer, sequence(time(notBefore), time(notAfter)), subject,
    Buffer.from(publicKey, 'base64'), der(0xa3, sequence(...extensions.map(({ rawData }) => Buffer.from(rawData)))),
  )
  return toPem(LABEL, signedDer(signed, signer.sign(signed)))
}

function parse(pem: string) {
  const bytes = fromPem(LABEL, pem)
  const { signed, signature } = splitSigned(LABEL, bytes)
  const certificate = new X509Certificate(bytes)
  const publicKey = Buffer.from(certificate.publicKey.rawData).toString('base64')
  checkKey(publicKey)
  const read: Root = {
    kid: kidOf(publicKey), name: certificate.subjectName.getField('CN')[0] ?? '', publicKey,
    validFrom: certificate.notBefore.toISOString(), validTo: certificate.notAfter.toISOString(),
    subject: Buffer.from(certificate.subjectName.toArrayBuffer()),
  }
  return { certificate, read, signed, signature }
}

const ROOT = '2.5.29.19 2.5.29.15 2.5.29.14'
const LEAF = `${ROOT} 2.5.29.35 2.5.29.17`
/** The SHA-256 of a certificate (PEM) as openssl writes it: pairs of hexadecimals with colons between them. */
export const fingerprintOf = (pem: string) => digestOf(fromPem(LABEL, pem)).sha256.toUpperCase().match(/../g)!.join(':')

const has = ({ extensions }: X509Certificate, profile: string) => extensions.map(({ type }) => type).join(' ') === profile
const usagesOf = (certificate: X509Certificate) => certificate.getExtension(KeyUsagesExtension)?.usages
const isCa = (certificate: X509Certificate) => certificate.getExtension(BasicConstraintsExtension)?.ca
