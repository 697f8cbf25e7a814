import { type DeviceStatement, headOf } from '../../../shared/domain/bundle.ts'
import { appError } from '../../../shared/errors.ts'
import { hash } from '../../crypto/hash.ts'
import { findLastAudit } from '../../db/audit.ts'
import { listEntries } from '../../db/change-log.ts'
import { listDevicesOf } from '../../db/device.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import type { Db } from '../../db/open.ts'
import { getPerson } from '../../db/person.ts'
import type { Context } from '../../context.ts'
import { findPass, type HeldPass } from '../enrolment/repository.ts'
import { getInspection } from '../inspection/repository.ts'
import { listUnsigned, saveStatement } from './repository.ts'
import { bytesOf } from './seal.ts'

/** Who wrote changes for which they did not answer yet: the person of this laptop, and the one who shares it. */
export function unsignedIn(db: Db, inspection: string): { person: string; name: string; changes: number }[] {
  return listUnsigned(db, inspection).map(({ person, changes }) => ({ person, changes, name: getPerson(db, person).name }))
}

/** Refuses to send what someone has not answered for: its reader would refuse all of it. */
export function assertSigned(db: Db, inspection: string): void {
  const [first] = unsignedIn(db, inspection)
  if (first) throw appError('colleague-unsigned', { name: first.name })
}

/** Answers for what this person wrote, without making a bundle; what they were typing is recorded first. */
export function signShare(context: Context, inspection: string): { savedAt: string } {
  const { db, keys, now } = context
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) throw appError('not-enrolled', {})
  getInspection(db, inspection)
  db.transaction(() => {
    for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
    signOwnLog(context, inspection, pass)
  }).immediate()
  return { savedAt: now() }
}

/** The person answers for all that they wrote and did until now: under this device, and under those of before a backup was put back. */
export function signOwnLog({ db, keys, author, now }: Context, inspection: string, { kid, certificate }: HeldPass): void {
  const written = Map.groupBy(listEntries(db, inspection), (entry) => entry.device)
  for (const { id: device, nonce } of listDevicesOf(db, author)) {
    const log = findLastAudit(db, { inspection, device })
    if (!log) continue
    const changes = (written.get(device) ?? []).map(({ id }) => id)
    const statement: DeviceStatement = {
      _type: 'veldtoets/device-log/1', inspection, device, nonce, person: author, kid, counter: changes.length, head: headOf(hash, changes), log,
    }
    const json = bytesOf(statement)
    saveStatement(db, statement, { json, sig: keys.sign(json), pem: certificate }, now())
  }
}
