import { setImmediate } from 'node:timers/promises'
import type { DataExport } from '../../../shared/domain/data-export.ts'
import { type Cell, packageOf, schemaOfTable, type Table, TABLES } from '../../../shared/domain/data-table.ts'
import { appError } from '../../../shared/errors.ts'
import { type Member, type Packed, writeZip } from '../bundle/zip-writer.ts'
import { BOM, csvRows } from './csv.ts'
import { type Staged, stageAt } from './stage.ts'
import { MOST_ROWS, SHEET_END, sheetName, sheetRow, sheetStart, WORKBOOK } from './xlsx.ts'

export type TableFormat = 'xlsx' | 'csv'

/** How one kind of file holds tables: what stands before and after the rows of each, and what else is in it. */
interface Layout {
  readonly nameOf: (table: Table) => string
  readonly start: (table: Table) => string
  /** What writes the rows of one table. */
  readonly rows: () => (number: number, cells: readonly Cell[]) => string
  readonly end: string
  readonly others: readonly (readonly [name: string, text: string])[]
  readonly most: number
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const csvName = ({ name }: Table) => `${name}.csv`

const LAYOUTS: Readonly<Record<TableFormat, Layout>> = {
  csv: {
    nameOf: csvName,
    start: ({ columns }) => BOM + csvRows()(columns.map(({ name }) => name)),
    rows: () => {
      const row = csvRows()
      return (_, cells) => row(cells)
    },
    end: '',
    others: [...TABLES.map((table) => [`${table.name}.schema.json`, json(schemaOfTable(table))] as const), ['datapackage.json', json(packageOf(csvName))]],
    most: Infinity,
  },
  xlsx: { nameOf: sheetName, start: sheetStart, rows: () => sheetRow, end: SHEET_END, others: WORKBOOK, most: MOST_ROWS },
}

interface Running {
  readonly signal: AbortSignal
  /** Called after each inspection. */
  readonly onInspection?: () => void
}

/**
 * Writes all tables of inspections, each as it comes, into one zip: the workbook itself, or the CSV files with their schemas. Memory does not grow with the number
 * of inspections; the file is there whole or not at all. Errors: `too-many-rows`, `write-error`.
 */
export async function writeTables(path: string, format: TableFormat, inspections: Iterable<DataExport>, { signal, onInspection }: Running): Promise<{ size: number; rows: number }> {
  const layout = LAYOUTS[format]
  const staged: (readonly [Table, Staged, ReturnType<Layout['rows']>])[] = []
  const counts = TABLES.map(() => 1) // the head
  try {
    for (const table of TABLES) staged.push([table, stageAt(`${path}.${table.name}.part`), layout.rows()])
    for (const [table, stage] of staged) stage.write(layout.start(table))
    for (const whole of inspections) {
      for (const [index, [table, stage, row]] of staged.entries()) {
        for (const cells of table.rowsOf(whole)) stage.write(row(++counts[index]!, cells))
        if (counts[index]! > layout.most) throw appError('too-many-rows', { table: table.title, most: layout.most - 1 })
      }
      onInspection?.()
      await setImmediate() // others get their turn, and whoever cancels is heard
      signal.throwIfAborted()
    }
    const tables = staged.map(([table, stage]): Packed => {
      stage.write(layout.end)
      return { name: layout.nameOf(table), content: stage.end() }
    })
    const others = layout.others.map(([name, text]): Member => ({ name, content: Buffer.from(text) }))
    const { size } = await writeZip(path, [...others, ...tables], { signal })
    return { size, rows: counts[0]! - 1 }
  } finally {
    for (const [, stage] of staged) stage.drop()
  }
}
