import type { Cell } from '../../../shared/domain/data-table.ts'

const QUOTED = /[;"\r\n]/

/** What a spreadsheet program may take for a formula (OWASP, CSV injection), also in full-width letters; one sign alone is a rating and does nothing. */
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]./su

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
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
