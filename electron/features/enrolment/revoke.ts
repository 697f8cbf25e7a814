import type { RevocationReason } from '../../../shared/domain/enrolment.ts'
import { appError } from '../../../shared/errors.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import type { RevocationList } from '../../crypto/revocation.ts'
import type { RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Context } from '../../context.ts'
import { listOf, makeLists, revocationOf } from './list.ts'
import { ownCertificate } from './office.ts'
import { getRoot, listIssued } from './repository.ts'

/** Ends all certificates of a key, also those from an earlier root. A key that others may have counts from `since`, when it was lost; everything else from now. */
export function revoke(context: Context, root: RootKey, { kid, reason, since }: { kid: string; reason: RevocationReason; since: string | null }) {
  const { db, now, keys } = context
  const held = new Set([root, ...root.earlier].map((one) => one.kid))
  const issued = listIssued(db).filter((one) => one.kid === kid && held.has(one.root))
  const [newest] = issued
  if (!newest) throw appError('not-found', { what: 'certificate', id: kid })
  if (kid === keys.signing()?.kid) throw appError('own-certificate', {})
  const earlier = revocationOf(db, newest)
  if (earlier && (earlier.reason === 'keyCompromise' || reason !== 'keyCompromise')) throw appError('certificate-revoked', { kid, at: earlier.at })
  const moment = now()
  const at = earliest(moment, reason === 'keyCompromise' ? since : null, earlier?.at)
  return db.transaction(() => {
    makeLists(context, root, issued.map(({ serial, root: of }) => ({ serial, of, at, reason })))
    appendAudit(context, keys.workspace, `revoke-${reason}`, kid)
    return { person: newest.person, at, ...newListOf(context, root) }
  }).immediate()
}

const earliest = (...moments: (string | null | undefined)[]) => moments.filter((one) => typeof one === 'string').sort()[0]!

/** Makes new lists and, where it is time, a new certificate of the office itself. */
export function renew(context: Context, root: RootKey) {
  const { db, keys } = context
  return db.transaction(() => {
    makeLists(context, root, [])
    appendAudit(context, keys.workspace, 'revocation-list', root.kid)
    return { validTo: readCertificate(ownCertificate(context, root)).validTo, ...newListOf(context, root) }
  }).immediate()
}

function newListOf({ db }: Context, { kid }: RootKey): Pick<RevocationList, 'number' | 'nextUpdate'> {
  const { number, nextUpdate } = listOf(getRoot(db, kid)!)!
  return { number, nextUpdate }
}
