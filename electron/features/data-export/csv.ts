import type { Cell } from '../../../shared/domain/data-table.ts'

const QUOTED = /[;"\r\n]/

/** With what a spreadsheet program may take a text for a formula (OWASP, CSV injection), also in full-width letters; a sign alone is a rating and does nothing. */
const FORMULA = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]./s

/** The byte order mark, by which spreadsheet programs know UTF-8. */
export const BOM = '\uFEFF'

/** One row as RFC 4180 has it, with semicolons: what could be a formula gets an apostrophe before it. */
export function csvRow(cells: readonly Cell[]): string {
  let row = csvCell(cells[0]!)
  for (let index = 1; index < cells.length; index++) row += `;${csvCell(cells[index]!)}`
  return `${row}\r\n`
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
