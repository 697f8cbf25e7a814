import type { Organisation } from '../../../shared/domain/organisation.ts'
import { appError } from '../../../shared/errors.ts'
import { canonical } from '../../crypto/hash.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

type Row = { id: string; body: string }

/** Adds organisations that are not known yet; what is known of one stays. */
export function addOrganisations(db: Db, organisations: readonly Organisation[]): void {
  const add = sql<[string, string]>(db, 'INSERT INTO organisation VALUES (?, ?) ON CONFLICT DO NOTHING')
  for (const organisation of organisations) add.run(organisation.id, canonical(organisation))
}

export function saveOrganisation(db: Db, organisation: Organisation): void {
  sql<[string, string]>(db, 'REPLACE INTO organisation VALUES (?, ?)').run(organisation.id, canonical(organisation))
}

export const hasOrganisation = (db: Db, id: string) => sql<[string]>(db, 'SELECT 1 FROM organisation WHERE id = ?').get(id) !== undefined

export function getOrganisation(db: Db, id: string): Organisation {
  const row = sql<[string], Row>(db, 'SELECT * FROM organisation WHERE id = ?').get(id)
  if (!row) throw appError('not-found', { what: 'organisation', id })
  return JSON.parse(row.body)
}

export function listOrganisations(db: Db): Organisation[] {
  return sql<[], Row>(db, `SELECT * FROM organisation ORDER BY body ->> 'name'`).all().map(({ body }) => JSON.parse(body))
}
