import type { Cell } from '../../../shared/domain/data-table.ts'

const QUOTED = /[;"\r\n]/

/** With what a spreadsheet program may take a text for a formula (OWASP, CSV injection), also in full-width letters; a sign alone is a rating and does nothing. */
const FORMULA: ReadonlySet<string | undefined> = new Set([...'=+-@\t\r\uFF0B\uFF0D\uFF1D\uFF20'])

/** The byte order mark, by which spreadsheet programs know UTF-8. */
export const BOM = '\uFEFF'

/** One row as RFC 4180 has it, with semicolons: what could be a formula gets an apostrophe before it. */
export function csvRow(cells: readonly Cell[]): string {
  let row = ''
  for (const [index, cell] of cells.entries()) row += (index === 0 ? '' : ';') + csvCell(cell)
  return `${row}\r\n`
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = cell.length > 1 && FORMULA.has(cell[0]) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
