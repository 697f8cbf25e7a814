import { parse } from 'csv-parse/sync'
import type { CellValue, Worksheet } from 'exceljs'
import { MAX_COLUMNS, MAX_ROWS } from '../../../shared/domain/figure-sheet.ts'
import { appError } from '../../../shared/errors.ts'
import { readText } from '../../json-file.ts'
import { readXlsxBytes, workbookFrom } from '../../xlsx-file.ts'

/** The largest CSV file that is read, in bytes. */
const LARGEST = 5_000_000
/** One more row and column than is taken, so that it shows that there are too many; and the rows of a title. */
const [ROWS, COLUMNS] = [MAX_ROWS + 22, MAX_COLUMNS + 1]

/** The cells of a CSV file or of the first sheet of a workbook. Errors: as `readText` and `workbookFrom`, and `csv-unreadable`. */
export async function cellsOfFile(path: string, name: string): Promise<string[][]> {
  if (!/\.xlsx$/i.test(name)) return cellsOfText(await readText(path, LARGEST))
  const workbook = await workbookFrom(await readXlsxBytes(path))
  return cellsOfSheet(workbook.worksheets[0]!)
}

/** The cells of text with tabs, semicolons or commas between them, whichever the first line with one of those has. */
export function cellsOfText(text: string): string[][] {
  const first = text.split(/\r\n|\r|\n/).find((line) => /[\t;,]/.test(line)) ?? ''
  const delimiter = ['\t', ';', ','].find((sign) => first.includes(sign)) ?? ';'
  try {
    return parse(text, { delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: false, to: ROWS, maxRecordSize: 100_000 })
      .map((row) => row.slice(0, COLUMNS))
  } catch {
    throw appError('csv-unreadable', {})
  }
}

function cellsOfSheet(sheet: Worksheet): string[][] {
  const rows: string[][] = []
  for (let row = 1; row <= Math.min(sheet.rowCount, ROWS); row++) {
    const cells = Array.from({ length: Math.min(sheet.columnCount, COLUMNS) }, (_, column) => sheet.getCell(row, column + 1))
    rows.push(cells.map(({ value, numFmt }) => textOf(value, numFmt ?? '')))
  }
  return rows
}

/** A value as a Dutch person would have typed it: 0.815 shown as a percentage is `81,5%`, a day is `2016-05-31`. */
function textOf(value: CellValue, format: string): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'number') return format.includes('%') ? `${dutch(value * 100)}%` : dutch(value)
  if (typeof value !== 'object') return String(value)
  if ('result' in value) return textOf(value.result as CellValue, format)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'text' in value ? String(value.text) : ''
}

const dutch = (value: number) => String(Number(value.toFixed(6))).replace('.', ',')
