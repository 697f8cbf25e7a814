import type { Arrival } from '../../../shared/api/bundle.ts'
import { canonical } from '../../crypto/hash.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { makeReceipt } from '../../crypto/enrolment.ts'
import { appError } from '../../../shared/errors.ts'
import { addAudit, type AuditRow, listAudit } from '../../db/audit.ts'
import { addLog, findEntry } from '../../db/change-log.ts'
import { addErasure } from '../../db/erase.ts'
import { addPersons } from '../../db/person.ts'
import type { Context } from '../../context.ts'
import { addEarlier } from '../comparison/repository.ts'
import { findPass, getRoot } from '../enrolment/repository.ts'
import { addFramework, hasFramework } from '../framework/repository.ts'
import { addOrganisations } from '../organisation/repository.ts'
import type { Read } from './arrive.ts'
import { assertOwnId } from './beginning.ts'
import { assertOneHistory } from './history.ts'
import { addBundle, isComplete, saveReceipt, saveSignature, saveStatement } from './repository.ts'
import { warningsOf } from './warning.ts'

/** Writes all that a bundle brings; what is known stays. `file` is where its bytes are kept. Runs inside a transaction; tells what to know of it. */
export function takeOver(context: Context, read: Read, file: string | null): Arrival['warnings'] {
  const { manifest, header, bundle, records, state } = read
  const { db, now } = context
  if (state === 'known') return []
  const stored = { manifest, direction: 'received' as const, header, file, at: now() }
  for (const [kid, signed] of bundle.signatures) saveSignature(db, manifest, kid, signed, stored.at)
  if (state === 'waiting') {
    addBundle(db, { ...stored, state })
    return []
  }

  const { inspectionId: inspection } = header
  assertOwnId(context, inspection, records.organisation.id)
  addPersons(db, records.persons)
  addOrganisations(db, [records.organisation])
  if (!hasFramework(db, header.framework.sha256)) addFramework(db, records.framework, 'received')
  addLog(context, inspection, records.entries, manifest)
  addEarlier(db, inspection, records.rounds)
  addChains(context, inspection, records.log)
  assertOneHistory(context, manifest, header)
  for (const { statement, name: _name, ...signed } of bundle.devices.values()) saveStatement(db, statement, signed, stored.at)
  for (const erasure of records.erasures) applyErasure(context, erasure)
  addBundle(db, { ...stored, state: isComplete(db, manifest, header) ? 'accepted' : 'proposed' })
  giveReceipt(context, { manifest, header }, stored.at)
  return warningsOf(context, read)
}

/** Takes over the audit chains of other devices; a chain that forks is not one chain, and nobody else adds to that of this device. */
function addChains({ db, device: own }: Context, inspection: string, log: Read['records']['log']): void {
  const known = new Map(listAudit(db, inspection).map(({ device, n, hash }) => [`${device} ${n}`, hash]))
  const rows = log.map(({ hash, ...body }): AuditRow => ({ device: body.device, n: body.n, body: canonical(body), hash }))
  for (const { device, n, hash } of rows) {
    const here = known.get(`${device} ${n}`)
    if (here === undefined ? device === own : here !== hash) throw appError('log-forked', { device, n })
  }
  addAudit(db, inspection, rows)
}

/** An erasure by who wrote it, or by the office, is done here too; one by someone else only tells why a value is missing. */
function applyErasure({ db }: Context, erasure: Read['records']['erasures'][number]): void {
  const { change, at, author, reason } = erasure.record
  const entry = findEntry(db, change)
  const binds = entry?.author === author || readCertificate(erasure.certificate).role === 'office' ? 1 : 0
  if (binds || entry?.content === null) addErasure(db, { change, binds, at, author, reason, signed: canonical(erasure) })
}

/** The office answers a hand-over with a receipt that countersigns the heads of the audit chains. */
function giveReceipt({ db, keys }: Context, { manifest, header }: Pick<Read, 'manifest' | 'header'>, receivedAt: string): void {
  const pass = findPass(db, keys.signing()?.kid)
  if (keys.role !== 'office' || header.purpose !== 'handover' || !pass) return
  const receipt = makeReceipt(keys, { certificate: pass.certificate, root: getRoot(db, pass.root)!.certificate }, {
    manifestSha256: manifest, bundle: header.bundleId, inspection: header.inspectionId, device: header.deviceId, sequence: header.sequence,
    heads: header.logHead, stateHash: header.stateHash, receivedAt,
  })
  saveReceipt(db, manifest, receipt, receivedAt)
}
