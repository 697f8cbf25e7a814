import { type FileChild, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { pieceOf } from '../word/block-tag.ts'
import { pieceRuns, runsOf } from './docx-runs.ts'
import { STRONG_LINE, TABLE_LINES, TEXT_WIDTH } from './docx-style.ts'
import type { Tags } from './docx-tags.ts'
import { type Element, elementsIn, hasClass, textOf } from './tree.ts'

interface Row {
  readonly cells: readonly Element[]
  readonly part: 'head' | 'body' | 'foot'
}

/** Tables up to so many rows are kept on one page. */
const MOST_KEPT = 9

/** A table with its caption above it; its head is repeated on each page, no row is broken. */
export function tableOf(table: Element, tags: Tags): FileChild[] {
  const caption = elementsIn(table, 'caption')[0]
  const rows = elementsIn(table).flatMap((part) => elementsIn(part, 'tr').map((row): Row => (
    { cells: elementsIn(row), part: part.tag === 'thead' ? 'head' : part.tag === 'tfoot' ? 'foot' : 'body' })))
  const said = caption ? caption.children.map(textOf).join('') : ''
  const widths = widthsOf(rows)
  const isKept = (at: number) => at < rows.length - 1 && (rows.length <= MOST_KEPT || rows[at]!.part === 'head' || rows[at + 1]!.part === 'foot')
  return [
    ...(said === '' ? [] : [new Paragraph({ style: 'Caption', keepNext: true, text: said })]),
    new Table({
      width: { size: TEXT_WIDTH, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: TABLE_LINES,
      rows: rows.map(({ cells, part }, at) => new TableRow({
        tableHeader: part === 'head', cantSplit: true, children: cells.map((cell, column) => cellOf(cell, { width: widths[column] ?? 0, part, keepNext: isKept(at) }, tags)),
      })),
    }),
    new Paragraph({ style: 'Gap' }),
  ]
}

/** In twentieths of a point: of a column of numbers, of one that holds a round, of a sign in a cell, and of what lies beside the text. */
const [NUMBER_WIDTH, ROUND_WIDTH, SIGN_WIDTH, BESIDE] = [850, 1950, 105, 220]
/** In characters, what a column asks for at most by how much it says. */
const LONGEST_ASKED = 40

/** Numbers and rounds have narrow columns; each other gets its longest word, so that none need be broken, and what is left goes to those that say more. */
function widthsOf(rows: readonly Row[]): number[] {
  const columns = (rows[0]?.cells ?? []).map((cell, column) => {
    if (hasClass(cell, 'number')) return { least: NUMBER_WIDTH, more: 0 }
    return hasClass(cell, 'round') ? { least: ROUND_WIDTH, more: 0 } : askedBy(rows.map(({ cells }) => (cells[column] ? textOf(cells[column]) : '')))
  })
  const [least, more] = [columns.reduce((sum, one) => sum + one.least, 0), columns.reduce((sum, one) => sum + one.more, 0)]
  const left = TEXT_WIDTH - least
  return columns.map((one) => Math.floor(left < 0 || more === 0 ? TEXT_WIDTH * one.least / least : one.least + left * one.more / more))
}

function askedBy(texts: readonly string[]): { least: number; more: number } {
  const longestWord = Math.max(...texts.flatMap((text) => text.split(/[\s-]+/).map((word) => word.length)))
  const average = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
  return { least: longestWord * SIGN_WIDTH + BESIDE, more: Math.max(1, Math.min(LONGEST_ASKED, average) - longestWord) }
}

function cellOf(cell: Element, { width, part, keepNext }: { width: number; part: Row['part']; keepNext: boolean }, tags: Tags): TableCell {
  const face = part === 'body' ? {} : { bold: true }
  const only = cell.children.length === 1 && typeof cell.children[0] === 'object' ? cell.children[0] : null
  const piece = only && pieceOf(only)
  const runs = piece ? tags.whole(piece, pieceRuns(only, tags, face)) : runsOf(cell, tags, face)
  return new TableCell({
    margins: { top: 60, bottom: 60, left: 100, right: 100 }, width: { size: width, type: WidthType.DXA },
    ...(part === 'head' ? { borders: { bottom: STRONG_LINE } } : part === 'foot' ? { borders: { top: STRONG_LINE } } : {}),
    children: [new Paragraph({ style: 'Cell', keepNext, children: runs })],
  })
}
