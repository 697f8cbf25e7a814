import { appError } from '../../../shared/errors.ts'
import { readCertificate, readRoot } from '../../crypto/certificate.ts'
import { readCrl, type Revoked, type RevocationList } from '../../crypto/revocation.ts'
import type { Db } from '../../db/open.ts'
import { getRoot, listRoots, type Root, saveRoot } from './repository.ts'

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

/** Takes over a newer list of an office that is trusted here. Errors: `revocation-list-invalid`, `revocation-list-older`. */
export function takeList(db: Db, crl: string): { root: Root; list: RevocationList } {
  const roots = listRoots(db)
  const list = readCrl(crl, roots.map(({ certificate }) => readRoot(certificate)))
  const root = roots.find(({ id }) => id === list.kid)!
  const known = listOf(root)?.number ?? 0
  const isOlder = list.number < known || (list.number === known && crl !== root.crl)
  if (isOlder) throw appError('revocation-list-older', { office: root.name, known, found: list.number })
  saveRoot(db, { ...root, crl })
  return { root, list }
}
