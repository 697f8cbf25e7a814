import type { Choice, Kind, Language } from './framework-layout.ts'

/** A cell as a workbook has it; what is worked out by a formula, or is an error, is not taken over. */
export type Cell = null | string | number | boolean | { readonly day: string; readonly format: string } | { readonly refused: 'formula' | 'error-value' }

/** What can be wrong with a cell or a sheet, apart from what can be wrong with a framework. */
export const CELL_FAULTS = [
  'formula', 'error-value', 'date-instead', 'not-a-number', 'unknown-choice', 'not-json', 'not-an-option', 'text-expected',
  'sheet-missing', 'column-missing', 'column-twice', 'unknown-item', 'item-twice', 'level-wrong', 'unknown-criterion', 'role-missing',
  'unknown-number', 'number-twice', 'official-text-missing',
] as const
export type CellFault = (typeof CELL_FAULTS)[number]

/** What a cell says; `repaired` where the spreadsheet had made something else of it. */
export type CellRead = { value: unknown; repaired?: true } | { fault: CellFault }

const LITERAL = 'json:'

/** A text that a cell would not keep as it is (spaces at its ends, codes that Excel reads as characters) stands there as a JSON string. */
function kept(text: string): string {
  const plain = text === text.trim() && !text.startsWith(LITERAL) && !/_x[0-9a-f]{4}_|[\ufffe\uffff]/i.test(text)
  return plain ? text : literal(text)
}

const literal = (text: string) =>
  LITERAL + JSON.stringify(text).replace(/[_\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

function plainOf(text: string): string | null {
  if (!text.startsWith(LITERAL)) return text
  const value = jsonOf(text.slice(LITERAL.length))
  return typeof value === 'string' ? value : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Option = { code: string; label: string }

/** How a value stands in a cell. */
export function cellOf(kind: Kind, value: unknown, language: Language): Cell {
  if (value === null || value === undefined) return null
  if (typeof kind === 'object') return kind.find((choice) => choice.value === value)![language]
  switch (kind) {
    case 'text': case 'name': return kept(value as string)
    case 'integer': case 'decimal': return value as number
    case 'json': return JSON.stringify(value)
    case 'lines': return joined((value as string[]).map(kept))
    case 'names': return joined(value as string[], ', ')
    case 'options': return joined((value as Option[]).map(({ code, label }) => `${code}: ${kept(label)}`))
  }
}

const joined = (parts: readonly string[], by = '\n') => (parts.length === 0 ? null : parts.join(by))

/** Reads a cell by the kind of its column; blank is null, and no list. `above` is what the column said last. */
export function readCell(kind: Kind, cell: Cell, above: unknown = null): CellRead {
  if (typeof cell === 'object' && cell !== null && 'refused' in cell) return { fault: cell.refused }
  if (kind === 'name') return readName(cell, typeof above === 'string' ? above : null)
  if (typeof kind === 'object') return readChoice(kind, cell)
  if (kind === 'integer' || kind === 'decimal') return readNumber(kind, cell)
  const text = typeof cell === 'string' ? cell.replaceAll('\r\n', '\n').trim() : typeof cell === 'number' ? String(cell) : cell
  if (text === null || text === '') return { value: kind === 'lines' || kind === 'names' || kind === 'options' ? [] : null }
  if (typeof text === 'object') return { fault: 'date-instead' }
  return typeof text === 'string' ? readText(kind, text) : { fault: 'text-expected' }
}

function readText(kind: 'text' | 'lines' | 'names' | 'options' | 'json', text: string): CellRead {
  if (kind === 'json') return jsonOf(text) === undefined ? { fault: 'not-json' } : { value: jsonOf(text) }
  if (kind === 'names') return { value: text.split(/[\s,;]+/).filter((part) => part !== '') }
  if (kind === 'text') return literally([text], ([only]) => only)
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return kind === 'lines' ? literally(lines, (all) => all) : readOptions(lines)
}

function literally(texts: readonly string[], made: (texts: string[]) => unknown): CellRead {
  const plain = texts.map(plainOf)
  return plain.includes(null) ? { fault: 'not-json' } : { value: made(plain as string[]) }
}

function readOptions(lines: readonly string[]): CellRead {
  const parts = lines.map((line) => line.match(/^([^:]*[^:\s])\s*:\s*(.*)$/))
  if (parts.includes(null)) return { fault: 'not-an-option' }
  return literally(parts.map((part) => part![2]!), (labels) => labels.map((label, index) => ({ code: parts[index]![1], label })))
}

function readChoice(choices: readonly Choice[], cell: Cell): CellRead {
  if (cell === null || cell === '') return { value: null }
  const said = typeof cell === 'string' ? cell.trim().toLowerCase() : cell
  if (said === '') return { value: null }
  const chosen = choices.find(({ value, nl, en }) => said === value || said === nl.toLowerCase() || said === en.toLowerCase())
  return chosen ? { value: chosen.value } : { fault: 'unknown-choice' }
}

function readNumber(kind: 'integer' | 'decimal', cell: Cell): CellRead {
  if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return { value: null }
  const number = typeof cell === 'number' ? cell : typeof cell === 'string' ? Number(cell.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2')) : NaN
  return Number.isFinite(number) && (kind === 'decimal' || Number.isInteger(number)) ? { value: number } : { fault: 'not-a-number' }
}

/**
 * An identifier or printed number. A spreadsheet makes 1.10 a number (1.1) and 1.2 a day; what it was is only taken when it follows
 * right after what stands above, and otherwise refused, for nothing else tells.
 */
function readName(cell: Cell, above: string | null): CellRead {
  if (cell === null || typeof cell === 'string') {
    const text = (cell ?? '').trim()
    return text === '' ? { value: null } : literally([text], ([only]) => only)
  }
  if (typeof cell === 'boolean') return { fault: 'text-expected' }
  if (typeof cell === 'object') {
    const was = nameOfDay(cell as { day: string; format: string })
    return above !== null && follows(above, was) ? { value: was, repaired: true } : { fault: 'date-instead' }
  }
  const shown = String(cell)
  if (above !== null && shown.includes('.') && follows(above, `${shown}0`)) return { value: `${shown}0`, repaired: true }
  return { value: shown }
}

function nameOfDay({ day, format }: { day: string; format: string }): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return /y|j/i.test(format) ? `${date}.${month}.${year % 100}` : `${date}.${month}`
}

/** Whether one number comes right after another: 1.10 after 1.9, and 1.1 after 1. */
function follows(before: string, after: string): boolean {
  if (after === `${before}.1`) return true
  const [first, second] = [before.split('.'), after.split('.')]
  const last = Number(first.pop())
  return Number(second.pop()) === last + 1 && first.join('.') === second.join('.')
}
