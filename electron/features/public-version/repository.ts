import { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import type { CutPage } from '../../../shared/domain/commitment.ts'
import type { Redaction } from '../../../shared/domain/redaction.ts'
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
type Row = { sha256: string; inspection: string; statement: string; signature: Buffer; certificate: string; page: string; seed: string; texts: string; at: string }

export function addAdoption(db: Db, { sha256, statement: { inspection }, json, sig, pem, page, seed, texts, at }: StoredAdoption): void {
  sql<Row>(db, 'INSERT INTO adoption VALUES (:sha256, :inspection, :statement, :signature, :certificate, :page, :seed, :texts, :at)')
    .run({ sha256, inspection, statement: json.toString(), signature: sig, certificate: pem, page: JSON.stringify(page), seed, texts, at })
}

const fromRow = ({ sha256, statement, signature, certificate, page, seed, texts, at }: Row): StoredAdoption => ({
  sha256, statement: AdoptionStatement.parse(JSON.parse(statement)), json: Buffer.from(statement), sig: signature, pem: certificate, page: JSON.parse(page), seed, texts, at,
})

/** The newest adoption of the report of an inspection. */
export function findAdoption(db: Db, inspection: string): StoredAdoption | undefined {
  const row = sql<[string], Row>(db, 'SELECT * FROM adoption WHERE inspection = ? ORDER BY rowid DESC LIMIT 1').get(inspection)
  return row && fromRow(row)
}

/** The same, for what cannot be done without one. Errors: `not-adopted`. */
export function getAdoption(db: Db, inspection: string): StoredAdoption {
  const adoption = findAdoption(db, inspection)
  if (!adoption) throw appError('not-adopted', {})
  return adoption
}

/** One after the other, for a page may be large. */
export function* eachAdoption(db: Db): Generator<StoredAdoption> {
  for (const { sha256 } of sql<[], { sha256: string }>(db, 'SELECT sha256 FROM adoption ORDER BY rowid').all()) {
    yield fromRow(sql<[string], Row>(db, 'SELECT * FROM adoption WHERE sha256 = ?').get(sha256)!)
  }
}

/** In the order in which they were decided. */
export function listRedactions(db: Db, adoption: string): Redaction[] {
  return sql<[string], Redaction>(db, `
    SELECT id, fragment, from_piece AS "from", to_piece AS "to", ground, reason, author, at FROM redaction WHERE adoption = ? ORDER BY rowid`).all(adoption)
}

export function addRedaction(db: Db, adoption: string, redaction: Redaction): void {
  sql<Redaction & { adoption: string }>(db, 'INSERT INTO redaction VALUES (:id, :adoption, :fragment, :from, :to, :ground, :reason, :author, :at)').run({ ...redaction, adoption })
}

export function deleteRedaction(db: Db, adoption: string, id: string): void {
  const { changes } = sql<[string, string]>(db, 'DELETE FROM redaction WHERE adoption = ? AND id = ?').run(adoption, id)
  if (changes === 0) throw appError('not-found', { what: 'redaction', id })
}
