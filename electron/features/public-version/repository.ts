import { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import type { CutPage } from '../../../shared/domain/commitment.ts'
import type { Redaction } from '../../../shared/domain/redaction.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { appError } from '../../../shared/errors.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** An adoption as it is kept: what was signed byte for byte, the page of which it speaks, and the secret behind its commitments. */
export interface StoredAdoption {
  readonly sha256: string
  readonly statement: AdoptionStatement
  readonly json: Buffer
  readonly sig: Buffer
  readonly pem: string
  readonly page: CutPage
  readonly seed: string
  /** SHA-256 of the page without its pictures: by this it is seen whether the report would now read otherwise. */
  readonly texts: string
  readonly at: string
}
type Row = { sha256: string; inspection: string; language: ReportLanguage; statement: string; signature: Buffer; certificate: string; page: string; seed: string; texts: string; at: string }

export function addAdoption(db: Db, { sha256, statement: { inspection, language }, json, sig, pem, page, seed, texts, at }: StoredAdoption): void {
  sql<Row>(db, 'INSERT INTO adoption VALUES (:sha256, :inspection, :language, :statement, :signature, :certificate, :page, :seed, :texts, :at)')
    .run({ sha256, inspection, language, statement: json.toString(), signature: sig, certificate: pem, page: JSON.stringify(page), seed, texts, at })
}

const fromRow = ({ sha256, statement, signature, certificate, page, seed, texts, at }: Row): StoredAdoption => ({
  sha256, statement: AdoptionStatement.parse(JSON.parse(statement)), json: Buffer.from(statement), sig: signature, pem: certificate, page: JSON.parse(page), seed, texts, at,
})

/** The newest adoption of the report of an inspection in a language. */
export function findAdoption(db: Db, inspection: string, language: ReportLanguage): StoredAdoption | undefined {
  const row = sql<[string, string], Row>(db, 'SELECT * FROM adoption WHERE inspection = ? AND language = ? ORDER BY rowid DESC LIMIT 1').get(inspection, language)
  return row && fromRow(row)
}

/** The same, for what cannot be done without one; in Dutch where no language is named. Errors: `not-adopted`. */
export function getAdoption(db: Db, inspection: string, language: ReportLanguage = 'nl'): StoredAdoption {
  const adoption = findAdoption(db, inspection, language)
  if (!adoption) throw appError('not-adopted', {})
  return adoption
}

/** One after the other, for a page may be large. */
export function* eachAdoption(db: Db): Generator<StoredAdoption> {
  for (const { sha256 } of sql<[], { sha256: string }>(db, 'SELECT sha256 FROM adoption ORDER BY rowid').all()) {
    yield fromRow(sql<[string], Row>(db, 'SELECT * FROM adoption WHERE sha256 = ?').get(sha256)!)
  }
}

const REDACTION = 'id, fragment, from_piece AS "from", to_piece AS "to", ground, reason, author, at'

/** In the order in which they were decided. */
export function listRedactions(db: Db, adoption: string): Redaction[] {
  return sql<[string], Redaction>(db, `SELECT ${REDACTION} FROM redaction WHERE adoption = ? ORDER BY rowid`).all(adoption)
}

export function addRedaction(db: Db, adoption: string, redaction: Redaction): void {
  sql<Redaction & { adoption: string }>(db, 'INSERT INTO redaction VALUES (:id, :adoption, :fragment, :from, :to, :ground, :reason, :author, :at)').run({ ...redaction, adoption })
}

export function deleteRedaction(db: Db, adoption: string, id: string): void {
  const { changes } = sql<[string, string]>(db, 'DELETE FROM redaction WHERE adoption = ? AND id = ?').run(adoption, id)
  if (changes === 0) throw appError('not-found', { what: 'redaction', id })
}

/** What an earlier adoption left out and a person is asked about in a later one; `earlier` is the adoption of which the passage is. */
export interface Asked extends Redaction {
  readonly earlier: string
  /** What was said of it; null until then. */
  readonly answer: string | null
}

export const listAsked = (db: Db, adoption: string): Asked[] =>
  sql<[string], Asked>(db, `SELECT ${REDACTION}, earlier, answer FROM redaction_asked WHERE adoption = ? ORDER BY rowid`).all(adoption)

export function addAsked(db: Db, adoption: string, asked: Asked): void {
  sql<Asked & { adoption: string }>(db, `
    INSERT INTO redaction_asked VALUES (:id, :adoption, :earlier, :fragment, :from, :to, :ground, :reason, :author, :at, :answer)`).run({ ...asked, adoption })
}

/** Keeps what a person said of it. Errors: `not-found`. */
export function answerAsked(db: Db, adoption: string, { id, answer, author, at }: Pick<Asked, 'id' | 'answer' | 'author' | 'at'>): void {
  const { changes } = sql<{ adoption: string; id: string; answer: string | null; author: string; at: string }>(db, `
    UPDATE redaction_asked SET answer = :answer, author = :author, at = :at WHERE adoption = :adoption AND id = :id AND answer IS NULL`).run({ adoption, id, answer, author, at })
  if (changes === 0) throw appError('not-found', { what: 'question', id })
}

/** The page of an adoption, whether a later one took its place or not. */
export const pageOfAdoption = (db: Db, adoption: string): CutPage =>
  JSON.parse(sql<[string], { page: string }>(db, 'SELECT page FROM adoption WHERE sha256 = ?').get(adoption)!.page)
