import type { Complaint } from '../../../shared/domain/doctor.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import type { Context } from '../../context.ts'
import { isOutOfDate, listOf, revocationOf } from '../enrolment/list.ts'
import { findPass, listColleagues, listRoots } from '../enrolment/repository.ts'

const SOON = 30 * 86_400_000

/** What there is to do about one's own certificate, those of colleagues, and the revocation lists. */
export function wrongCertificates({ db, keys }: Pick<Context, 'db' | 'keys'>, moment: string): Complaint[] {
  const lists = listRoots(db).map((root) => ({ root: root.id, list: listOf(root) })).filter(({ list }) => isOutOfDate(list, moment))
  return [
    ...ownCertificate({ db, keys }, moment),
    ...listColleagues(db).map(readCertificate).filter(({ role, validTo }) => role === 'inspector' && validTo < moment)
      .map(({ kid, validTo }): Complaint => ({ code: 'colleague-certificate-over', kid, validTo })),
    ...lists.map(({ root, list }): Complaint => ({ code: 'revocation-list-out-of-date', root, nextUpdate: list?.nextUpdate ?? null })),
  ]
}

function ownCertificate({ db, keys }: Pick<Context, 'db' | 'keys'>, moment: string): Complaint[] {
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) return []
  const { kid, validTo } = readCertificate(pass.certificate)
  const revoked = revocationOf(db, pass)
  if (revoked) return [{ code: 'certificate-revoked', kid, at: revoked.at }]
  if (validTo < moment) return [{ code: 'certificate-over', kid, validTo }]
  return Date.parse(validTo) - Date.parse(moment) < SOON ? [{ code: 'certificate-ending', kid, validTo }] : []
}
