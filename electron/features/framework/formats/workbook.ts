import type ExcelJS from 'exceljs'
import type { Cell } from '../../../../shared/domain/framework-cell.ts'
import { type Column, EXPLANATION, type Language, type Layout, LAYOUTS, WIDTH } from '../../../../shared/domain/framework-layout.ts'
import { nameOfCell } from '../../../../shared/domain/framework-rows.ts'
import type { Sheet } from '../../../../shared/domain/framework-sheets.ts'
import { bytesOfWorkbook, newWorkbook, readXlsxBytes, workbookFrom } from '../../../xlsx-file.ts'

/** How many lines below the filled ones still offer their lists of words. */
const ROOM = 500

/** Reads the sheets of a workbook file (XLSX). Nothing in it is worked out, and what it refers to elsewhere is not opened. */
export async function readSheets(path: string): Promise<Sheet[]> {
  const { worksheets } = await workbookFrom(await readXlsxBytes(path))
  return worksheets.map((sheet) => ({
    name: sheet.name,
    rows: Array.from({ length: sheet.rowCount }, (_, row) => {
      const found = sheet.findRow(row + 1)
      return found ? Array.from({ length: sheet.columnCount }, (_, column) => cellFrom(found.findCell(column + 1))) : []
    }),
  }))
}

const cellFrom = (cell: ExcelJS.Cell | undefined): Cell => (cell ? valueFrom(cell.value, cell.numFmt ?? '') : null)

function valueFrom(value: ExcelJS.CellValue, format: string): Cell {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { refused: 'error-value' } : { day: value.toISOString().slice(0, 10), format }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('formula' in value || 'sharedFormula' in value) return { refused: 'formula' }
  return 'text' in value ? valueFrom(value.text, format) : { refused: 'error-value' }
}

/** Makes a workbook of sheets: heads that stay in sight, every cell as text, and lists of the words that a column knows. */
export async function workbookOf(sheets: readonly Sheet[], explanation: readonly string[], language: Language): Promise<Buffer> {
  const workbook = await newWorkbook()
  for (const sheet of sheets) addSheet(workbook, sheet, language)
  const told = workbook.addWorksheet(EXPLANATION[language])
  told.getColumn(1).width = 120
  told.getColumn(1).alignment = { wrapText: true, vertical: 'top' }
  explanation.forEach((sentence, index) => { told.getCell(index + 1, 1).value = sentence })
  return bytesOfWorkbook(workbook)
}

function addSheet(workbook: ExcelJS.Workbook, { name, rows }: Sheet, language: Language): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  const layout: Layout = Object.values(LAYOUTS).find((one) => one[language] === name)!
  for (const [index, column] of layout.columns.entries()) {
    const styled = sheet.getColumn(index + 1)
    styled.width = column.width ?? WIDTH
    styled.numFmt = '@'
    styled.alignment = { wrapText: true, vertical: 'top' }
  }
  rows.forEach((cells, row) => cells.forEach((cell, column) => { sheet.getCell(row + 1, column + 1).value = cell as ExcelJS.CellValue }))
  sheet.getRow(1).font = { bold: true }
  for (const [index, column] of layout.columns.entries()) offerWords(sheet, column, { index, lines: rows.length + ROOM, language })
}

function offerWords(sheet: ExcelJS.Worksheet, { kind }: Column, { index, lines, language }: { index: number; lines: number; language: Language }): void {
  if (typeof kind !== 'object') return
  const list = `"${kind.map((choice) => choice[language]).join(',')}"`
  const cells = `${nameOfCell(index, 1)}:${nameOfCell(index, lines - 1)}`
  ;(sheet as Validated).dataValidations.add(cells, { type: 'list', allowBlank: true, formulae: [list], showErrorMessage: true })
}

/** The library has this and does not tell its types; cell by cell it would take a second. */
type Validated = ExcelJS.Worksheet & { dataValidations: { add: (cells: string, validation: ExcelJS.DataValidation) => void } }
