import type { ChangeId, Entry } from '../../shared/domain/change.ts'
import type { Db } from './open.ts'
import { sql } from './statement.ts'

/** What a head says, without its change: `value` is undefined where it is erased. */
export type Answer = { entityId: string; field: string; value: unknown }
export type Contested = Answer & { entity: string; id: ChangeId }
type Row = [entity: string, entityId: string, field: string, value: string | null, id: ChangeId]

/** The heads of one inspection, read together; what is asked for of them is made once. */
interface Held {
  readonly inspection: string
  readonly ids: { id: ChangeId }[]
  answersOf(entity: string): Answer[]
  /** Those that are not alone at their place. */
  contested(): Contested[]
  once<T>(what: string, make: () => T): T
  /** Whole entries, which `read` brings where there are any. */
  entriesOf(entity: string, read: () => Entry[]): Entry[]
}

const held = new WeakMap<Db, Held>()

/** What is held of an inspection while it is read at once. */
export const heldOf = (db: Db, inspection: string): Held | undefined => (held.get(db)?.inspection === inspection ? held.get(db) : undefined)

/** Reads all heads of an inspection together and answers from those what `work`, which only reads, asks again and again: thirty looks cost more than all that is in it. */
export function atOnce<T>(db: Db, inspection: string, work: () => T): T {
  const own = 'SELECT entity, entity_id, field, value, change FROM head WHERE inspection = ? ORDER BY entity, entity_id, field, change'
  held.set(db, holding(inspection, sql<[string], Row>(db, own).raw().all(inspection)))
  try {
    return work()
  } finally {
    held.delete(db)
  }
}

/** Gives a database room in memory to go through all of it, until what is returned is called: an index that does not fit is read and decrypted over and over. */
export function giveRoom(db: Db, mebibytes: number): () => void {
  const before = db.pragma('cache_size', { simple: true })
  db.pragma(`cache_size = -${mebibytes * 1024}`)
  return () => {
    if (!db.open) return
    db.pragma(`cache_size = ${before}`)
    db.pragma('shrink_memory')
  }
}

function holding(inspection: string, rows: readonly Row[]): Held {
  const byEntity = Map.groupBy(rows, ([entity]) => entity)
  const known = new Map<string, unknown>()
  const once = <T>(what: string, make: () => T): T => {
    if (!known.has(what)) known.set(what, make())
    return known.get(what) as T
  }
  return {
    inspection,
    ids: rows.map(([, , , , id]) => ({ id })),
    answersOf: (entity) => once(`answers ${entity}`, () => (byEntity.get(entity) ?? []).map(([, entityId, field, value]) => ({ entityId, field, value: parsed(value) }))),
    entriesOf: (entity, read) => once(`entries ${entity}`, () => (byEntity.has(entity) ? read() : [])),
    contested: () => once('contested', () => contestedIn(rows)),
    once,
  }
}

export const parsed = (value: string | null): unknown => (value === null ? undefined : JSON.parse(value))

/** Heads lie in the order of their places. */
function contestedIn(rows: readonly Row[]): Contested[] {
  const isAt = (row: Row, other: Row | undefined) => other !== undefined && row[1] === other[1] && row[2] === other[2] && row[0] === other[0]
  return rows.filter((row, index) => isAt(row, rows[index - 1]) || isAt(row, rows[index + 1]))
    .map(([entity, entityId, field, value, id]) => ({ entity, entityId, field, id, value: parsed(value) }))
}
