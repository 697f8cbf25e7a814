import type { RevocationReason } from '../../../shared/domain/enrolment.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { appError } from '../../../shared/errors.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { grantOf, makePass, type ReadRequest } from '../../crypto/enrolment.ts'
import type { RevocationList, Revoked } from '../../crypto/revocation.ts'
import { openRoot, type RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { listOf, revocationOf } from './list.ts'
import { addIssued, findPass, getRoot, type HeldPass, listIssued, newestIssued, savePass, saveRoot } from './repository.ts'

const CERTIFICATE_DAYS = 365
/** With less left than this the office renews its own certificate as soon as the root is at hand. */
const RENEW_DAYS = 90
const DAY = 86_400_000

export function assertOffice({ keys }: Context): void {
  if (keys.role !== 'office') throw appError('office-only', {})
}

export function findOwnPass({ db, keys }: Context): HeldPass {
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) throw appError('no-root', {})
  return pass
}

/** Lends out the office's root, which is wiped from memory afterwards. Errors: `office-only`, `no-root`, `keyring-damaged`, `passphrase-wrong`. */
export async function withRoot<T>(context: Context, rootPassphrase: string, work: (root: RootKey) => T | Promise<T>): Promise<T> {
  assertOffice(context)
  const root = await openRoot(context.path, rootPassphrase)
  try {
    return await work(root)
  } finally {
    root.close()
  }
}

/** Writes a pass for whoever asked. What it says is recorded before it leaves, so that no two lists ever have one number. */
export function givePass(context: Context, root: RootKey, request: Omit<ReadRequest, 'words'>, file: string) {
  const { db, now, keys } = context
  const { person, publicKey } = request
  const issuedAt = now()
  const made = db.transaction(() => {
    const officeCertificate = ownCertificate(context, root)
    const crl = makeList(context, root, [])
    const { recipients, vouched } = getRoot(db, root.kid)!
    const colleagues = listValid(context, issuedAt).filter((one) => one.publicKey !== publicKey).map(({ pem }) => pem)
    const certificate = root.issue(grantOf(request, 'inspector', { now: issuedAt, days: CERTIFICATE_DAYS }))
    keepIssued(context, root.kid, person, certificate)
    appendAudit(context, keys.workspace, 'grant', readCertificate(certificate).kid)
    const pass = makePass(root, person.id, { certificate, officeCertificate, vouched, crl, recipients, colleagues, certificateDays: CERTIFICATE_DAYS, now: issuedAt })
    return { pass, validTo: readCertificate(certificate).validTo }
  }).immediate()
  writeWhole(context.files.toWrite(file).path, made.pass)
  return { person, validTo: made.validTo }
}

/** Ends all certificates of a key. A key that others may have counts from `since`, when it was lost; everything else from now. */
export function revoke(context: Context, root: RootKey, { kid, reason, since }: { kid: string; reason: RevocationReason; since: string | null }) {
  const { db, now, keys } = context
  const issued = listIssued(db).filter((one) => one.kid === kid && one.root === root.kid)
  const [newest] = issued
  if (!newest) throw appError('not-found', { what: 'certificate', id: kid })
  if (kid === keys.signing()?.kid) throw appError('own-certificate', {})
  const earlier = revocationOf(db, newest)
  if (earlier && (earlier.reason === 'keyCompromise' || reason !== 'keyCompromise')) throw appError('certificate-revoked', { kid, at: earlier.at })
  const moment = now()
  const at = earliest(moment, reason === 'keyCompromise' ? since : null, earlier?.at)
  return db.transaction(() => {
    makeList(context, root, issued.map(({ serial }) => ({ serial, at, reason })))
    appendAudit(context, keys.workspace, `revoke-${reason}`, kid)
    return { person: newest.person, at, ...newListOf(context, root) }
  }).immediate()
}

const earliest = (...moments: (string | null | undefined)[]) => moments.filter((one) => typeof one === 'string').sort()[0]!

/** Makes a new list and, where it is time, a new certificate of the office itself. */
export function renew(context: Context, root: RootKey) {
  const { db, keys } = context
  return db.transaction(() => {
    makeList(context, root, [])
    appendAudit(context, keys.workspace, 'revocation-list', root.kid)
    return { validTo: readCertificate(ownCertificate(context, root)).validTo, ...newListOf(context, root) }
  }).immediate()
}

function newListOf({ db }: Context, { kid }: RootKey): Pick<RevocationList, 'number' | 'nextUpdate'> {
  const { number, nextUpdate } = listOf(getRoot(db, kid)!)!
  return { number, nextUpdate }
}

/** The next list: what stood in the one before, and what is added or takes the place of an earlier reason. Runs inside a transaction. */
export function makeList({ db, now }: Context, root: RootKey, added: readonly Revoked[]): string {
  const kept = getRoot(db, root.kid)!
  const { number, revoked } = listOf(kept) ?? { number: 0, revoked: [] }
  const again = new Set(added.map(({ serial }) => serial))
  const crl = root.crl({ number: number + 1, thisUpdate: now(), revoked: [...revoked.filter(({ serial }) => !again.has(serial)), ...added] })
  saveRoot(db, { ...kept, crl })
  return crl
}

/** The office is the first to be enrolled with itself: its own key signs receipts, the root only passes, lists and its successor. */
export function ownCertificate(context: Context, root: RootKey): string {
  const { db, keys, person, now } = context
  const acceptedAt = now()
  const { kid, publicKey } = keys.makeSigningKey()
  const held = findPass(db, kid)
  if (held?.root === root.kid && Date.parse(readCertificate(held.certificate).validTo) - Date.parse(acceptedAt) > RENEW_DAYS * DAY) return held.certificate
  const certificate = root.issue(grantOf({ person, publicKey, recipient: keys.recipient }, 'office', { now: acceptedAt, days: CERTIFICATE_DAYS }))
  savePass(db, { kid, person: person.id, root: root.kid, certificate, acceptedAt })
  keepIssued(context, root.kid, person, certificate)
  return certificate
}

function keepIssued({ db, now }: Context, root: string, person: Person, certificate: string): void {
  const { serial, kid } = readCertificate(certificate)
  addIssued(db, { serial, kid, root, person, certificate, issuedAt: now() })
}

/** The certificate of each key that holds now. */
function listValid({ db }: Context, moment: string): { publicKey: string; pem: string }[] {
  return newestIssued(db).flatMap((one) => {
    const { validTo, publicKey } = readCertificate(one.certificate)
    return validTo > moment && revocationOf(db, one) === null ? [{ publicKey, pem: one.certificate }] : []
  })
}
