import type { Cell } from '../../../shared/domain/data-table.ts'

const QUOTED = /[;"\r\n]/

/** With what a spreadsheet program may take a text for a formula (OWASP, CSV injection), also on a line of its own and in full-width letters; a sign alone is a rating and does nothing. */
const FORMULA = /^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]./s

/** The byte order mark, by which spreadsheet programs know UTF-8. */
export const BOM = '\uFEFF'

/**
 * Writes the rows of one table as RFC 4180 has them, with semicolons: what could be a formula gets an apostrophe before it. What a column said in the row before, as
 * most do, is not looked at again.
 */
export function csvRows(): (cells: readonly Cell[]) => string {
  const before: Cell[] = []
  const texts: string[] = []
  return (cells) => {
    let row = ''
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!
      if (cell !== before[index]) {
        before[index] = cell
        texts[index] = csvCell(cell)
      }
      row += index === 0 ? texts[index]! : `;${texts[index]!}`
    }
    return `${row}\r\n`
  }
}

function csvCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
