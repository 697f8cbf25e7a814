import { appError } from '../../shared/errors.ts'
import { type Certificate, LABEL, type Read, readIssued, readRoot, type Root } from './certificate.ts'
import { fromPem, splitSigned } from './der.ts'
import { isSignedBy } from './ed25519.ts'
import { readCrl, type RevocationList } from './revocation.ts'

/**
 * Is this a certificate to trust at `at`: the moment of receipt, never a moment that the signer claims? Gives it with the root it is from.
 * Nothing of it is read before a root turns out to have signed it.
 * Errors: those of `readCertificate`, `certificate-not-from-office`, `-not-yet-valid`, `-expired`, `-revoked`, `revocation-list-invalid`.
 */
export function checkCertificate(
  pem: string,
  { roots, at, crls = [] }: { roots: readonly string[]; at: string; crls?: readonly string[] },
): Certificate & { root: Root } {
  const { signed, signature } = splitSigned(LABEL, fromPem(LABEL, pem))
  const trusted = roots.map(readRoot)
  const root = trusted.find(({ publicKey }) => isSignedBy(publicKey, signed, signature))
  if (!root) throw appError('certificate-not-from-office', {})
  const lists = crls.map((crl) => readCrl(crl, trusted))
  const { issuer, ...leaf } = readIssued(pem)
  if (!issuer.equals(root.subject)) throw appError('certificate-not-from-office', {})
  checkDates(root, at)
  checkDates(leaf, at)
  for (const list of lists) checkRevoked(leaf, root, list, at)
  return { ...leaf, root }
}

function checkDates({ kid, validFrom, validTo }: Read, at: string): void {
  const seconds = Math.floor(Date.parse(at) / 1000) * 1000
  if (!(seconds >= Date.parse(validFrom))) throw appError('certificate-not-yet-valid', { kid, validFrom })
  if (!(seconds <= Date.parse(validTo))) throw appError('certificate-expired', { kid, validTo })
}

function checkRevoked(leaf: Certificate, root: Root, list: RevocationList, at: string): void {
  const entry = list.kid === root.kid && list.revoked.find(({ serial }) => serial === leaf.serial)
  if (entry && Date.parse(entry.at) <= Date.parse(at)) throw appError('certificate-revoked', { kid: leaf.kid, at: entry.at })
}
