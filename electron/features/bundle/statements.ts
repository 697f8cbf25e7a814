import { type BundleHeader, DeviceStatement, deviceIdOf, type KeyId, type Purpose, SignerStatement } from '../../../shared/domain/bundle.ts'
import { appError } from '../../../shared/errors.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { type Certificate, readCertificate } from '../../crypto/certificate.ts'
import { isSignedBy } from '../../crypto/ed25519.ts'
import { hash } from '../../crypto/hash.ts'
import { checkCertificate, type EndedRoot } from '../../crypto/trust.ts'
import type { SignedDevice } from './seal.ts'
import { parseFile } from './text.ts'

/**
 * Whom to believe: root certificates and revocation lists (PEM), at the moment of receipt. Without roots nobody is asked who issued a key.
 * What came in before was good or not at that moment: `arrived` knows of it.
 */
export interface Trust {
  readonly roots: readonly string[]
  readonly at: string
  readonly crls: readonly string[]
  /** Roots that are trusted no longer. */
  readonly ended?: readonly EndedRoot[]
  /** When the lists must be up to date; left out, an old one is better than none. */
  readonly current?: string | undefined
  /** When an office received a bundle, by its receipt. */
  readonly received?: ((manifest: string) => string | undefined) | undefined
  readonly arrived?: Arrived
  /** Looks at each certificate as on a day on which it held: to see what else is true of a bundle that came too late or too early. */
  readonly undated?: boolean
}

/** When a bundle came in here, by the hash of its manifest; what one person signed about it; and what covers a device's statement, signed with the same key. */
export interface Arrived {
  readonly bundle: (manifest: string) => string | undefined
  readonly signature: (manifest: string, kid: KeyId, signed: SignedDevice) => string | undefined
  readonly statement: (statement: DeviceStatement) => string | undefined
}

/** Somebody who signed, as their certificate names them. */
export interface SignedBy extends Pick<SignerStatement, 'kid' | 'role' | 'statement' | 'time'> {
  readonly person: string
  readonly name: string
}

/** What a person states about a device, with the bytes to pass on. */
export interface ProvedDevice extends SignedDevice {
  readonly statement: DeviceStatement
  /** The person's name as the office certified it, which has room for 64 characters. */
  readonly name: string
}

const ROLES: Readonly<Partial<Record<Purpose, SignerStatement['role']>>> = { preparation: 'office', handover: 'inspector' }

/** Checks what one person signed about this manifest. `kid` is what the file is named after. */
export function checkSigner(kid: KeyId, signed: SignedDevice, header: BundleHeader, manifestSha256: string, check: CheckPem): SignedBy {
  const member = `signatures/${kid}.json`
  const statement = hold(SignerStatement, parseStatement(signed, 'veldtoets/signature/1', member), member)
  const { bundle, inspection, role, time } = statement
  const isOfThis = statement.manifestSha256 === manifestSha256 && bundle === header.bundleId && inspection === header.inspectionId
  if (!isOfThis) throw appError('manifest-mismatch', { member })
  const { person, name, role: granted } = checkSignature(kid, statement.kid, signed, check)
  if (role !== granted || role !== (ROLES[header.purpose] ?? role)) throw appError('wrong-statement', { member })
  return { kid, person, name, role, statement: statement.statement, time }
}

/** Checks what one person signed about the changes of a device. */
export function checkDevice(device: string, signed: SignedDevice, header: BundleHeader, checkFor: (statement: DeviceStatement) => CheckPem): ProvedDevice {
  const member = `signatures/device/${device}.json`
  const statement = hold(DeviceStatement, parseStatement(signed, 'veldtoets/device-log/1', member), member)
  const { kid, person, counter } = statement
  if (statement.device !== device || statement.inspection !== header.inspectionId) throw appError('wrong-statement', { member })
  const certificate = checkSignature(kid, kid, signed, checkFor(statement))
  const isTheirs = certificate.person === person && deviceIdOf(hash, statement) === device
  if (!isTheirs || (header.known[device] ?? 0) !== counter) throw appError('author-unproved', { device, counter })
  return { ...signed, statement, name: certificate.name }
}

/** The kind of a statement comes first: what was signed for another purpose is not read any further. */
function parseStatement({ json }: SignedDevice, type: string, member: string): unknown {
  const value = parseFile(json, member)
  if (typeof value !== 'object' || value === null || !('_type' in value) || value._type !== type) throw appError('wrong-statement', { member })
  return value
}

function checkSignature(kid: KeyId, stated: KeyId, { json, sig, pem }: SignedDevice, check: CheckPem): Certificate {
  const certificate = check(pem)
  if (certificate.kid !== kid || stated !== kid || !isSignedBy(certificate.publicKey, json, sig)) throw appError('signature-invalid', { signer: kid })
  return certificate
}

/** Gives a certificate that may be trusted, or refuses it. */
export type CheckPem = (pem: string) => Certificate

/** Holds certificates against roots and lists at a moment; each is looked at once. Without roots all is checked except who issued them. */
export function checkersOf({ roots, ended = [], crls, at: now, current, received, undated = false }: Trust, manifest: string): (at: string) => CheckPem {
  const checked = new Map<string, Certificate>()
  return (moment) => (pem) => {
    const at = undated ? held(pem, moment) : moment
    const key = `${moment} ${pem}`
    const against = { roots, ended, at, earlier: moment !== now, crls, current, countersigned: received?.(manifest) }
    const certificate = checked.get(key) ?? (roots.length + ended.length > 0 ? checkCertificate(pem, against) : checkUnissued(pem, at))
    checked.set(key, certificate)
    return certificate
  }
}

/** The last moment of one that has expired, and the middle of one that is yet to begin: its root may have begun a little later. */
function held(pem: string, at: string): string {
  const { validFrom, validTo } = readCertificate(pem)
  if (at > validTo) return validTo
  return at < validFrom ? new Date((Date.parse(validFrom) + Date.parse(validTo)) / 2).toISOString() : at
}

function checkUnissued(pem: string, at: string): Certificate {
  const certificate = readCertificate(pem)
  const { kid, validFrom, validTo } = certificate
  if (at < validFrom) throw appError('certificate-not-yet-valid', { kid, validFrom })
  if (at > validTo) throw appError('certificate-expired', { kid, validTo })
  return certificate
}
