import { ArchiveTerms, NO_TERMS } from '../../../shared/domain/archive-terms.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** When the newest of what an inspection now says was recorded. */
export function recordedAtOf(db: Db, inspection: string): string {
  return sql<[string], { at: string }>(db, `SELECT max(body ->> 'at') AS at FROM head JOIN change ON change.id = head.change WHERE head.inspection = ?`).get(inspection)!.at
}

/** What an archive asks that no inspection says; nothing is decided until someone does. */
export function getArchiveTerms(db: Db): ArchiveTerms {
  const row = sql<[], { body: string }>(db, 'SELECT body FROM archive_terms').get()
  return row ? ArchiveTerms.parse(JSON.parse(row.body)) : NO_TERMS
}

export function saveArchiveTerms(db: Db, terms: ArchiveTerms): void {
  sql<[]>(db, 'DELETE FROM archive_terms').run()
  sql<[string]>(db, 'INSERT INTO archive_terms VALUES (?)').run(JSON.stringify(terms))
}
