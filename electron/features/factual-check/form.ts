import { parse } from 'csv-parse/sync'
import type ExcelJS from 'exceljs'
import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import { type FormCell, type FormRow, REMARK_COLUMNS, type RemarkColumn } from '../../../shared/domain/remark-form.ts'
import { appError } from '../../../shared/errors.ts'
import { bytesOfWorkbook, newWorkbook, readXlsxBytes, workbookFrom } from '../../xlsx-file.ts'
import { both, type Both, type Language } from '../report/markup.ts'
import type { Section } from './gather.ts'
import { HOW_TO_ANSWER, type Told } from './page.ts'

const SHEET: Both = both('Opmerkingen', 'Remarks')
const ABOUT: Both = both('Uitleg', 'How to')
const LINES: Both = both('Bevindingen', 'Findings')
const HEADS: Readonly<Record<RemarkColumn, { head: Both; width: number }>> = {
  where: { head: both('Regel', 'Line'), width: 10 }, what: { head: both('Wat klopt er niet?', 'What is wrong?'), width: 60 },
  should: { head: both('Wat moet het zijn?', 'What should it be?'), width: 60 }, proof: { head: both('Waaruit blijkt dat?', 'What shows that?'), width: 40 },
}
const LANGUAGES: readonly Language[] = ['nl', 'en']
const MOST_ROWS = 2_000

/** To which check a form belongs. */
export interface OfCheck {
  readonly inspection: string
  readonly check: string
}

/** The form on which the organisation writes one remark per row, with how to and the lines beside it. All of it is text and never a formula. */
export async function bytesOfForm({ inspection, check }: OfCheck, told: Told, sections: readonly Section[]): Promise<Buffer> {
  const workbook = await newWorkbook()
  const { language } = told
  const sheet = workbook.addWorksheet(SHEET(language), { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 } })
  sheet.columns = REMARK_COLUMNS.map((key) => ({ key, header: HEADS[key].head(language), width: HEADS[key].width, style: WRAPPED }))
  dressHead(sheet)
  const about = workbook.addWorksheet(ABOUT(language))
  about.columns = [{ width: 24 }, { width: 100, style: WRAPPED }]
  about.addRows([
    [both('Inspectie', 'Inspection')(language), inspection], [both('Controle', 'Check')(language), check], [both('Organisatie', 'Organisation')(language), told.organisation],
    [both('Reageren tot en met', 'Respond until')(language), dayInWords(told.due, language)], ['Status', both('Concept, vertrouwelijk', 'Draft, confidential')(language)], [],
    ...[...HOW_TO_ANSWER, ROWS].map((line) => ['', line(language)]),
  ])
  const lines = workbook.addWorksheet(LINES(language), { views: [{ state: 'frozen', ySplit: 1 }] })
  lines.columns = [
    { header: HEADS.where.head(language), width: 10 }, { header: both('Nr.', 'No.')(language), width: 10 }, { header: both('Bevinding', 'Finding')(language), width: 110, style: WRAPPED },
  ]
  let line = 0
  for (const { number, lines: texts } of sections.flatMap(({ places }) => places)) for (const text of texts) lines.addRow([++line, number, text])
  dressHead(lines)
  return bytesOfWorkbook(workbook)
}

const ROWS = both(
  'Eén opmerking per rij op het blad Opmerkingen. Gebruik geen formules. Laat de eerste twee regels van dit blad staan.',
  'One remark to a row on the sheet Remarks. Use no formulas. Leave the first two lines of this sheet as they are.')
const WRAPPED: Partial<ExcelJS.Style> = { alignment: { wrapText: true, vertical: 'top' } }

function dressHead(sheet: ExcelJS.Worksheet): void {
  sheet.getRow(1).eachCell((cell) => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9DCE0' } }
  })
}

/**
 * The rows of a form that was filled in, XLSX or CSV (of which nothing tells to which check it belongs). Errors: `remarks-without-sheet`,
 * `remarks-of-another`, `csv-unreadable`, and those of `workbookFrom`.
 */
export async function readForm(path: string, name: string, of: OfCheck): Promise<{ bytes: Buffer; rows: FormRow[] }> {
  const bytes = await readXlsxBytes(path)
  return { bytes, rows: /\.csv$/i.test(name) ? rowsOfCells(cellsOfText(bytes)) : await rowsOfWorkbook(bytes, of) }
}

async function rowsOfWorkbook(bytes: Buffer, { inspection, check }: OfCheck): Promise<FormRow[]> {
  const workbook = await workbookFrom(bytes)
  const sheetOf = (name: Both) => LANGUAGES.map((language) => workbook.getWorksheet(name(language))).find((one) => one !== undefined)
  const [sheet, about] = [sheetOf(SHEET), sheetOf(ABOUT)]
  if (!sheet || !about) throw appError('remarks-without-sheet', {})
  if (about.getCell('B1').text !== inspection || about.getCell('B2').text !== check) throw appError('remarks-of-another', {})
  const cells: FormCell[][] = []
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    if (number <= MOST_ROWS) cells.push(Array.from({ length: Math.min(sheet.columnCount, 26) }, (_, index) => textIn(row.getCell(index + 1).value)))
  })
  return rowsOfCells(cells)
}

function cellsOfText(bytes: Buffer): string[][] {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const delimiter = [';', '\t', ','].find((sign) => (text.split(/[\r\n]/)[0] ?? '').includes(sign)) ?? ';'
    return parse(text, { delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, to: MOST_ROWS, maxRecordSize: 100_000 })
  } catch {
    throw appError('csv-unreadable', {})
  }
}

/** The rows below the heads, in whatever language they are and order someone put them. */
function rowsOfCells([heads = [], ...rows]: readonly FormCell[][]): FormRow[] {
  const byHead = new Map(REMARK_COLUMNS.flatMap((column) => LANGUAGES.map((language) => [HEADS[column].head(language).toLowerCase(), column] as const)))
  const columns = heads.slice(0, 26).map((head) => (typeof head === 'string' ? byHead.get(head.trim().toLowerCase()) : undefined))
  if (!columns.includes('what')) throw appError('remarks-without-sheet', {})
  const letters = Object.fromEntries(columns.flatMap((column, at) => (column ? [[column, String.fromCharCode(65 + at)]] : [])))
  return rows.map((cells, index) => ({
    row: index + 2, letters, cells: Object.fromEntries(cells.flatMap((cell, at) => (columns[at] ? [[columns[at], cell]] : []))),
  }))
}

function textIn(value: ExcelJS.CellValue): FormCell {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value !== 'object') return String(value)
  if ('formula' in value || 'sharedFormula' in value) return { formula: true }
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  return 'text' in value ? String(value.text) : ''
}
