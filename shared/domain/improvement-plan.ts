import { z } from 'zod'
import { PlanLine } from './improvement.ts'

/** The columns of an improvement plan, in order: what is known already, then what the organisation fills in. */
export const PLAN_COLUMNS = [
  'point', 'title', 'expectations', 'urgency', 'state', 'measure', 'what', 'owner', 'due', 'progress', 'percent', 'doneOn',
] as const
export type PlanColumn = (typeof PLAN_COLUMNS)[number]

/** The first column that is the organisation's. */
export const FIRST_TO_FILL: PlanColumn = 'what'

/** What a cell holds: text, a number, a day as `2016-05-20`, or a formula, of which nobody can say what it will come to. */
export const PlanCell = z.union([z.string(), z.number(), z.strictObject({ day: z.string() }), z.strictObject({ formula: z.literal(true) })]).nullable()
export type PlanCell = z.infer<typeof PlanCell>
/** A row as it stands in the sheet, by its number there. */
export interface PlanRow {
  readonly row: number
  readonly cells: Readonly<Partial<Record<PlanColumn, PlanCell>>>
}

export const PlanFault = z.enum(['formula', 'not-text', 'too-long', 'not-a-day', 'not-a-percentage', 'what-missing', 'twice'])
export type PlanFault = z.infer<typeof PlanFault>

/** What a plan says of one measure, without the plan that says it. */
export const Said = PlanLine.shape.said.omit({ plan: true })
export type Said = z.infer<typeof Said>

/** What becomes of a row once the plan is taken in: only what is new or changed is kept. */
export const RowState = z.enum(['new', 'changed', 'same', 'empty', 'unknown-point', 'without-point', 'unknown-measure', 'faulty'])
export type RowState = z.infer<typeof RowState>

/** One row beside what is known: `faults` name their cell, such as `I7`; `before` is what was said or recorded until now. */
export const PreviewedRow = z.strictObject({
  row: z.int(),
  state: RowState,
  /** The labels as they stand in the row. */
  point: z.string().nullable(),
  measure: z.string().nullable(),
  said: Said.nullable(),
  before: Said.nullable(),
  faults: z.array(z.strictObject({ cell: z.string(), what: PlanFault })),
})
export type PreviewedRow = z.infer<typeof PreviewedRow>

/** What is known of points and measures by the labels that a plan names; a label that two of them have names none. */
export interface PlanKnown {
  readonly points: ReadonlyMap<string, string>
  readonly measures: ReadonlyMap<string, { id: string; now: Said }>
  /** Lines that brought a measure of their own which nobody made one of yet. */
  readonly own: readonly Said[]
}

const letterOf = (column: PlanColumn) => String.fromCharCode(65 + PLAN_COLUMNS.indexOf(column))

/**
 * Holds the rows of a plan against what is known; nothing is decided by it. Rows without anything are left out. A measure that serves more
 * points stands in as many rows: whoever changes one of them changes the measure, and two that change it otherwise contradict each other.
 */
export function previewOf(rows: readonly PlanRow[], known: PlanKnown): PreviewedRow[] {
  const kept = new Map<string, Said>()
  return rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== null && cell !== '')).map((row) => {
    const previewed = previewRow(row, known)
    const { state, said, point, measure } = previewed
    if (said === null || (state !== 'new' && state !== 'changed')) return previewed
    const key = measure ?? JSON.stringify([point, keyOf(said.what)])
    const other = kept.get(key)
    kept.set(key, other ?? said)
    if (other === undefined) return previewed
    if (isSame(said, other)) return { ...previewed, state: 'same' as const }
    const cell = `${letterOf(measure === null ? 'what' : 'measure')}${row.row}`
    return { ...previewed, state: 'faulty' as const, said: null, faults: [{ cell, what: 'twice' as const }] }
  })
}

function previewRow({ row, cells }: PlanRow, known: PlanKnown): PreviewedRow {
  const [point, measure] = [labelIn(cells.point), labelIn(cells.measure)]
  const told = { row, point, measure, said: null, before: null, faults: [] }
  const { values, faults } = valuesIn(row, cells)
  const isBlank = faults.length === 0 && Object.values(values).every((value) => value === null)
  if (point === null) return { ...told, state: 'without-point' }
  const pointId = known.points.get(point)
  if (pointId === undefined) return { ...told, state: 'unknown-point' }
  const named = measure === null ? null : known.measures.get(measure)
  if (named === undefined) return { ...told, state: 'unknown-measure' }
  if (isBlank) return { ...told, state: 'empty' }
  if (faults.length === 0 && values.what === null) faults.push({ cell: `${letterOf('what')}${row}`, what: 'what-missing' })
  if (faults.length > 0) return { ...told, state: 'faulty', faults }
  const said: Said = { ...values, what: values.what!, point: pointId, measure: named?.id ?? null }
  const before = named?.now ?? known.own.find((one) => one.point === pointId && keyOf(one.what) === keyOf(said.what)) ?? null
  return { ...told, said, before, state: before === null ? 'new' : isSame(said, before) ? 'same' : 'changed' }
}

const keyOf = (what: string) => what.replace(/\s+/g, ' ').trim().toLowerCase()
const labelIn = (cell: PlanCell | undefined) => (typeof cell === 'string' && cell.trim() !== '' ? cell.trim().toUpperCase() : null)

const FILLED = ['what', 'owner', 'due', 'progress', 'percent', 'doneOn'] as const
const isSame = (a: Said, b: Said) => FILLED.every((column) => a[column] === b[column])

type Cell = Exclude<PlanCell, null | { formula: true }>
type Reading<T> = { value: T } | { fault: PlanFault }

function valuesIn(row: number, cells: PlanRow['cells']) {
  const faults: PreviewedRow['faults'] = []
  const read = <T>(column: PlanColumn, reader: (cell: Cell) => Reading<T>): T | null => {
    const cell = cells[column] ?? null
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return null
    const reading = typeof cell === 'object' && 'formula' in cell ? { fault: 'formula' as const } : reader(cell)
    if ('value' in reading) return reading.value
    faults.push({ cell: `${letterOf(column)}${row}`, what: reading.fault })
    return null
  }
  const values = {
    what: read('what', textWithin(4_000)), owner: read('owner', lineOf), due: read('due', dayOf), progress: read('progress', textWithin(4_000)),
    percent: read('percent', percentOf), doneOn: read('doneOn', dayOf),
  }
  return { values, faults }
}

const textWithin = (most: number) => (cell: Cell): Reading<string> => {
  if (typeof cell === 'object') return { fault: 'not-text' }
  const value = String(cell).replace(/\r\n?/g, '\n').replace(/[^\P{C}\n\t]/gu, '').trim()
  return value.length > most ? { fault: 'too-long' } : { value }
}

function lineOf(cell: Cell): Reading<string> {
  const read = textWithin(400)(cell)
  return 'value' in read ? { value: read.value.replace(/\s+/g, ' ') } : read
}

/** A day as a cell has it, or typed as 20-5-2016 or 2016-05-20. */
function dayOf(cell: Cell): Reading<string> {
  if (typeof cell === 'number') return { fault: 'not-a-day' }
  const typed = typeof cell === 'object' ? cell.day : cell.trim()
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(typed) ?? []
  const value = year === undefined ? typed : `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return z.iso.date().safeParse(value).success ? { value } : { fault: 'not-a-day' }
}

function percentOf(cell: Cell): Reading<number> {
  const value = typeof cell === 'number' ? cell : typeof cell === 'string' && /^\s*\d{1,3}\s*%?\s*$/.test(cell) ? Number.parseInt(cell, 10) : -1
  return Number.isInteger(value) && value >= 0 && value <= 100 ? { value } : { fault: 'not-a-percentage' }
}
