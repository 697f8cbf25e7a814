import type { Answer, FileField } from '../../../shared/domain/file-review.ts'
import { answerFrom } from './typed.ts'

/** A cell of a block that is pasted: where it goes, what it says, and what it is read as; `answer` is null when it is refused. */
export interface Pasted {
  row: number
  column: number
  text: string
  answer: { value: Answer | null } | null
}

/** The cells of a block from a spreadsheet: rows by line, cells by tab. */
export function cellsOf(text: string): string[][] {
  return text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** Lays a block over the fields from one cell on; an empty cell leaves what is there, and what falls outside is refused. */
export function laidOut(block: readonly (readonly string[])[], at: { row: number; column: number }, rows: number, fields: readonly FileField[]): Pasted[] {
  return block.flatMap((cells, down) => cells.flatMap((text, right) => {
    const [row, column] = [at.row + down, at.column + right]
    const field = fields[column]
    return text === '' ? [] : [{ row, column, text, answer: field && row < rows ? answerFrom(field, text) : null }]
  }))
}
