import type { ChangeId } from '../../shared/domain/change.ts'
import { type KeptVersion, type VersionKind } from '../../shared/domain/page-comparison.ts'
import { appError } from '../../shared/errors.ts'
import type { Context } from '../context.ts'
import { listHeadIds } from './change-log.ts'
import type { Db } from './open.ts'
import { sql } from './statement.ts'

/**
 * Keeps which heads an inspection has now, and no text: what is erased later is erased in every version too. The same state is kept once for each kind.
 * Runs inside a transaction.
 */
export function keepVersion({ db, newId, now }: Context, inspection: string, kind: VersionKind, state: string): string {
  type Row = Omit<KeptVersion, 'id'> & { id: string; inspection: string; heads: string }
  const heads = JSON.stringify(listHeadIds(db, inspection).map(({ id }) => id).sort())
  sql<Row>(db, 'INSERT INTO report_version VALUES (:id, :inspection, :kind, :at, :state, :heads) ON CONFLICT (inspection, state, kind) DO NOTHING')
    .run({ id: newId(), inspection, kind, at: now(), state, heads })
  return sql<[string, string, string], { id: string }>(db, 'SELECT id FROM report_version WHERE inspection = ? AND state = ? AND kind = ?').get(inspection, state, kind)!.id
}

/** What was kept of a report, the newest last. */
export const listVersions = (db: Db, inspection: string): KeptVersion[] =>
  sql<[string], KeptVersion>(db, 'SELECT id, kind, at, state FROM report_version WHERE inspection = ? ORDER BY at, id').all(inspection)

/** What `read` finds while an inspection has the heads of a version; afterwards all is as it was. Errors: `not-found`. */
export function readingVersion<T>(db: Db, inspection: string, id: string, read: () => T): T {
  const kept = sql<[string, string], { heads: string }>(db, 'SELECT heads FROM report_version WHERE inspection = ? AND id = ?').get(inspection, id)
  if (!kept) throw appError('not-found', { what: 'version', id })
  let answer: { value: T } | null = null
  const back = new Error('the heads of now are put back')
  try {
    db.transaction(() => {
      useHeads(db, inspection, JSON.parse(kept.heads) as ChangeId[])
      answer = { value: read() }
      throw back
    })()
  } catch (error) {
    if (error !== back) throw error
  }
  return answer!.value
}

function useHeads(db: Db, inspection: string, heads: readonly ChangeId[]): void {
  sql<[string]>(db, 'DELETE FROM head WHERE inspection = ?').run(inspection)
  sql<[string]>(db, `
    INSERT INTO head SELECT inspection, body ->> 'entity', body ->> 'entityId', body ->> 'field', id, value FROM change LEFT JOIN content ON content.change = id
    WHERE id IN (SELECT value FROM json_each(?))`).run(JSON.stringify(heads))
}
