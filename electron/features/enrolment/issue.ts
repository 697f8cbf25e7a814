import { appError } from '../../../shared/errors.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { kidOf } from '../../crypto/ed25519.ts'
import { grantOf, makePass, type ReadRequest } from '../../crypto/enrolment.ts'
import type { RootKey } from '../../crypto/root.ts'
import { appendAudit } from '../../db/audit.ts'
import { listPersons } from '../../db/person.ts'
import type { Context } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { makeLists, revocationOf } from './list.ts'
import { keepIssued, ownCertificate } from './office.ts'
import { getRoot, listIssued, listOwnRoots, newestIssued, travelling } from './repository.ts'

/** Writes a pass for whoever asked. What it says is recorded before it leaves, so that no two lists ever have one number. */
export function givePass(context: Context, root: RootKey, request: Omit<ReadRequest, 'words'>, file: string) {
  const { db, now, keys } = context
  const { person, publicKey } = request
  const issuedAt = now()
  const made = db.transaction(() => {
    const officeCertificate = ownCertificate(context, root)
    makeLists(context, root, [])
    const { recipients, recovery, policy } = getRoot(db, root.kid)!
    const colleagues = listValid(context, issuedAt).filter((one) => one.publicKey !== publicKey).map(({ pem }) => pem)
    const certificate = root.issue(grantOf(request, 'inspector', { now: issuedAt, days: policy.certificateDays }))
    keepIssued(context, root.kid, person, certificate)
    appendAudit(context, keys.workspace, 'grant', readCertificate(certificate).kid)
    const roots = travelling(listOwnRoots(db)).slice(0, 20)
    const pass = makePass(root, { person: person.id, certificate, roots, officeCertificate, recipients, recovery: recovery!, colleagues, policy, issuedAt })
    return { pass, validTo: readCertificate(certificate).validTo }
  }).immediate()
  writeWhole(context.files.toWrite(file).path, made.pass)
  return { person, validTo: made.validTo }
}

/** Gives whoever has a certificate a new one for the same key. */
export function renewPass(context: Context, root: RootKey, kid: string, file: string) {
  const held = listIssued(context.db).find((one) => one.kid === kid)
  if (!held) throw appError('not-found', { what: 'certificate', id: kid })
  const { publicKey, recipient } = readCertificate(held.certificate)
  if (recipient === null) throw appError('recipient-unknown', {})
  assertOwnKey(context, { person: held.person, publicKey })
  return givePass(context, root, { person: held.person, publicKey, recipient }, file)
}

/** Refuses a request under the id of someone with another name, for its maker would sign as that person; and with a key of another, or one that others may have. */
export function assertOwnKey({ db }: Pick<Context, 'db'>, { person: { id, name, inspectorate }, publicKey }: Pick<ReadRequest, 'person' | 'publicKey'>): void {
  const issued = listIssued(db)
  const known = [...issued.map(({ person }) => person), ...listPersons(db)].find((person) => person.id === id)
  if (known && (known.name !== name || known.inspectorate !== inspectorate)) throw appError('request-for-another', { name: known.name })
  const kid = kidOf(publicKey)
  const sameKey = issued.filter((one) => one.kid === kid)
  if (sameKey.some(({ person }) => person.id !== id)) throw appError('duplicate-key-id', { kid })
  const stolen = sameKey.map((one) => revocationOf(db, one)).find((one) => one?.reason === 'keyCompromise')
  if (stolen) throw appError('certificate-revoked', { kid, at: stolen.at })
}

/** The certificate of each key that holds now. */
function listValid({ db }: Context, moment: string): { publicKey: string; pem: string }[] {
  return newestIssued(db).flatMap((one) => {
    const { validTo, publicKey } = readCertificate(one.certificate)
    return validTo > moment && revocationOf(db, one) === null && getRoot(db, one.root)?.distrusted === null ? [{ publicKey, pem: one.certificate }] : []
  })
}
