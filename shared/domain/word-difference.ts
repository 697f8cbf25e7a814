/** A stretch of text that both have, or only one of the two. */
export interface Piece {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** More comparisons than this are not made: such texts are shown as one removed and one added. */
const MOST = 4_000_000

/** What became of a text, word by word: the pieces that are not `added` make the text before, those not `removed` the one after. */
export function wordDifference(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  let [start, end] = [0, 0]
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++
  const same = (words: readonly string[]): Piece[] => words.map((text) => ({ kind: 'same', text }))
  return joined([
    ...same(old.slice(0, start)),
    ...between(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...same(old.slice(old.length - end)),
  ])
}

/** Words, and what stands between them. */
const wordsOf = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? []

/** The shortest way from one to the other, by the longest list of words that both have in this order. */
function between(old: readonly string[], now: readonly string[]): Piece[] {
  const removed = (text: string): Piece => ({ kind: 'removed', text })
  const added = (text: string): Piece => ({ kind: 'added', text })
  if (old.length * now.length > MOST) return [...old.map(removed), ...now.map(added)]
  const width = now.length + 1
  const common = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const here = i * width + j
      common[here] = old[i] === now[j] ? common[here + width + 1]! + 1 : Math.max(common[here + width]!, common[here + 1]!)
    }
  }
  const pieces: Piece[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ kind: 'same', text: old[i++]! })
      j++
    } else if (j === now.length || (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) pieces.push(removed(old[i++]!))
    else pieces.push(added(now[j++]!))
  }
  return pieces
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const { kind, text } of pieces) {
    const last = result.at(-1)
    if (last?.kind === kind) last.text += text
    else result.push({ kind, text })
  }
  return result
}
