import { type Part, placesIn, totalsOf } from './part.ts'
import { type DecisionRule, isMet, limbsIn, possibleIn, type View } from './rule.ts'
import type { FactOf } from './verdict.ts'

/** How many are met in a part, as far as the rule can tell one number from another. */
interface Region {
  least: number
  most: number
}

/** Ratings of a decided inspection, per part. */
export interface Decided {
  rule: DecisionRule
  parts: readonly Part[]
  factOf: FactOf
}

/**
 * The smallest number of ratings that, turned from met to not met or back, give another outcome; null when none does. `found` are the ways in
 * which so few do: per part how many are then met, where that matters. When not `exact` the search was cut short and fewer may do.
 */
export interface Fewest {
  changes: number | null
  found: (Region | null)[][]
  exact: boolean
}

/**
 * Turning ratings only moves how many are met in each part, and of that only on which side of each threshold it lies. So it tries the sides,
 * part after part, and leaves off as soon as the outcome is settled or the rest would cost more than what was found (branch and bound).
 */
export function fewestChanges(decided: Decided, steps: number): Fewest {
  const { rule, parts } = decided
  const own = parts.map(({ met, notMet }): Slab => ({ cost: 0, at: 0, down: met.length, up: notMet.length }))
  const totals = totalsOf(parts, ({ met }) => met.length)
  const regions = regionsOf(decided)
  const chosen: (Region | null)[] = parts.map(() => null)
  const view = viewOf(decided, chosen)
  const current = outcomeWith(decided, totals)
  let [fewest, found, left]: [number, Fewest['found'], number] = [Infinity, [], steps]

  const visit = (place: number) => {
    if (--left < 0) return
    const possible = possibleIn(rule, view)
    if (possible.length === 1 && possible[0] === current) return
    const cost = cheapest(parts, totals, own, chosen)
    if (cost > fewest || cost === Infinity) return
    if (!possible.includes(current)) {
      if (cost < fewest) [fewest, found] = [cost, []]
      found.push([...chosen])
      return
    }
    for (const region of regions[place]!) {
      chosen[place] = region
      visit(place + 1)
    }
    chosen[place] = null
  }
  visit(0)
  return { changes: fewest === Infinity ? null : fewest, found, exact: left >= 0 }
}

/** The place of the outcome when so many are met in each part, and the rest is not. */
export function outcomeWith(decided: Decided, met: readonly number[]): number {
  return possibleIn(decided.rule, viewOf(decided, met.map((count) => ({ least: count, most: count }))))[0]!
}

/** A region is seen by its least, for all of it is alike; a part without one may be anything. */
function viewOf({ parts, factOf }: Decided, regions: readonly (Region | null)[]): View {
  const placeOf = placesIn(parts)
  const sizes = sizesOf(parts)
  return {
    factOf,
    rangeOf: (measure) => {
      const place = placeOf(measure)
      const [size, region] = [sizes[place]!, regions[place]]
      return region ? { met: [region.least, region.least], notMet: [size - region.least, size - region.least] } : { met: [0, size], notMet: [0, size] }
    },
  }
}

const sizesOf = (parts: readonly Part[]) => totalsOf(parts, ({ met, notMet }) => met.length + notMet.length)

/** Per part its regions: from one threshold that some condition has there to the next. */
function regionsOf({ rule, parts }: Decided): Region[][] {
  const placeOf = placesIn(parts)
  const measures = Map.groupBy(limbsIn(rule).filter((limb) => limb.kind !== 'fact'), placeOf)
  return sizesOf(parts).map((size, place) => {
    const starts = new Set([0])
    for (const measure of measures.get(place) ?? []) starts.add(turnOf(size, (met) => isMet(measure, met, size - met)))
    const sorted = [...starts].sort((a, b) => a - b)
    return sorted.map((least, index) => ({ least, most: (sorted[index + 1] ?? size + 1) - 1 }))
  })
}

/** The first number up to a size at which a condition that turns once at most says something else than at 0; else 0. */
function turnOf(size: number, holds: (met: number) => boolean): number {
  const first = holds(0)
  if (holds(size) === first) return 0
  let [same, other] = [0, size]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (holds(middle) === first) same = middle
    else other = middle
  }
  return other
}

/** What it costs to have so many more met, or fewer: `cost` at `at`, and one more for each step from there, `down` and `up` steps far. */
interface Slab {
  cost: number
  at: number
  down: number
  up: number
}

/**
 * The fewest changes with which every part ends in its region, when each part by itself costs what its slab says; Infinity if that cannot be.
 * Sums and cuts of slabs are slabs again, so one walk from the smallest parts to the whole is exact.
 */
function cheapest(parts: readonly Part[], totals: readonly number[], own: readonly Slab[], regions: readonly (Region | null)[]): number {
  const slabs = own.map((slab) => ({ ...slab }))
  for (let place = parts.length - 1; place >= 0; place--) {
    const [slab, region, total] = [slabs[place]!, regions[place], totals[place]!]
    if (region && !cut(slab, region.least - total, region.most - total)) return Infinity
    if (place === 0) return slab.cost
    const around = slabs[parts[place]!.above]!
    around.cost += slab.cost
    around.at += slab.at
    around.down += slab.down
    around.up += slab.up
  }
  return Infinity
}

/** Keeps of a slab what lies between; false if that is nothing. */
function cut(slab: Slab, least: number, most: number): boolean {
  const moved = Math.max(least - slab.at, 0) || Math.min(most - slab.at, 0)
  if (moved > slab.up || -moved > slab.down) return false
  if (moved !== 0) {
    slab.cost += Math.abs(moved)
    if (moved > 0) [slab.up, slab.down] = [slab.up - moved, 0]
    else [slab.up, slab.down] = [0, slab.down + moved]
    slab.at += moved
  }
  slab.up = Math.min(slab.up, most - slab.at)
  slab.down = Math.min(slab.down, slab.at - least)
  return true
}

/** The smallest sets as far as they can be counted: how many there are, and in how many of them each expectation stands. */
export interface Counted {
  count: number
  inSets: Map<string, number>
}

/**
 * Counts the smallest sets without listing them: per part a table of how many choices there are by how many are turned up and down, the
 * tables multiplied toward the whole. Null when it would take more than so many steps, or the count is beyond whole numbers.
 */
export function countSets({ parts }: Decided, { changes, found }: Fewest, steps: number): Counted | null {
  if (changes === null) return { count: 0, inSets: new Map() }
  const totals = totalsOf(parts, ({ met }) => met.length)
  const states = ((changes + 1) * (changes + 2)) / 2
  if (found.length * parts.length ** 2 * states ** 2 > steps) return null
  const sum = (marked: Marked | null) => found.reduce((all, regions) => all + waysOf(parts, totals, regions, changes, marked), 0)
  const count = sum(null)
  if (!Number.isSafeInteger(count)) return null
  const inSets = parts.flatMap((part, place) => (['notMet', 'met'] as const).flatMap((side) => {
    if (part[side].length === 0) return []
    const each = sum({ place, side })
    return part[side].map((id): [string, number] => [id, each])
  }))
  return { count, inSets: new Map(inSets) }
}

/** An expectation of a part that must be among those turned. */
interface Marked {
  place: number
  side: 'met' | 'notMet'
}

function waysOf(parts: readonly Part[], totals: readonly number[], regions: readonly (Region | null)[], changes: number, marked: Marked | null): number {
  const key = (up: number, down: number) => up * (changes + 1) + down
  const split = (at: number) => [Math.floor(at / (changes + 1)), at % (changes + 1)] as const
  const tables = parts.map(({ met, notMet }, place) => {
    const mark = marked?.place === place ? marked.side : null
    const choices = (side: 'met' | 'notMet', of: number, turned: number) =>
      mark === null ? choose(of, turned) : mark === side && turned > 0 ? choose(of - 1, turned - 1) : 0
    const table = new Map<number, number>(mark === null ? [[0, 1]] : [])
    for (let up = 1; up <= Math.min(changes, notMet.length); up++) table.set(key(up, 0), choices('notMet', notMet.length, up))
    for (let down = 1; down <= Math.min(changes, met.length); down++) table.set(key(0, down), choices('met', met.length, down))
    return table
  })
  for (let place = parts.length - 1; place >= 0; place--) {
    const [region, total, table] = [regions[place], totals[place]!, tables[place]!]
    for (const at of table.keys()) {
      const [up, down] = split(at)
      if (region && (total + up - down < region.least || total + up - down > region.most)) table.delete(at)
    }
    if (place > 0) tables[parts[place]!.above] = product(tables[parts[place]!.above]!, table)
  }
  return [...tables[0]!].reduce((sum, [at, ways]) => (split(at)[0] + split(at)[1] === changes ? sum + ways : sum), 0)

  function product(one: Map<number, number>, other: Map<number, number>): Map<number, number> {
    const table = new Map<number, number>()
    for (const [at, ways] of one) {
      const [up, down] = split(at)
      for (const [more, choices] of other) {
        const [ups, downs] = split(more)
        if (up + down + ups + downs <= changes && ways * choices > 0) table.set(at + more, (table.get(at + more) ?? 0) + ways * choices)
      }
    }
    return table
  }
}

function choose(of: number, some: number): number {
  let ways = 1
  for (let one = 1; one <= Math.min(some, of - some); one++) ways = (ways * (of - one + 1)) / one
  return some > of ? 0 : Math.round(ways)
}

/** All smallest sets, each in the order of its parts. To be asked for when they are few: each branch that is tried ends in a set. */
export function listSets({ parts }: Decided, { changes, found }: Fewest): string[][] {
  if (changes === null) return []
  const totals = totalsOf(parts, ({ met }) => met.length)
  return found.flatMap((regions) => {
    const own = parts.map(({ met, notMet }): Slab => ({ cost: 0, at: 0, down: met.length, up: notMet.length }))
    const from = (place: number): string[][] => {
      const part = parts[place]
      if (!part) return [[]]
      const free = own[place]!
      const sets: string[][] = []
      for (let by = -Math.min(changes, part.met.length); by <= Math.min(changes, part.notMet.length); by++) {
        own[place] = { cost: Math.abs(by), at: by, down: 0, up: 0 }
        if (cheapest(parts, totals, own, regions) > changes) continue
        const rest = from(place + 1)
        for (const turned of chosenFrom(by < 0 ? part.met : part.notMet, Math.abs(by))) sets.push(...rest.map((set) => [...turned, ...set]))
      }
      own[place] = free
      return sets
    }
    return from(0)
  })
}

/** All choices of so many from a list. */
function chosenFrom<T>(list: readonly T[], many: number): T[][] {
  if (many === 0) return [[]]
  if (many > list.length) return []
  const [first, ...others] = list as readonly [T, ...T[]]
  return [...chosenFrom(others, many - 1).map((rest) => [first, ...rest]), ...chosenFrom(others, many)]
}
