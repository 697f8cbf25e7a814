import { type Piece, wordDifference } from './word-difference.ts'

/** A place where two texts differ: what stands in the one from `start` up to `end` (in UTF-16 units), and what the other has there. */
export interface Part {
  start: number
  end: number
  here: string
  there: string
}

/** Where two texts differ, in their order. Differences with no word between them are one, so that what is taken over reads as a whole. */
export function partsThatDiffer(text: string, other: string): Part[] {
  const parts: Part[] = []
  let [at, between] = [0, ''] // between: what both have since the last part
  for (const { kind, text: piece } of wordDifference(text, other)) {
    const last = parts.at(-1)
    if (kind === 'same') between += piece
    else if (last && isNoWord(between)) {
      grow(last, between, between)
      grow(last, kind === 'removed' ? piece : '', kind === 'added' ? piece : '')
      between = ''
    } else {
      parts.push(partOf(at, kind, piece))
      between = ''
    }
    if (kind !== 'added') at += piece.length
  }
  return parts
}

const partOf = (at: number, kind: Piece['kind'], piece: string): Part =>
  kind === 'removed' ? { start: at, end: at + piece.length, here: piece, there: '' } : { start: at, end: at, here: '', there: piece }

function grow(part: Part, here: string, there: string): void {
  part.here += here
  part.there += there
  part.end += here.length
}

/** What does not hold two differences apart: nothing, a space or a sign; a new line does. */
const isNoWord = (between: string) => !/[\p{L}\p{N}\n]/u.test(between)

/** The text with what the other has in one place. */
export const takenOver = (text: string, { start, end, there }: Part): string => text.slice(0, start) + there + text.slice(end)
