import { type BundleHeader, DeviceStatement, type KeyId, type Purpose, SignerStatement } from '../../../shared/domain/bundle.ts'
import { appError } from '../../../shared/errors.ts'
import { type Certificate, checkCertificate, readCertificate, verifySignature } from '../../crypto/certificate.ts'
import type { SignedDevice } from './seal.ts'
import { hold, parseFile } from './text.ts'

/** Whom to believe: root certificates and revocation lists (PEM), at the moment of receipt. Without roots nobody is asked who issued a key. */
export interface Trust {
  readonly roots: readonly string[]
  readonly at: string
  readonly crls: readonly string[]
}

/** Somebody who signed, as their certificate names them. */
export interface SignedBy extends Pick<SignerStatement, 'kid' | 'role' | 'statement' | 'time'> {
  readonly person: string
  readonly name: string
}

/** What a person states about a device, with the bytes to pass on. */
export interface ProvedDevice extends SignedDevice {
  readonly statement: DeviceStatement
}

const ROLES: Readonly<Partial<Record<Purpose, SignerStatement['role']>>> = { preparation: 'office', handover: 'inspector' }

/** Checks what one person signed about this manifest. `kid` is what the file is named after. */
export function checkSigner(kid: KeyId, signed: SignedDevice, header: BundleHeader, manifestSha256: string, trust: Trust): SignedBy {
  const member = `signatures/${kid}.json`
  const statement = hold(SignerStatement, parseStatement(signed, 'veldtoets/signature/1', member), member)
  const { bundle, inspection, role, time } = statement
  const isOfThis = statement.manifestSha256 === manifestSha256 && bundle === header.bundleId && inspection === header.inspectionId
  const { person, name, role: granted } = checkSignature(kid, statement.kid, signed, trust)
  if (!isOfThis) throw appError('manifest-mismatch', { member })
  if (role !== granted || role !== (ROLES[header.purpose] ?? role)) throw appError('wrong-statement', { member })
  return { kid, person, name, role, statement: statement.statement, time }
}

/** Checks what one person signed about the changes of a device. */
export function checkDevice(device: string, signed: SignedDevice, header: BundleHeader, trust: Trust): ProvedDevice {
  const member = `signatures/device/${device}.json`
  const statement = hold(DeviceStatement, parseStatement(signed, 'veldtoets/device-log/1', member), member)
  const { kid, person, counter } = statement
  const certificate = checkSignature(kid, kid, signed, trust)
  if (statement.device !== device || statement.inspection !== header.inspectionId) throw appError('wrong-statement', { member })
  if (certificate.person !== person || header.known[device] !== counter) throw appError('author-unproved', { device, counter })
  return { ...signed, statement }
}

/** The kind of a statement comes first: what was signed for another purpose is not read any further. */
function parseStatement({ json }: SignedDevice, type: string, member: string): unknown {
  const value = parseFile(json, member)
  if (typeof value !== 'object' || value === null || !('_type' in value) || value._type !== type) throw appError('wrong-statement', { member })
  return value
}

function checkSignature(kid: KeyId, stated: KeyId, { json, sig, pem }: SignedDevice, trust: Trust): Certificate {
  const certificate = checkIssued(pem, trust)
  if (certificate.kid !== kid || stated !== kid || !verifySignature(pem, json, sig)) throw appError('signature-invalid', { signer: kid })
  return certificate
}

/** Without roots all is held against a certificate except who issued it. */
export function checkIssued(pem: string, { roots, at, crls }: Trust): Certificate {
  if (roots.length > 0) return checkCertificate(pem, { roots, at, crls })
  const certificate = readCertificate(pem)
  const { kid, validFrom, validTo } = certificate
  if (at < validFrom) throw appError('certificate-not-yet-valid', { kid, validFrom })
  if (at > validTo) throw appError('certificate-expired', { kid, validTo })
  return certificate
}
