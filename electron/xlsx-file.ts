import { open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import type ExcelJS from 'exceljs'
import { appError } from '../shared/errors.ts'

/** The largest workbook that is read, in bytes, as a file and with all its parts inflated. */
const LARGEST = 8 * 1024 * 1024
const LARGEST_INFLATED = 64 * 1024 * 1024
const MOST_PARTS = 500
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
/** Cells that one name may stand for: the library visits each of them. */
const MOST_NAMED = 100_000

/** What a plain table does not need, and what takes the library a step per cell of a range that may be the whole sheet. */
const IGNORED = [
  'dataValidations', 'mergeCells', 'conditionalFormatting', 'hyperlinks', 'drawing', 'legacyDrawing', 'picture', 'tableParts', 'extLst', 'cols',
  'autoFilter', 'rowBreaks', 'headerFooter',
]

/** A file as it was read: its bytes once, so that what was looked at is what is taken over. */
export async function readXlsxBytes(path: string): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw appError('not-a-regular-file', {})
    if (stat.size > LARGEST) throw appError('file-too-large', { size: stat.size, largest: LARGEST })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

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
  for (const { name, method, data } of partsOf(bytes)) {
    const content = method === 0 ? data : inflated(data, left)
    left -= content.length
    if (left < 0) throw appError('file-too-large', { size: LARGEST_INFLATED - left, largest: LARGEST_INFLATED })
    if (content.includes('<!DOCTYPE') || content.includes('<!ENTITY')) throw appError('xlsx-unreadable', {})
    if (name.endsWith('workbook.xml')) assertFewNamed(content.toString())
  }
}

function inflated(data: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') throw appError('xlsx-unreadable', {})
    throw appError('file-too-large', { size: LARGEST_INFLATED, largest: LARGEST_INFLATED })
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

/** The parts of a zip as its directory names them (APPNOTE 4.3); nothing may stand outside of it. */
function* partsOf(bytes: Buffer): Generator<{ name: string; method: number; data: Buffer }> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw appError('xlsx-unreadable', {})
  const [count, size, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  if (count > MOST_PARTS || start + size !== end) throw appError('xlsx-unreadable', {})
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw appError('xlsx-unreadable', {})
    const [method, packed, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const [named, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    if (local + 30 > start || (method !== 0 && method !== 8)) throw appError('xlsx-unreadable', {})
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    if (from + packed > start) throw appError('xlsx-unreadable', {})
    yield { name: bytes.toString('utf8', at + 46, at + 46 + named), method, data: bytes.subarray(from, from + packed) }
    at += 46 + named + extra + comment
  }
  if (at !== end) throw appError('xlsx-unreadable', {})
}
