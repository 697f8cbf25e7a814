import type { Adoption } from '../../../shared/domain/adoption.ts'
import { readCertificate, verifySignature } from '../../crypto/certificate.ts'
import { hash, sha256 } from '../../crypto/hash.ts'
import { checkCertificate } from '../../crypto/trust.ts'
import { sixWords } from '../../crypto/words.ts'
import type { Context } from '../../context.ts'
import { bytesOf } from '../bundle/seal.ts'
import { trustOf } from '../enrolment/repository.ts'
import { reportOf } from '../report/repository.ts'
import { pageToAdopt } from './page.ts'
import { committed } from './proof.ts'
import type { StoredAdoption } from './repository.ts'

/** An adoption as it is shown, looked at again. */
export function shownAdoption(context: Context, adoption: StoredAdoption): Adoption {
  const { sha256: id, statement: { inspection, day, language, role, statement, manifest, fragments }, pem, at } = adoption
  return {
    sha256: id, words: sixWords(id), day, language, at, by: readCertificate(pem).name, role, statement, manifest, fragments,
    changed: hash(pageToAdopt(reportOf(context.db, inspection), { day, language })) !== adoption.texts, holds: isHolding(context, adoption),
  }
}

/** Whether the page is still what was signed, and the signature of someone who could sign then. */
export function isHolding({ db, now }: Pick<Context, 'db' | 'now'>, { sha256: id, statement, json, sig, pem, page, seed, at }: StoredAdoption): boolean {
  const { fragments, shape, page: whole } = committed(page, seed)
  const isSame = statement.fragments === fragments && statement.shape === shape && statement.page === whole
  if (!isSame || id !== sha256(json.toString()) || !json.equals(bytesOf(statement)) || !verifySignature(pem, json, sig)) return false
  try {
    const { roots, ended, crls } = trustOf(db, now())
    checkCertificate(pem, { roots, ended, crls, at, earlier: true })
    return true
  } catch {
    return false
  }
}
