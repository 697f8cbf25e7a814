import { type Cell, type Table, TABLES } from '../../../shared/domain/data-table.ts'
import { inXml } from '../../../shared/domain/xml.ts'

/** As many rows as a sheet can have, its head included (ECMA-376). */
export const MOST_ROWS = 1_048_576

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const sheetName = (table: Table) => `xl/worksheets/sheet${TABLES.indexOf(table) + 1}.xml`

/** A sheet up to its rows: the first stays in sight. */
export const sheetStart = ({ columns }: Table): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  + `<cols><col min="1" max="${columns.length}" width="18" customWidth="1"/></cols><sheetData>`
  + sheetRow(1, columns.map(({ title }) => title), 1)

export const SHEET_END = '</sheetData></worksheet>'

/** One row with its texts inline: text is written as text and never as a formula. `style` is one of `STYLES`. */
export function sheetRow(number: number, cells: readonly Cell[], style = 0): string {
  let row = `<row r="${number}">`
  for (const [index, cell] of cells.entries()) if (cell !== null && cell !== '') row += sheetCell(`${letterOf(index)}${number}`, cell, style)
  return `${row}</row>`
}

function sheetCell(place: string, cell: string | number | boolean, style: number): string {
  const at = style === 0 ? `<c r="${place}"` : `<c r="${place}" s="${style}"`
  if (typeof cell === 'number') return `${at}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `${at} t="b"><v>${cell ? 1 : 0}</v></c>`
  return `${at} t="inlineStr"><is><t xml:space="preserve">${inXml(literal(cell))}</t></is></c>`
}

/** `_x0041_` stands for a character in a sheet (ECMA-376, ST_Xstring), so where someone typed that it is written so that it stays what it is. */
const literal = (text: string) => (text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text)

const LETTERS = Array.from({ length: 52 }, (_, index) => (index < 26 ? '' : 'A') + String.fromCharCode(65 + (index % 26)))
const letterOf = (index: number) => LETTERS[index]!

/** Text, and bold text for the head. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** All parts of the workbook but its sheets (ECMA-376, part 2). */
export const WORKBOOK: readonly (readonly [name: string, text: string])[] = [
  ['[Content_Types].xml', `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`
    + `${TABLES.map((table) => `<Override PartName="/${sheetName(table)}" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`],
  ['_rels/.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ['xl/workbook.xml', `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`
    + `${TABLES.map(({ title }, index) => `<sheet name="${inXml(title)}" sheetId="${index + 1}" r:id="s${index + 1}"/>`).join('')}</sheets></workbook>`],
  ['xl/_rels/workbook.xml.rels', `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">`
    + `${TABLES.map((table, index) => `<Relationship Id="s${index + 1}" Type="${OFFICE}/worksheet" Target="${sheetName(table).slice(3)}"/>`).join('')}`
    + `<Relationship Id="y" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
  ['xl/styles.xml', STYLES],
]
