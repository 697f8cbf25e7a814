import type ExcelJS from 'exceljs'
import { appError } from '../shared/errors.ts'
import { inflated, partsOf, readBytes } from './office-zip.ts'

/** The largest workbook that is read, in bytes, as a file and with all its parts inflated. */
const LARGEST = 8 * 1024 * 1024
const LARGEST_INFLATED = 64 * 1024 * 1024
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
/** Cells that one name may stand for: the library visits each of them. */
const MOST_NAMED = 100_000

/** What a plain table does not need, and what takes the library a step per cell of a range that may be the whole sheet. */
const IGNORED = [
  'dataValidations', 'mergeCells', 'conditionalFormatting', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture', 'tableParts', 'extLst', 'cols',
  'autoFilter', 'rowBreaks', 'headerFooter',
]

/** The bytes of a workbook. */
export const readXlsxBytes = (path: string): Promise<Buffer> => readBytes(path, LARGEST)

/**
 * Reads the sheets of an XLSX workbook (ECMA-376), after its parts were held against limits: the library inflates and expands whatever it
 * is given. Errors: `xlsx-unreadable`, `file-too-large`.
 */
export async function workbookFrom(bytes: Buffer): Promise<ExcelJS.Workbook> {
  assertHarmless(bytes)
  const workbook = await newWorkbook()
  const options = { ignoreNodes: IGNORED, maxRows: MOST_ROWS, maxCols: MOST_COLUMNS }
  try {
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0], options)
  } catch {
    throw appError('xlsx-unreadable', {})
  }
  if (workbook.worksheets.length === 0) throw appError('xlsx-unreadable', {})
  return workbook
}

/** An empty workbook. The library is heavy to load, and most of the time nobody needs it. */
export async function newWorkbook(): Promise<ExcelJS.Workbook> {
  const { default: library } = await import('exceljs')
  return new library.Workbook()
}

/** What a workbook comes to as a file. */
export async function bytesOfWorkbook(workbook: ExcelJS.Workbook): Promise<Buffer> {
  workbook.creator = 'Veldtoets'
  return Buffer.from(await workbook.xlsx.writeBuffer() as unknown as ArrayBuffer)
}

/** Inflates every part within what is left of the limit; refuses document types, and names for more cells than anyone typed. */
function assertHarmless(bytes: Buffer): void {
  let left = LARGEST_INFLATED
  for (const part of partsOf(bytes, 'xlsx-unreadable')) {
    const { name } = part
    const content = inflated(part, left, LARGEST_INFLATED, 'xlsx-unreadable')
    left -= content.length
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw appError('xlsx-unreadable', {})
    if (name.endsWith('workbook.xml')) assertFewNamed(content.toString())
  }
}

const RANGE = /\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/g
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

function assertFewNamed(workbook: string): void {
  for (const [, left, top, right, bottom] of workbook.matchAll(RANGE)) {
    const cells = (Math.abs(columnOf(right!) - columnOf(left!)) + 1) * (Math.abs(Number(bottom) - Number(top)) + 1)
    if (cells > MOST_NAMED) throw appError('xlsx-unreadable', {})
  }
}
