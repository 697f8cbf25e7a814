import type { Entry } from './entering.ts'
import type { Column, File } from './reckoned.ts'

/** A cell by its row and column in what the grid shows. */
export interface At {
  row: number
  column: number
}

const STEPS: Readonly<Record<string, At>> = {
  ArrowUp: { row: -1, column: 0 }, ArrowDown: { row: 1, column: 0 }, ArrowLeft: { row: 0, column: -1 }, ArrowRight: { row: 0, column: 1 },
  PageUp: { row: -15, column: 0 }, PageDown: { row: 15, column: 0 },
}

const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))

/** Where a key leads; nothing when it leads nowhere, so that whoever tabs past the last column leaves the grid. */
export function steppedTo({ row, column }: At, { key, shiftKey, ctrlKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'>, rows: number, columns: readonly Column[]): At | null {
  const step = STEPS[key]
  if (step) return { row: within(row + step.row, rows), column: within(column + step.column, columns.length) }
  if (key === 'Home') return { row: ctrlKey ? 0 : row, column: 0 }
  if (key === 'End') return { row: ctrlKey ? rows - 1 : row, column: columns.length - 1 }
  if (key === 'Enter') return { row: within(row + (shiftKey ? -1 : 1), rows), column }
  if (key !== 'Tab') return null
  const to = shiftKey
    ? columns.findLastIndex(({ kind }, at) => at < column && kind === 'field')
    : columns.findIndex(({ kind }, at) => at > column && kind === 'field')
  return to < 0 ? null : { row, column: to }
}

/** Where Escape leads out of the grid: the line that tells the keys. */
export const LEAVE = 'file-review-keys'

export const cellId = ({ row, column }: At) => `cell-${row}-${column}`

/** The cell that something on the page lies in. */
export function cellAround(target: EventTarget): At | null {
  const [, row, column] = /^cell-(\d+)-(\d+)$/.exec((target as HTMLElement).closest('[role=gridcell]')?.id ?? '') ?? []
  return row === undefined ? null : { row: Number(row), column: Number(column) }
}

export const entryOf = (file: File, { field, at }: Extract<Column, { kind: 'field' }>, value: Entry['value']): Entry =>
  ({ file: file.id, field: field.id, value, before: file.answers[at] ?? null })
