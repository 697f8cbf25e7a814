import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Part, partsThatDiffer, takenOver } from '../shared/domain/combine.ts'
import { wordDifference } from '../shared/domain/word-difference.ts'

const text = fc.array(fc.constantFrom('overleg', 'weekelijks', 'zaak', '24', 'é', ' ', ' ', ', ', '. ', '\n'), { maxLength: 25 }).map((words) => words.join(''))

/** Every part at once, from the last to the first so that those before stay where they are. */
const withAll = (start: string, parts: readonly Part[]) => parts.toReversed().reduce(takenOver, start)

test('who takes over all that the other has, has the text of the other; who takes over nothing keeps their own', () => {
  fc.assert(fc.property(text, text, (own, other) => {
    const parts = partsThatDiffer(own, other)
    expect(withAll(own, parts)).toBe(other)
    expect(withAll(own, [])).toBe(own)
    expect(parts.map(({ start, end }) => own.slice(start, end))).toEqual(parts.map(({ here }) => here))
    expect(parts.length === 0).toBe(own === other)
  }))
})

test('what is taken over piece by piece, in any order, comes nearer to the other text each time and ends in it', () => {
  fc.assert(fc.property(text, text, fc.array(fc.nat(), { minLength: 25, maxLength: 25 }), (own, other, order) => {
    let now = own
    for (let left = partsThatDiffer(now, other); left.length > 0; left = partsThatDiffer(now, other)) {
      const next = takenOver(now, left[order[left.length % order.length]! % left.length]!)
      expect(differing(next, other)).toBeLessThan(differing(now, other))
      now = next
    }
    expect(now).toBe(other)
  }))
})
const differing = (one: string, other: string) =>
  wordDifference(one, other).flatMap(({ kind, text }) => (kind === 'same' ? [] : text.match(/[\p{L}\p{N}]+|\s+|[.,]/gu)!)).length

test('what was taken over can be taken back from the text that it stood in', () => {
  fc.assert(fc.property(text, text, fc.nat(), (own, other, which) => {
    const parts = partsThatDiffer(own, other)
    if (parts.length === 0) return
    const one = takenOver(own, parts[which % parts.length]!)
    expect(withAll(one, partsThatDiffer(one, own))).toBe(own)
  }))
})

test('neighbouring words are one piece, and what stands in another sentence or on another line is one of its own', () => {
  const wordings = (one: string, other: string) => partsThatDiffer(one, other).map(({ here, there }) => [here, there])
  expect(wordings('Het overleg is binnen drie weken gepland.', 'Het overleg is binnen vijf dagen gepland, zonder verslag.'))
    .toEqual([['drie weken', 'vijf dagen'], ['', ', zonder verslag']])
  expect(wordings('oud\noud', 'nieuw\nnieuw')).toEqual([['oud', 'nieuw'], ['oud', 'nieuw']])
})

test('a part that stands one off is seen', () => {
  const shifted = (one: string, other: string) => partsThatDiffer(one, other).map((part) => ({ ...part, start: part.start + 1, end: part.end + 1 }))
  expect(() => fc.assert(fc.property(text, text, (own, other) => withAll(own, shifted(own, other)) === other))).toThrow('Property failed')
})
