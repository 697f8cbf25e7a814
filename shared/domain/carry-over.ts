import type { Expectation } from './framework.ts'

/** What a statement says, whatever its number, spacing or encoding (NFC): the same words are the same question. */
export const textOf = ({ statement }: Pick<Expectation, 'statement'>) => statement.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Whether a statement says something else: one changed character is another question. */
export const isReworded = (before: Pick<Expectation, 'statement'>, after: Pick<Expectation, 'statement'>) => textOf(before) !== textOf(after)

export interface Pair<T> {
  before: T | undefined
  after: T | undefined
}

/**
 * Which expectation of an earlier framework is which of a later one: the same words under the same id; then the same words that stand once
 * in each of what is left (renumbered); then the same id with other words (changed). The later order first, then what only the earlier has.
 */
export function carriedOver<T extends Pick<Expectation, 'id' | 'statement'>>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const [earlier, later] = [new Set(before), new Set(after)]
  const found = new Map<T, T>()
  const join = (one: T | undefined, other: T) => {
    if (!one || !earlier.delete(one) || !later.delete(other)) return
    found.set(other, one)
  }
  const byId = new Map(before.map((one) => [one.id, one]))
  for (const one of after) if (byId.has(one.id) && !isReworded(byId.get(one.id)!, one)) join(byId.get(one.id), one)
  const [textsBefore, textsAfter] = [Map.groupBy(earlier, textOf), Map.groupBy(later, textOf)]
  for (const [text, [one, ...more]] of textsAfter) {
    const same = textsBefore.get(text)
    if (more.length === 0 && same?.length === 1) join(same[0], one!)
  }
  for (const one of [...later]) {
    const other = byId.get(one.id)
    if (other && earlier.has(other)) join(other, one)
  }
  return [...after.map((one) => ({ before: found.get(one), after: one })), ...before.filter((one) => earlier.has(one)).map((one) => ({ before: one, after: undefined }))]
}
