import { ArchiveTerms, NO_TERMS } from '../../../shared/domain/archive-terms.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** What an archive asks that no inspection says; nothing is decided until someone does. */
export function getArchiveTerms(db: Db): ArchiveTerms {
  const row = sql<[], { body: string }>(db, 'SELECT body FROM archive_terms').get()
  return row ? ArchiveTerms.parse(JSON.parse(row.body)) : NO_TERMS
}

export function saveArchiveTerms(db: Db, terms: ArchiveTerms): void {
  sql<[]>(db, 'DELETE FROM archive_terms').run()
  sql<[string]>(db, 'INSERT INTO archive_terms VALUES (?)').run(JSON.stringify(terms))
}
