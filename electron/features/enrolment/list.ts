import { appError } from '../../../shared/errors.ts'
import { readCertificate, readRoot } from '../../crypto/certificate.ts'
import { readCrl, type Revoked, type RevocationList } from '../../crypto/revocation.ts'
import type { RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Db } from '../../db/open.ts'
import type { Context } from '../../context.ts'
import { findLastOf, findPass, getRoot, listRoots, type Root, saveRoot } from './repository.ts'

/** The newest revocation list of an office that is known here, if any. */
export const listOf = ({ certificate, crl }: Pick<Root, 'certificate' | 'crl'>): RevocationList | null =>
  crl === null ? null : readCrl(crl, [readRoot(certificate)])

/** Whether bundles can still be held against it: a list that is too old may lack someone. */
export const isOutOfDate = (list: RevocationList | null, moment: string) => list === null || list.nextUpdate < moment

/** Since when and why a certificate of this root no longer counts, as far as is known here. */
export function revocationOf(db: Db, { certificate, root }: { certificate: string; root: string }): Revoked | null {
  const { serial } = readCertificate(certificate)
  return listOf(getRoot(db, root)!)?.revoked.find((one) => one.serial === serial) ?? null
}

/**
 * Whether an office put back a backup and did not read in the newest list that it gave out: until then it would give a second list the number of another,
 * and take in what it had revoked.
 */
export const isBehind = ({ db, keys }: Pick<Context, 'db' | 'keys'>) =>
  keys.role === 'office' && findLastOf(db, keys.workspace, ['restore', 'revocation-list-read']) === 'restore'

/** Errors: `newest-list-needed`. */
export function assertNotBehind(context: Pick<Context, 'db' | 'keys'>): void {
  if (isBehind(context)) throw appError('newest-list-needed', {})
}

/**
 * The next list of each root that the office holds: what stood in the one before, and what is added or takes the place of an earlier reason, `of` which root the certificate is.
 * Runs inside a transaction. Errors: `newest-list-needed`.
 */
export function makeLists(context: Context, root: RootKey, added: readonly (Revoked & { of: string })[]): void {
  const { db, now } = context
  assertNotBehind(context)
  const again = new Set(added.map(({ serial }) => serial))
  for (const held of [root, ...root.earlier]) {
    const kept = getRoot(db, held.kid)
    if (!kept) continue // a backup of before it was made
    const { number, revoked } = listOf(kept) ?? { number: 0, revoked: [] }
    const fresh = added.filter(({ of }) => of === held.kid).map(({ of: _of, ...one }) => one)
    saveRoot(db, { ...kept, crl: held.crl({ number: number + 1, thisUpdate: now(), revoked: [...revoked.filter(({ serial }) => !again.has(serial)), ...fresh] }) })
  }
}

/** Takes over a newer list of an office that is trusted here; its own newest one an office may wait for. Errors: `revocation-list-invalid`, `revocation-list-older`. */
export function takeList(context: Context, crl: string): { root: Root; list: RevocationList } {
  const { db, keys } = context
  const roots = listRoots(db)
  const list = readCrl(crl, roots.map(({ certificate }) => readRoot(certificate)))
  const root = roots.find(({ id }) => id === list.kid)!
  const known = listOf(root)?.number ?? 0
  const isOlder = list.number < known || (list.number === known && crl !== root.crl)
  if (isOlder) throw appError('revocation-list-older', { office: root.name, known, found: list.number })
  saveRoot(db, { ...root, crl })
  if (isBehind(context) && findPass(db, keys.signing()?.kid)?.root === root.id) appendAudit(context, keys.workspace, 'revocation-list-read', root.id)
  return { root, list }
}
