import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** The words that were added in this workspace, in alphabetical order. */
export const listOwnWords = (db: Db): string[] => sql<[], { word: string }>(db, 'SELECT word FROM own_word ORDER BY word').all().map(({ word }) => word)

export function addOwnWord(db: Db, word: string): void {
  sql<[string]>(db, 'INSERT INTO own_word VALUES (?) ON CONFLICT DO NOTHING').run(word)
}

export function deleteOwnWord(db: Db, word: string): void {
  sql<[string]>(db, 'DELETE FROM own_word WHERE word = ?').run(word)
}
