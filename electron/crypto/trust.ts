import { appError } from '../../shared/errors.ts'
import { type Certificate, LABEL, type Read, readIssued, readRoot, type Root } from './certificate.ts'
import { fromPem, splitSigned } from './der.ts'
import { isIssuedBy } from './ed25519.ts'
import { readCrl, type RevocationList } from './revocation.ts'

/** A root that is trusted no longer, as others may have its key, with its newest list (both PEM): what came in before `since` stays as it was. */
export interface EndedRoot {
  readonly root: string
  readonly crl: string | null
  readonly since: string
}

/** What certificates are held against. Roots and lists are PEM. */
export interface Against {
  readonly roots: readonly string[]
  readonly ended?: readonly EndedRoot[] | undefined
  /** The moment of receipt, never a moment that the signer claims. */
  readonly at: string
  /** Whether that receipt is behind us: a later revocation does not touch it. What comes in now is held against the whole list, whatever the clock says. */
  readonly earlier?: boolean
  readonly crls?: readonly string[]
  /** An earlier moment at which an office received the same, by its receipt. It does not help a key that others may have. */
  readonly countersigned?: string | undefined
  /** When the list must be up to date; left out, an old list is better than none. */
  readonly current?: string | undefined
}

/**
 * Is this a certificate to trust? Gives it with the root it is from. Nothing of it is read before a root turns out to have signed it.
 * Errors: those of `readCertificate`, `certificate-not-from-office`, `-not-yet-valid`, `-expired`, `-revoked`, `root-distrusted`, `revocation-list-invalid`,
 * `revocation-list-out-of-date`.
 */
export function checkCertificate(pem: string, { roots, ended = [], at, earlier = false, crls = [], countersigned, current }: Against): Certificate & { root: Root } {
  const { signed, signature } = splitSigned(LABEL, fromPem(LABEL, pem))
  const trusted = [...roots, ...ended.map(({ root }) => root)].map(readRoot)
  const root = trusted.find(({ publicKey }) => isIssuedBy(publicKey, signed, signature))
  if (!root) throw appError('certificate-not-from-office', {})
  checkTrusted(root, ended, earlier ? at : null)
  const lists = [...crls, ...ended.flatMap(({ crl }) => crl ?? [])].map((crl) => readCrl(crl, trusted))
  const { issuer, ...leaf } = readIssued(pem)
  if (!issuer.equals(root.subject)) throw appError('certificate-not-from-office', {})
  const ofRoot = lists.filter(({ kid }) => kid === root.kid)
  const seen = countersigned !== undefined && countersigned < at ? countersigned : at
  if (current !== undefined) checkCurrent(root, ofRoot, current)
  checkDates(root, seen)
  checkDates(leaf, seen)
  for (const list of ofRoot) checkRevoked(leaf, list, { arrived: earlier ? at : undefined, countersigned })
  return { ...leaf, root }
}

/** Whether this root signed that certificate (both PEM). */
export function isFrom(root: string, pem: string): boolean {
  const { signed, signature } = splitSigned(LABEL, fromPem(LABEL, pem))
  return isIssuedBy(readRoot(root).publicKey, signed, signature)
}

/** Who has the key of a root can sign any moment, any receipt and any list: only what had come in here before counts. */
function checkTrusted({ kid, name }: Root, ended: readonly EndedRoot[], arrived: string | null): void {
  const since = ended.find(({ root }) => readRoot(root).kid === kid)?.since
  if (since !== undefined && !(arrived !== null && arrived < since)) throw appError('root-distrusted', { office: name, since: since.slice(0, 10) })
}

function checkCurrent({ name }: Root, lists: readonly RevocationList[], current: string): void {
  if (!lists.some(({ nextUpdate }) => nextUpdate >= current)) throw appError('revocation-list-out-of-date', { office: name })
}

function checkDates({ kid, validFrom, validTo }: Read, at: string): void {
  const seconds = Math.floor(Date.parse(at) / 1000) * 1000
  if (!(seconds >= Date.parse(validFrom))) throw appError('certificate-not-yet-valid', { kid, validFrom })
  if (!(seconds <= Date.parse(validTo))) throw appError('certificate-expired', { kid, validTo })
}

function checkRevoked({ serial, kid }: Certificate, { revoked }: RevocationList, { arrived, countersigned }: { arrived: string | undefined; countersigned: string | undefined }): void {
  const entry = revoked.find((one) => one.serial === serial)
  if (!entry) return
  const moments = entry.reason === 'keyCompromise' ? [arrived] : [arrived, countersigned]
  const wasBefore = moments.some((moment) => moment !== undefined && Date.parse(moment) < Date.parse(entry.at))
  if (!wasBefore) throw appError('certificate-revoked', { kid, at: entry.at })
}
