import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { commitTogether } from '../electron/db/together.ts'

/** A table in which a row may name another that comes later, but must be there when all is committed. */
function openRows() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  db.exec('CREATE TABLE line (id INTEGER PRIMARY KEY, of INTEGER REFERENCES line DEFERRABLE INITIALLY DEFERRED) STRICT')
  const add = (id: number, of: number | null = null) => db.prepare('INSERT INTO line VALUES (?, ?)').run(id, of)
  return { db, add, rows: () => db.prepare('SELECT id FROM line ORDER BY id').pluck().all(), group: commitTogether(db) }
}

const toldOf = async (all: readonly Promise<unknown>[]) => (await Promise.allSettled(all)).map(({ status }) => status)

test('what fails halfway takes back its own rows and no other’s, and nothing is written or told before all is committed', async () => {
  const { db, add, rows, group } = openRows()
  const fails = () => {
    add(2)
    throw new Error('halfway')
  }
  let told = 0
  const all = [() => add(1), fails, () => add(3)].map((work) => group.commit(work))
  for (const one of all) void one.then(() => told++, () => told++)
  await Promise.resolve()
  expect([told, db.inTransaction, rows()]).toEqual([0, false, []])
  group.flush()
  expect(await toldOf(all)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(rows()).toEqual([1, 3])
})

test('where the commit itself fails nothing of it is there, and everyone who waited is told', async () => {
  const { db, add, rows, group } = openRows()
  const all = [() => add(1), () => add(2, 9)].map((work) => group.commit(work))
  group.flush()
  expect(await toldOf(all)).toEqual(['rejected', 'rejected'])
  expect([db.inTransaction, rows()]).toEqual([false, []])
  const again = group.commit(() => add(1))
  group.flush()
  expect(await toldOf([again])).toEqual(['fulfilled'])
  expect(rows()).toEqual([1])
})
