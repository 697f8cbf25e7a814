import type { Framework } from '../../../shared/domain/framework.ts'
import { appError } from '../../../shared/errors.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** A framework that someone still works on; `base` is the version that it goes on from. */
export interface Draft {
  id: string
  body: Framework
  base: string | null
  /** One more with every time it was saved. */
  revision: number
  saved: string
}
type Row = Omit<Draft, 'body'> & { body: string }

const readRow = ({ body, ...row }: Row): Draft => ({ ...row, body: JSON.parse(body) as Framework })

export const listDrafts = (db: Db): Draft[] => sql<[], Row>(db, 'SELECT * FROM framework_draft ORDER BY saved DESC, id').all().map(readRow)

export function getDraft(db: Db, id: string): Draft {
  const row = sql<[string], Row>(db, 'SELECT * FROM framework_draft WHERE id = ?').get(id)
  if (!row) throw appError('not-found', { what: 'framework draft', id })
  return readRow(row)
}

export function addDraft(db: Db, { id, body, base, saved }: Omit<Draft, 'revision'>): void {
  sql<[string, string, string | null, string]>(db, 'INSERT INTO framework_draft VALUES (?, ?, ?, 1, ?)').run(id, canonical(body), base, saved)
}

/** Saves over what was seen; refuses when it was saved from elsewhere since. */
export function saveDraft(db: Db, { id, body, revision, saved }: Omit<Draft, 'base'>): void {
  const { changes } = sql<[string, string, string, number]>(
    db, 'UPDATE framework_draft SET body = ?, saved = ?, revision = revision + 1 WHERE id = ? AND revision = ?').run(canonical(body), saved, id, revision)
  if (changes === 1) return
  getDraft(db, id)
  throw appError('draft-moved', {})
}

export function removeDraft(db: Db, id: string): void {
  sql<[string]>(db, 'DELETE FROM framework_draft WHERE id = ?').run(id)
}
