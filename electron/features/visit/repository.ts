import { type Entity, type State, statesOf } from '../../../shared/domain/entity.ts'
import { type DangerAnswer, unansweredIn } from '../../../shared/domain/visit.ts'
import { isThere } from '../../../shared/domain/field.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** Everything of one kind with all its fields, by id in order of making. */
export function listAll<E extends Entity>(db: Db, inspection: string, entity: E): { id: string; fields: State<E> }[] {
  const heads = listHeads(db, inspection, entity)
  const stateOf = statesOf(entity, heads)
  return [...new Set(heads.map(({ entityId }) => entityId))].sort().map((id) => ({ id, fields: stateOf(id) }))
}

/** The days on site, the earliest first; one whose day was taken away is left out. */
export function listVisits(db: Db, inspection: string): { id: string; fields: State<'visit'> }[] {
  const orderOf = ({ id, fields: { day, arrivedAt } }: { id: string; fields: State<'visit'> }) => `${day.value ?? '9'} ${arrivedAt.value ?? '~'} ${id}`
  return listAll(db, inspection, 'visit').filter(({ fields }) => isThere(fields.day)).sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

export function getVisit(db: Db, inspection: string, id: string): State<'visit'> {
  const visit = listVisits(db, inspection).find((one) => one.id === id)
  if (!visit) throw appError('not-found', { what: 'visit', id })
  return visit.fields
}

/** What the organisation will still send, by the visit on which that was agreed. */
export function listAgreements(db: Db, inspection: string): Map<string | null, { id: string; fields: State<'agreement'> }[]> {
  return Map.groupBy(listAll(db, inspection, 'agreement').filter(({ fields }) => isThere(fields.what)), ({ fields }) => fields.visit.value)
}

/** Every acute danger, and what it still asks for. */
export function listDangers(db: Db, inspection: string): { id: string; fields: State<'danger'>; unanswered: DangerAnswer[] }[] {
  return listAll(db, inspection, 'danger').map((danger) => ({ ...danger, unanswered: unansweredIn(danger.fields) }))
}

export const listOpenDangers = (db: Db, inspection: string) => listDangers(db, inspection).filter(({ unanswered }) => unanswered.length > 0)

/** The expectations that more than one person rated, whatever became of it. */
export function countRatedTwice(db: Db, inspection: string): number {
  return sql<[string], { count: number }>(db, `
    SELECT count(*) AS count FROM (
      SELECT 1 FROM change WHERE inspection = ? AND body ->> 'entity' = 'finding' AND body ->> 'field' = 'rating' AND body ->> 'kind' = 'set'
      GROUP BY body ->> 'entityId' HAVING count(DISTINCT body ->> 'author') > 1)`).get(inspection)!.count
}
