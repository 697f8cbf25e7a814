/** A stretch of a text to look at, from `start` up to `end`. */
export interface Mark {
  id: string
  start: number
  end: number
  kind: 'prose' | 'spelling'
}

/** A text as pieces, in order; a mark within another one is left to that. */
export function piecesOf(text: string, marks: readonly Mark[]): { text: string; mark: Mark | null }[] {
  const pieces: { text: string; mark: Mark | null }[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > text.length) continue
    pieces.push({ text: text.slice(at, mark.start), mark: null }, { text: text.slice(mark.start, mark.end), mark })
    at = mark.end
  }
  return [...pieces, { text: text.slice(at), mark: null }].filter((piece) => piece.text !== '')
}
