import { ADOPTION_SENTENCE, AdoptionStatement } from '../../../shared/domain/adoption.ts'
import type { CutPage } from '../../../shared/domain/commitment.ts'
import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import { inspectoratesOf } from '../../../shared/domain/inspection.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { appError } from '../../../shared/errors.ts'
import { newCommitmentSeed } from '../../crypto/commitment.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { hash, sha256 } from '../../crypto/hash.ts'
import { appendAudit } from '../../db/audit.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { keepVersion } from '../../db/kept-version.ts'
import type { Context } from '../../context.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { bytesOf } from '../bundle/seal.ts'
import { revocationOf } from '../enrolment/list.ts'
import { findPass, type HeldPass } from '../enrolment/repository.ts'
import { getStateHash } from '../inspection/repository.ts'
import { listPrivileged } from '../privacy/privilege.ts'
import { picturesOf } from '../report/pictures.ts'
import { reportOf } from '../report/repository.ts'
import { carryOver, newestAdoptions } from './carry-over.ts'
import { CLOSED_PIECE, LIMITS } from './limits.ts'
import { pageToAdopt } from './page.ts'
import { committed } from './proof.ts'
import { addAdoption, type StoredAdoption } from './repository.ts'

/** Signs, in each language asked, that the report as it now stands is adopted, and keeps it as it was. Errors: `adoption-unsigned`, `adoption-in-future`, `not-enrolled`, `privileged`. */
export async function adopt(context: Context, inspection: string, day: string, languages: readonly ReportLanguage[]): Promise<void> {
  const { db, now } = context
  if (day > dutchDayOf(now())) throw appError('adoption-in-future', { day })
  const report = db.transaction(() => {
    for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
    signedStateOf(context, inspection)
    return reportOf(db, inspection)
  }).immediate()
  const pictures = await picturesOf(context, report)
  const pages = languages.map((language) => ({ language, page: pageToAdopt(report, { day, language }, pictures) }))
  for (const { page } of pages) assertSized(page.fragments)
  db.transaction(() => {
    if (signedStateOf(context, inspection).stateHash !== report.stateHash) throw appError('adoption-unsigned', {})
    const earlier = newestAdoptions(context, inspection)
    for (const { language, page } of pages) carryOver(context, earlier, signed(context, report, page, { day, language }))
    keepVersion(context, inspection, 'adopted', report.stateHash)
  }).immediate()
}

/** Signs a page as adopted. */
function signed(context: Context, report: Report, page: CutPage, on: Pick<AdoptionStatement, 'day' | 'language'>): StoredAdoption {
  const { db, keys, now } = context
  const { inspection } = report
  const [at, seed, pass] = [now(), newCommitmentSeed(), passToSign(context)]
  const statement = AdoptionStatement.parse({
    _type: 'veldtoets/adoption/1', inspection, ...signedStateOf(context, inspection), ...on, inspectorate: inspectorateOf(report), ...committed(page, seed),
    kid: pass.kid, role: roleOf(pass), statement: ADOPTION_SENTENCE, time: at,
  })
  const json = bytesOf(statement)
  const adoption: StoredAdoption = {
    sha256: sha256(json.toString()), statement, json, sig: keys.sign(json), pem: pass.certificate, page, seed, texts: hash(pageToAdopt(report, on)), at,
  }
  addAdoption(db, adoption)
  appendAudit(context, keys.workspace, 'adoption', adoption.sha256)
  return adoption
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

/** Refuses a page of which a public version would be too large to check. */
function assertSized(fragments: CutPage['fragments']): void {
  const count = fragments.reduce((sum, pieces) => sum + pieces.length, 0)
  if (count > LIMITS.pieces) throw appError('too-large', { what: 'report', bytes: count, limit: LIMITS.pieces })
  const bytes = Math.max(...fragments.map((pieces) => Buffer.byteLength(JSON.stringify(pieces)) + pieces.length * CLOSED_PIECE))
  if (bytes > LIMITS.line) throw appError('too-large', { what: 'report', bytes, limit: LIMITS.line })
}
