import { ADOPTION_SENTENCE, type Adoption, AdoptionStatement } from '../../../shared/domain/adoption.ts'
import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import { inspectoratesOf } from '../../../shared/domain/inspection.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { appError } from '../../../shared/errors.ts'
import { newCommitmentSeed } from '../../crypto/commitment.ts'
import { readCertificate, verifySignature } from '../../crypto/certificate.ts'
import { hash, sha256 } from '../../crypto/hash.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { sixWords } from '../../crypto/words.ts'
import { appendAudit } from '../../db/audit.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { keepVersion } from '../../db/kept-version.ts'
import type { Context } from '../../context.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { bytesOf } from '../bundle/seal.ts'
import { revocationOf } from '../enrolment/list.ts'
import { findPass, type HeldPass, trustOf } from '../enrolment/repository.ts'
import { getStateHash } from '../inspection/repository.ts'
import { listPrivileged } from '../privacy/privilege.ts'
import { picturesOf } from '../report/pictures.ts'
import { reportOf } from '../report/repository.ts'
import { pageToAdopt } from './page.ts'
import { committed } from './proof.ts'
import { addAdoption, type StoredAdoption } from './repository.ts'

/** Of a fragment, in bytes: more than any picture in a report. */
const LONGEST = 24_000_000

/** Signs that the report as it now stands is adopted, and keeps it as it was. Errors: `adoption-unsigned`, `adoption-in-future`, `not-enrolled`, `privileged`. */
export async function adopt(context: Context, inspection: string, day: string): Promise<{ sha256: string; words: string[] }> {
  const { db, keys, now } = context
  const at = now()
  if (day > dutchDayOf(at)) throw appError('adoption-in-future', { day })
  const report = db.transaction(() => {
    for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
    signedStateOf(context, inspection)
    return reportOf(db, inspection)
  }).immediate()
  const page = pageToAdopt(report, day, await picturesOf(context, report))
  assertSized(page.fragments)
  const [seed, texts] = [newCommitmentSeed(), hash(pageToAdopt(report, day))]
  return db.transaction(() => {
    const pass = passToSign(context)
    const { manifest, stateHash } = signedStateOf(context, inspection)
    if (stateHash !== report.stateHash) throw appError('adoption-unsigned', {})
    const statement = AdoptionStatement.parse({
      _type: 'veldtoets/adoption/1', inspection, manifest, stateHash, day, inspectorate: inspectorateOf(report), ...committed(page, seed),
      kid: pass.kid, role: roleOf(pass), statement: ADOPTION_SENTENCE, time: at,
    })
    const json = bytesOf(statement)
    const adoption: StoredAdoption = { sha256: sha256(json.toString()), statement, json, sig: keys.sign(json), pem: pass.certificate, page, seed, texts, at }
    addAdoption(db, adoption)
    keepVersion(context, inspection, 'adopted', stateHash)
    appendAudit(context, keys.workspace, 'adoption', adoption.sha256)
    return { sha256: adoption.sha256, words: sixWords(adoption.sha256) }
  }).immediate()
}

/** The certificate with which one signs. Errors: `not-enrolled`, `certificate-revoked`. */
export function passToSign({ db, keys }: Context): HeldPass {
  const pass = findPass(db, keys.signing()?.kid)
  if (!pass) throw appError('not-enrolled', {})
  const revoked = revocationOf(db, pass)
  if (revoked) throw appError('certificate-revoked', { kid: pass.kid, at: revoked.at })
  return pass
}

export const roleOf = ({ certificate }: Pick<HeldPass, 'certificate'>) => readCertificate(certificate).role

/** Only what inspectors signed, and just as they signed it, can be adopted. */
function signedStateOf({ db }: Context, inspection: string): { manifest: string; stateHash: string } {
  const count = listPrivileged(db, inspection).length
  if (count > 0) throw appError('privileged', { count })
  const stateHash = getStateHash(db, inspection)
  const bundle = findHandedOver(db, inspection)
  if (bundle?.header.stateHash !== stateHash) throw appError('adoption-unsigned', {})
  return { manifest: bundle.manifest, stateHash }
}

const inspectorateOf = ({ team }: Report) => inspectoratesOf(team).join(', ').slice(0, 400)

function assertSized(fragments: readonly (readonly string[])[]): void {
  const bytes = Math.max(...fragments.map((pieces) => Buffer.byteLength(JSON.stringify(pieces))))
  if (bytes > LONGEST) throw appError('too-large', { what: 'report', bytes, limit: LONGEST })
}

/** An adoption as it is shown, looked at again. */
export function shownAdoption(context: Context, adoption: StoredAdoption): Adoption {
  const { sha256: id, statement: { inspection, day, role, statement, manifest, fragments }, pem, at } = adoption
  return {
    sha256: id, words: sixWords(id), day, at, by: readCertificate(pem).name, role, statement, manifest, fragments,
    changed: hash(pageToAdopt(reportOf(context.db, inspection), day)) !== adoption.texts, holds: isHolding(context, adoption),
  }
}

/** Whether the page is still what was signed, and the signature of someone who could sign then. */
export function isHolding({ db, now }: Pick<Context, 'db' | 'now'>, { sha256: id, statement, json, sig, pem, page, seed, at }: StoredAdoption): boolean {
  const { fragments, shape, page: whole } = committed(page, seed)
  const isSame = statement.fragments === fragments && statement.shape === shape && statement.page === whole
  if (!isSame || id !== sha256(json.toString()) || !json.equals(bytesOf(statement)) || !verifySignature(pem, json, sig)) return false
  try {
    const { roots, crls } = trustOf(db, now())
    checkCertificate(pem, { roots, crls, at, earlier: true })
    return true
  } catch {
    return false
  }
}
