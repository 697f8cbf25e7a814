import type { Db } from './open.ts'
import { sql } from './statement.ts'

/** What an inspectorate brought in under a name; nothing where the shipped one stands. */
export const findTemplate = (db: Db, name: string): Buffer | undefined =>
  sql<[string], { body: Buffer }>(db, 'SELECT body FROM template WHERE name = ?').get(name)?.body

export const saveTemplate = (db: Db, name: string, body: Buffer): void =>
  void sql(db, 'INSERT INTO template VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body').run(name, body)

export const dropTemplate = (db: Db, name: string): void => void sql(db, 'DELETE FROM template WHERE name = ?').run(name)
