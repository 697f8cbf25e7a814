import type { WordAnswer, WordReading } from '../../../shared/domain/word.ts'
import { appError } from '../../../shared/errors.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** A Word file that was read. `document` is its label in the register. */
export interface StoredReading {
  readonly file: string
  readonly at: string
  readonly author: string
  readonly document: string
  readonly reading: WordReading
}
type Row = Omit<StoredReading, 'reading'> & { body: string }
/** Answers to proposals and marks of notes, each by its number. */
export interface Answers {
  readonly proposals: ReadonlyMap<number, WordAnswer>
  readonly notes: ReadonlySet<number>
}
type Item = { inspection: string; file: string; kind: 'proposal' | 'note'; number: number }

const READING = 'SELECT file, at, author, document, body FROM word_reading'
const fromRow = ({ body, ...row }: Row): StoredReading => ({ ...row, reading: JSON.parse(body) })

export const listReadings = (db: Db, inspection: string): StoredReading[] =>
  sql<[string], Row>(db, `${READING} WHERE inspection = ? ORDER BY at DESC, file`).all(inspection).map(fromRow)

export function findReading(db: Db, inspection: string, file: string): StoredReading | undefined {
  const row = sql<[string, string], Row>(db, `${READING} WHERE inspection = ? AND file = ?`).get(inspection, file)
  return row && fromRow(row)
}

export function getReading(db: Db, inspection: string, file: string): StoredReading {
  const reading = findReading(db, inspection, file)
  if (!reading) throw appError('not-found', { what: 'word', id: file })
  return reading
}

export function addReading(db: Db, inspection: string, { reading, ...stored }: StoredReading): void {
  sql<Row & { inspection: string }>(db, 'INSERT INTO word_reading VALUES (:inspection, :file, :at, :author, :document, :body)')
    .run({ ...stored, inspection, body: JSON.stringify(reading) })
}

export function answersOf(db: Db, inspection: string, file: string): Answers {
  const rows = sql<[string, string], { kind: string; number: number; body: string }>(db, 'SELECT kind, number, body FROM word_answer WHERE inspection = ? AND file = ?').all(inspection, file)
  return {
    proposals: new Map(rows.filter(({ kind }) => kind === 'proposal').map(({ number, body }) => [number, JSON.parse(body) as WordAnswer])),
    notes: new Set(rows.filter(({ kind }) => kind === 'note').map(({ number }) => number)),
  }
}

/** Keeps an answer, or takes it away (null). */
export function saveAnswer(db: Db, item: Item, answer: WordAnswer | { done: true } | null): void {
  sql<Item>(db, 'DELETE FROM word_answer WHERE inspection = :inspection AND file = :file AND kind = :kind AND number = :number').run(item)
  if (answer) sql<Item & { body: string }>(db, 'INSERT INTO word_answer VALUES (:inspection, :file, :kind, :number, :body)').run({ ...item, body: JSON.stringify(answer) })
}

export function forgetReading(db: Db, inspection: string, file: string): void {
  for (const table of ['word_answer', 'word_reading']) sql<[string, string]>(db, `DELETE FROM ${table} WHERE inspection = ? AND file = ?`).run(inspection, file)
}
