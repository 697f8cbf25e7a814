import type { Framework } from './framework.ts'
import { type NodeKind, type Outlined, outlineOf } from './framework-edit.ts'
import { type InWords, inWords } from './framework-place.ts'
import { type Piece, wordDifference } from './word-difference.ts'

/** One value that is not what it was; null where one of the two has none. `words` are there when both are text. */
export interface Altered {
  place: InWords
  before: string | null
  after: string | null
  words: Piece[] | null
}

/** What became of one theme, criterion or expectation; `moved` is to another place among what stayed, whatever its number. */
export interface ItemChange {
  kind: NodeKind
  id: string
  numberBefore: string | null
  numberAfter: string | null
  /** As it reads now, or as it read last. */
  text: string
  state: 'added' | 'removed' | 'kept'
  moved: boolean
  altered: Altered[]
}

export interface FrameworkComparison {
  /** In order of print of the later one, then what only the earlier one has. */
  items: ItemChange[]
  /** Everything beside the items: scales, rule, footnotes, fieldwork and what the framework says of itself. */
  rest: Altered[]
}

/** Two versions of a framework side by side; what is the same in both is left out. */
export function compareFrameworks(before: Framework, after: Framework): FrameworkComparison {
  const [old, now] = [outlineOf(before), outlineOf(after)].map((list) => new Map(list.map((one) => [keyOf(one), one]))) as [Map<string, Outlined>, Map<string, Outlined>]
  const strayed = strayedOf(before, after)
  const kept = [...now].map(([key, one]) => changeOf(old.get(key), one, strayed.has(key)))
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, one]) => changeOf(one, undefined, false))
  const items = [...kept, ...gone].filter(({ state, moved, altered }) => state !== 'kept' || moved || altered.length > 0)
  return { items, rest: alteredBetween(before, after, beside(before), beside(after)) }
}

const keyOf = ({ kind, node }: Outlined) => `${kind} ${node.id}`

const beside = ({ themes: _, ...rest }: Framework) => rest

function changeOf(old: Outlined | undefined, now: Outlined | undefined, moved: boolean): ItemChange {
  const { kind, node } = (now ?? old)!
  return {
    kind, id: node.id, numberBefore: old?.node.number ?? null, numberAfter: now?.node.number ?? null,
    text: 'statement' in node ? node.statement : node.title,
    state: !old ? 'added' : now ? 'kept' : 'removed',
    moved,
    altered: old && now ? alteredBetween(old.node, now.node, ownOf(old.node), ownOf(now.node)) : [],
  }
}

/** What belongs to an item itself. */
function ownOf(node: Outlined['node']): unknown {
  const { criteria: _criteria, expectations: _expectations, ...own } = node as Outlined['node'] & { criteria?: unknown; expectations?: unknown }
  return own
}

/** What stands below another than it did, or in another order among what stayed with it. */
function strayedOf(before: Framework, after: Framework): Set<string> {
  const [old, now] = [placesOf(before), placesOf(after)]
  const known = new Set([...old.values()].flat())
  const strayed = new Set<string>()
  for (const [above, list] of now) {
    const was = old.get(above) ?? []
    const order = new Map(was.map((key, place) => [key, place]))
    const stayed = list.filter((key) => order.has(key))
    for (const key of list) if (!order.has(key) && known.has(key)) strayed.add(key)
    const inOrder = new Set(longestRising(stayed.map((key) => order.get(key)!)).map((place) => was[place]!))
    for (const key of stayed) if (!inOrder.has(key)) strayed.add(key)
  }
  return strayed
}

/** What stands right below what, by kind and id. */
function placesOf(framework: Framework): Map<string, string[]> {
  const list = outlineOf(framework)
  const byPlace = new Map(list.map((one) => [one.where, keyOf(one)]))
  const above = ({ where }: Outlined) => byPlace.get(where.replace(/\.?\w+\[\d+\]$/, '')) ?? ''
  return new Map([...Map.groupBy(list, above)].map(([key, ones]) => [key, ones.map(keyOf)]))
}

/** A longest rising list out of numbers that differ (patience sorting). */
function longestRising(numbers: readonly number[]): number[] {
  const tails: number[] = []
  const before = new Map<number, number | undefined>()
  for (const number of numbers) {
    let place = tails.findIndex((tail) => tail > number)
    if (place < 0) place = tails.length
    before.set(number, tails[place - 1])
    tails[place] = number
  }
  const rising: number[] = []
  for (let number = tails.at(-1); number !== undefined; number = before.get(number)) rising.unshift(number)
  return rising
}

/** Every value that differs; members of a list are the same thing when they have the same id or code. */
function alteredBetween(before: unknown, after: unknown, ownBefore: unknown, ownAfter: unknown): Altered[] {
  const [old, now] = [leavesOf(ownBefore), leavesOf(ownAfter)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)]
    if (was?.text === is?.text) return []
    const place = is ? inWords(after, is.where) : inWords(before, was!.where)
    const words = was && is && was.isText && is.isText ? wordDifference(was.text, is.text) : null
    return [{ place, before: was?.text ?? null, after: is?.text ?? null, words }]
  })
}

interface Leaf {
  where: string
  text: string
  isText: boolean
}

/** Everything of a value that is no list and no record, under a name that does not change with its place. */
function leavesOf(value: unknown, name = '', where = '', into = new Map<string, Leaf>()): Map<string, Leaf> {
  if (Array.isArray(value)) value.forEach((one, index) => leavesOf(one, `${name}[${nameOf(one) ?? index}]`, `${where}[${index}]`, into))
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) leavesOf(one, `${name}.${key}`, where === '' ? key : `${where}.${key}`, into)
  } else if (value !== null && value !== undefined) into.set(name, { where, text: String(value), isText: typeof value === 'string' })
  return into
}

function nameOf(one: unknown): string | undefined {
  if (typeof one !== 'object' || one === null) return undefined
  const { id, code } = one as { id?: unknown; code?: unknown }
  return [id, code].find((name) => typeof name === 'string')
}
