import type { Framework } from '../../../shared/domain/framework.ts'
import { appError } from '../../../shared/errors.ts'
import { canonical, sha256 } from '../../crypto/hash.ts'
import { listAnswers, listLogIdsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

export type Origin = 'shipped' | 'imported' | 'made' | 'received'
type Row = { hash: string; body: string; origin: Origin }

/** Versions never change, so one that was read once need not be read again. */
const read = new Map<string, Framework>()

/** Keeps a version under its hash. One that was only received becomes a read-in one when a person reads it in; otherwise the first origin stays. */
export function addFramework(db: Db, framework: Framework, origin: Origin): { hash: string; known: boolean } {
  const body = canonical(framework)
  const hash = sha256(body)
  const known = hasFramework(db, hash)
  sql<[string, string, Origin]>(db, 'INSERT INTO framework VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(hash, body, origin)
  if (origin !== 'received') acceptFramework(db, hash)
  return { hash, known }
}

/** From now on a version that came with an inspection is offered for new ones. */
export function acceptFramework(db: Db, hash: string): void {
  sql<[string]>(db, `UPDATE framework SET origin = 'imported' WHERE hash = ? AND origin = 'received'`).run(hash)
}

/** Refuses a version that only came along with an inspection and that nobody chose here, and one that says itself that it is unfinished. */
export function assertOffered(db: Db, hash: string): void {
  const { title, unfinished } = getFramework(db, hash)
  if (unfinished !== undefined) throw appError('framework-unfinished', { title, reason: unfinished })
  const origin = sql<[string], { origin: Origin }>(db, 'SELECT origin FROM framework WHERE hash = ?').get(hash)?.origin
  if (origin === 'received') throw appError('framework-not-accepted', { title })
}

export function hasFramework(db: Db, hash: string): boolean {
  return sql<[string]>(db, 'SELECT 1 FROM framework WHERE hash = ?').get(hash) !== undefined
}

/** Other contents under the id and version of a framework: two texts that cannot both be that version. */
export function listVersionTwins(db: Db, hash: string): string[] {
  const twins = `
    SELECT other.hash FROM framework JOIN framework AS other ON other.body ->> 'id' = framework.body ->> 'id' AND other.body ->> 'version' = framework.body ->> 'version'
    WHERE framework.hash = ? AND other.hash <> framework.hash`
  return sql<[string], { hash: string }>(db, twins).all(hash).map((row) => row.hash)
}

export function getFramework(db: Db, hash: string): Framework {
  const known = hasFramework(db, hash) ? read.get(hash) : undefined
  if (known) return known
  const row = sql<[string], Row>(db, 'SELECT * FROM framework WHERE hash = ?').get(hash)
  if (!row) throw appError('not-found', { what: 'framework', id: hash })
  const framework = JSON.parse(row.body) as Framework
  read.set(hash, framework)
  return framework
}

/** All versions, those that inspections use marked. */
export function listFrameworks(db: Db): { hash: string; framework: Framework; origin: Origin; used: boolean }[] {
  const said = listLogIdsOf(db, 'inspection').flatMap((id) => listAnswers(db, id, 'inspection'))
  const used = new Set(said.filter(({ field }) => field === 'framework').map(({ value }) => value))
  return sql<[], { hash: string; origin: Origin }>(db, `SELECT hash, origin FROM framework ORDER BY body ->> 'title', hash`)
    .all()
    .map(({ hash, origin }) => ({ hash, origin, used: used.has(hash), framework: getFramework(db, hash) }))
}

/** A framework that someone still works on; `base` is the version that it goes on from. */
export interface Draft {
  id: string
  body: Framework
  base: string | null
  /** One more with every time it was saved. */
  revision: number
  saved: string
}
type DraftRow = Omit<Draft, 'body'> & { body: string }

const readRow = ({ body, ...row }: DraftRow): Draft => ({ ...row, body: JSON.parse(body) as Framework })

export const listDrafts = (db: Db): Draft[] => sql<[], DraftRow>(db, 'SELECT * FROM framework_draft ORDER BY saved DESC, id').all().map(readRow)

export function getDraft(db: Db, id: string): Draft {
  const row = sql<[string], DraftRow>(db, 'SELECT * FROM framework_draft WHERE id = ?').get(id)
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
