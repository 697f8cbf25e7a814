import { type Finder, verbatim } from './prose.ts'

const FEWEST_LETTERS = 5

/** Whether two words differ by one letter that is added, left out, changed or swapped with its neighbour. */
function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start++
  const [rest, otherRest] = [one.slice(start), other.slice(start)]
  const isSwap = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2)
  return rest.slice(1) === otherRest.slice(1) || rest === otherRest.slice(1) || rest.slice(1) === otherRest || isSwap
}

/** Veilig Thuis Drente: one letter beside the name of the organisation. Another organisation may be spoken of, and is no slip. */
export const nameHits: Finder = ({ text, start }, _at, { organisation, others, inspection }) => {
  const words = organisation?.toLowerCase().split(' ') ?? []
  const last = words.at(-1) ?? ''
  if (organisation === null || last.length < FEWEST_LETTERS) return []
  const before = verbatim(words.slice(0, -1).join(' '))
  const named = new RegExp(`(?<!\\p{L})${before}${before && '\\s+'}(?<last>[\\p{L}-]+)`, 'gu')
  return [...text.matchAll(named)].flatMap((match) => {
    const isOther = others.some((other) => other.toLowerCase().startsWith(match[0]))
    if (isOther || !isSlip(match.groups!.last!, last)) return []
    return [{ kind: 'name' as const, start: start + match.index, end: start + match.index + match[0].length, data: organisation, about: { entity: 'inspection', entityId: inspection } }]
  })
}
