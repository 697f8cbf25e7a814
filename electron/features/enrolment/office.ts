import { FIRST_POLICY } from '../../../shared/domain/enrolment.ts'
import type { Person } from '../../../shared/domain/person.ts'
import { appError } from '../../../shared/errors.ts'
import { recipientOf } from '../../crypto/age.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { grantOf } from '../../crypto/enrolment.ts'
import { openRoot, type RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { isBehind, makeLists } from './list.ts'
import { addIssued, findPass, getRoot, type HeldPass, listOwnRoots, savePass, saveRoot } from './repository.ts'

/** With less left than this the office renews its own certificate as soon as the root is at hand. */
const RENEW_DAYS = 90
const DAY = 86_400_000

export function assertOffice({ keys }: Pick<Context, 'keys'>): void {
  if (keys.role !== 'office') throw appError('office-only', {})
}

export function findOwnPass({ db, keys }: Pick<Context, 'db' | 'keys'>): HeldPass {
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) throw appError('no-root', {})
  return pass
}

/** Lends out the office's root, which is wiped from memory afterwards. Errors: `office-only`, `no-root`, `keyring-damaged`, `passphrase-wrong`. */
export async function withRoot<T>(context: Context, rootPassphrase: string, work: (root: RootKey) => T | Promise<T>): Promise<T> {
  assertOffice(context)
  const root = await openRoot(context.path, rootPassphrase)
  try {
    if (!getRoot(context.db, root.kid)) await keepRoot(context, root) // its file was written, and then the power went
    return await work(root)
  } finally {
    root.close()
  }
}

/** Enters a root of this office, with its first list and the certificate of the office itself, which is enrolled before anyone else. */
export async function keepRoot(context: Context, root: RootKey): Promise<void> {
  const { db, keys, now } = context
  const recovery = await recipientOf(root.recovery())
  db.transaction(() => {
    const policy = listOwnRoots(db)[0]?.policy ?? FIRST_POLICY
    const { kid: id, name, certificate, vouched } = root
    saveRoot(db, { id, name, certificate, crl: null, recipients: [keys.recipient, recovery], recovery, vouched, policy, passNumber: 0, acceptedAt: now() })
    if (!isBehind(context)) makeLists(context, root, [])
    ownCertificate(context, root)
    appendAudit(context, keys.workspace, 'root', root.kid)
  }).immediate()
}

/** The office's own certificate: its own key signs receipts, the root only passes, lists and its successor. Made anew where it is time. */
export function ownCertificate(context: Context, root: RootKey): string {
  const { db, keys, person, now } = context
  const acceptedAt = now()
  const { kid, publicKey } = keys.makeSigningKey()
  const held = findPass(db, kid)
  if (held?.root === root.kid && Date.parse(readCertificate(held.certificate).validTo) - Date.parse(acceptedAt) > RENEW_DAYS * DAY) return held.certificate
  const { certificateDays: days } = getRoot(db, root.kid)!.policy
  const certificate = root.issue(grantOf({ person, publicKey, recipient: keys.recipient }, 'office', { now: acceptedAt, days }))
  savePass(db, { kid, person: person.id, root: root.kid, certificate, acceptedAt })
  keepIssued(context, root.kid, person, certificate)
  return certificate
}

/** Enters a certificate that was given. */
export function keepIssued({ db, now }: Context, root: string, person: Person, certificate: string): void {
  const { serial, kid } = readCertificate(certificate)
  addIssued(db, { serial, kid, root, person, certificate, issuedAt: now() })
}
