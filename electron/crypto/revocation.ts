import 'reflect-metadata'
import { AuthorityKeyIdentifierExtension, Extension, X509Crl, type X509CrlEntry } from '@peculiar/x509'
import type { RevocationReason } from '../../shared/domain/enrolment.ts'
import { appError } from '../../shared/errors.ts'
import { readRoot, type Root, type Signer } from './certificate.ts'
import { decoded, der, ED25519, fromPem, integer, sequence, signedDer, splitSigned, time, toPem } from './der.ts'
import { isIssuedBy, kidOf } from './ed25519.ts'
import { remembering } from './remembering.ts'

/** Codes of RFC 5280, 5.3.1. */
const REASONS: Readonly<Record<RevocationReason, number>> = { keyCompromise: 1, superseded: 4, cessationOfOperation: 5 }

export interface Revoked {
  /** The certificate's serial number, in lowercase hex. */
  readonly serial: string
  readonly at: string
  readonly reason: RevocationReason
}

/** A revocation list as its root signed it; past `nextUpdate` it may be out of date. */
export interface RevocationList {
  readonly kid: string
  readonly number: number
  readonly thisUpdate: string
  readonly nextUpdate: string
  readonly revoked: readonly Revoked[]
}

const LABEL = 'X509 CRL'
const CRL_NUMBER = '2.5.29.20'
const CRL_REASON = '2.5.29.21'
const DAY = 86_400_000

/** The certificates that no longer count (RFC 5280, 5), as PEM. `number` must be higher than any before. */
export function makeCrl(
  root: Signer & { certificate: string },
  { number, thisUpdate, days = 120, revoked }: {
    number: number; thisUpdate: string; days?: number; revoked: readonly Revoked[]
  },
): string {
  const nextUpdate = new Date(Date.parse(thisUpdate) + days * DAY).toISOString()
  const entries = revoked.map(({ serial, at, reason }) =>
    sequence(integer(Buffer.from(serial, 'hex')), time(at), sequence(extension(CRL_REASON, der(0x0a, Buffer.of(REASONS[reason]))))),
  )
  const extensions = [Buffer.from(new AuthorityKeyIdentifierExtension(kidOf(root.publicKey)).rawData), extension(CRL_NUMBER, integer(bytesOf(number)))]
  const signed = sequence(
    integer(Buffer.of(1)), ED25519, readRoot(root.certificate).subject, time(thisUpdate), time(nextUpdate),
    ...(entries.length === 0 ? [] : [sequence(...entries)]), der(0xa0, sequence(...extensions)),
  )
  return toPem(LABEL, signedDer(signed, root.sign(signed)))
}

/** Reads a list that one of these roots signed. Errors: `not-canonical`, `revocation-list-invalid`. */
export function readCrl(pem: string, roots: readonly Root[]): RevocationList {
  const bytes = fromPem(LABEL, pem)
  const { signed, signature } = splitSigned(LABEL, bytes)
  const root = roots.find(({ publicKey }) => isIssuedBy(publicKey, signed, signature))
  if (!root) throw appError('revocation-list-invalid', {})
  return { kid: root.kid, ...readList(pem) }
}

const readList = remembering(50, (pem) => decoded(LABEL, () => listOf(new X509Crl(fromPem(LABEL, pem)))))

function listOf(list: X509Crl): Omit<RevocationList, 'kid'> {
  const number = Buffer.from(list.getExtension(CRL_NUMBER)!.value)
  return {
    number: number.readUIntBE(2, number.length - 2),
    thisUpdate: list.thisUpdate.toISOString(),
    nextUpdate: list.nextUpdate!.toISOString(),
    revoked: list.entries.map((entry) => ({ serial: entry.serialNumber, at: entry.revocationDate.toISOString(), reason: reasonOf(entry) })),
  }
}

/** A reason that is not given, or that this program does not use, is taken for the worst. */
function reasonOf({ extensions }: X509CrlEntry): RevocationReason {
  const value = extensions.find(({ type }) => type === CRL_REASON)?.value
  const code = value && Buffer.from(value)[2]
  return code === REASONS.superseded ? 'superseded' : code === REASONS.cessationOfOperation ? 'cessationOfOperation' : 'keyCompromise'
}

const extension = (type: string, value: Buffer) => Buffer.from(new Extension(type, false, value).rawData)
const bytesOf = (number: number) => Buffer.from(number.toString(16).padStart(12, '0'), 'hex')
