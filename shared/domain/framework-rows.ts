import { type Cell, type CellFault, readCell } from './framework-cell.ts'
import { type Column, type Layout, type LayoutName, LAYOUTS } from './framework-layout.ts'
import type { Sheet } from './framework-sheets.ts'

/** Something wrong in a sheet; `cell` as in C14, null where the whole sheet is meant; `about` names the column or the word. */
export interface SheetFault {
  readonly sheet: string
  readonly cell: string | null
  readonly what: CellFault
  readonly about: string | null
}

/** What was read otherwise than it stood there, or not at all. */
export interface SheetNote {
  readonly sheet: string
  readonly cell: string | null
  readonly what: 'repaired' | 'sheet-ignored' | 'column-ignored'
  readonly about: string
}

/** One line of a sheet, by the keys of its columns. */
export interface Row {
  readonly values: Readonly<Record<string, unknown>>
  readonly place: (key: string) => { sheet: string; cell: string }
}

/** Collects what is found while sheets are read. */
export interface Findings {
  readonly faults: SheetFault[]
  readonly notes: SheetNote[]
}

/** Names as people write them: capitals, spaces, kinds of apostrophe and a star or colon behind them say nothing. */
export const simplified = (name: string) => name.toLowerCase().replace(/[’‘`´]/g, '\'').replace(/\s+/g, ' ').replace(/[\s:*]+$/, '').trim()

const isNamed = ({ nl, en, also = [] }: { nl: string; en: string; also?: readonly string[] }, name: string) =>
  [nl, en, ...also].some((known) => simplified(known) === simplified(name))

/** The sheet of a layout, under either of its names. */
export function sheetFor(sheets: readonly Sheet[], name: LayoutName): Sheet | undefined {
  return sheets.find((sheet) => isNamed(LAYOUTS[name], sheet.name))
}

/** The lines of a sheet below its heads, in any order of columns. Blank lines are left out. */
export function rowsOf(sheet: Sheet, layout: Layout, found: Findings): Row[] {
  const head = Math.max(0, headOf(sheet, layout))
  const columns = columnsOf(sheet, layout, head, found)
  if (columns === null) return []
  const last: Record<string, unknown> = {}
  return sheet.rows.slice(head + 1).flatMap((cells, index) => {
    if (!layout.columns.some(({ key }) => !isBlank(cells[columns.get(key) ?? -1]))) return []
    const place = (key: string) => ({ sheet: sheet.name, cell: nameOfCell(columns.get(key) ?? 0, head + 1 + index) })
    const values = Object.fromEntries(layout.columns.map((column) =>
      [column.key, valueOf(column, cells[columns.get(column.key) ?? -1] ?? null, last, { ...place(column.key), found })]))
    return [{ values, place }]
  })
}

/** The first of ten lines that has two of the heads, or all there are; -1 where none has. */
export function headOf({ rows }: Sheet, { columns }: Layout): number {
  const known = (cells: readonly Cell[]) => columns.filter((column) => cells.some((cell) => typeof cell === 'string' && isNamed(column, cell))).length
  return rows.slice(0, 10).findIndex((cells) => known(cells) >= Math.min(2, columns.length))
}

/** Where each column stands; null, with what is wrong, when one that must be there is not. */
function columnsOf(sheet: Sheet, layout: Layout, head: number, { faults, notes }: Findings): Map<string, number> | null {
  const columns = new Map<string, number>()
  const before = faults.length
  for (const [at, cell] of (sheet.rows[head] ?? []).entries()) {
    if (typeof cell !== 'string' || cell.trim() === '') continue
    const place = { sheet: sheet.name, cell: nameOfCell(at, head), about: cell.trim().slice(0, 60) }
    const column = layout.columns.find((one) => isNamed(one, cell))
    if (!column) notes.push({ ...place, what: 'column-ignored' })
    else if (columns.has(column.key)) faults.push({ ...place, what: 'column-twice' })
    else columns.set(column.key, at)
  }
  for (const { key, optional, nl } of layout.columns) {
    if (!optional && !columns.has(key)) faults.push({ sheet: sheet.name, cell: null, what: 'column-missing', about: nl })
  }
  return faults.length > before ? null : columns
}

function valueOf({ key, kind, fills }: Column, cell: Cell, last: Record<string, unknown>, at: { sheet: string; cell: string; found: Findings }): unknown {
  const read = readCell(kind, cell, last[key])
  if ('fault' in read) {
    at.found.faults.push({ sheet: at.sheet, cell: at.cell, what: read.fault, about: null })
    return undefined
  }
  const value = read.value === null && fills ? last[key] ?? null : read.value
  if (value !== null) last[key] = value
  if (read.repaired) at.found.notes.push({ sheet: at.sheet, cell: at.cell, what: 'repaired', about: String(value) })
  return value
}

const isBlank = (cell: Cell | undefined) => cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** A cell by the name it has in a spreadsheet: column 2 of row 13, both from 0, is C14. */
export function nameOfCell(column: number, row: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
