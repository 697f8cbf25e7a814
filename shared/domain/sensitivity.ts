import { z } from 'zod'
import type { Framework } from './framework.ts'
import { type DecisionRule, limbsOf, outcomeOf, type Tally } from './rule.ts'
import { type RatingOf, talliesOf } from './verdict.ts'

/**
 * What could still change the outcome. `best` and `worst` are the outcomes when all that is unknown falls well, or badly.
 * `fewestChanges` is the smallest number of ratings that, turned from met to not met or back, give another outcome: null while the
 * verdict is open, when no change gives another, and for a rule that asks more than `MAX_THEMES` themes to be wholly met.
 */
export const Sensitivity = z.strictObject({ best: z.string(), worst: z.string(), fewestChanges: z.int().nullable() })
export type Sensitivity = z.infer<typeof Sensitivity>

/** The search tries each set of these themes: 1,024 at most. */
export const MAX_THEMES = 10

/** In this language of rules more met is never worse, so the best case is all met and the worst is none. */
export function sensitivityOf(framework: Framework, ratingOf: RatingOf): Sensitivity {
  const { rule } = framework
  const tallies = talliesOf(framework, ratingOf)
  const decided = tallies.every(({ unknown }) => unknown === 0)
  return {
    best: outcomeOf(rule, tallies.map((tally) => ({ ...tally, met: tally.met + tally.unknown, unknown: 0 }))),
    worst: outcomeOf(rule, tallies.map((tally) => ({ ...tally, notMet: tally.notMet + tally.unknown, unknown: 0 }))),
    fewestChanges: decided ? fewestChanges(rule, tallies) : null,
  }
}

/** Expectations within one theme are alike to the rule, and mixing both directions never helps: so only how many, where, one way. */
function fewestChanges(rule: DecisionRule, tallies: readonly Tally[]): number | null {
  const limbs = rule.outcomes.flatMap(({ when }) => (when === null ? [] : limbsOf(when, '')))
  const named = new Set(limbs.flatMap(({ limb }) => (limb.kind === 'all-met-in-theme' ? [limb.theme] : [])))
  if (named.size > MAX_THEMES) return null
  const counts = limbs.flatMap(({ limb }) => (limb.kind === 'at-least-met' ? [limb.count] : []))
  const outcome = outcomeOf(rule, tallies)

  let fewest: number | null = null
  for (const way of [upward, downward]) {
    for (const turned of subsetsOf(tallies.filter((tally) => named.has(tally.theme) && way.turns(tally)))) {
      const start = tallies.map((tally) => (turned.includes(tally) ? way.turn(tally, way.enough(tally)) : tally))
      const paid = turned.reduce((sum, tally) => sum + way.enough(tally), 0)
      const total = start.reduce((sum, { met }) => sum + met, 0)
      for (const more of [0, ...counts.map((count) => way.missing(total, count))]) {
        if (more < 0 || (fewest !== null && paid + more >= fewest)) continue
        const end = spread(start, more, way)
        if (end && outcomeOf(rule, end) !== outcome) fewest = paid + more
      }
    }
  }
  return fewest
}

/** One way to change ratings: what makes a theme wholly met or breaks it, and how many more it takes to cross a count. */
interface Way {
  turns: (tally: Tally) => boolean
  enough: (tally: Tally) => number
  left: (tally: Tally) => number
  turn: (tally: Tally, changes: number) => Tally
  missing: (met: number, count: number) => number
}
const upward: Way = {
  turns: ({ notMet }) => notMet > 0,
  enough: ({ notMet }) => notMet,
  left: ({ notMet }) => notMet,
  turn: (tally, changes) => ({ ...tally, met: tally.met + changes, notMet: tally.notMet - changes }),
  missing: (met, count) => count - met,
}
const downward: Way = {
  turns: ({ met, notMet }) => met > 0 && notMet === 0,
  enough: () => 1,
  left: ({ met }) => met,
  turn: (tally, changes) => upward.turn(tally, -changes),
  missing: (met, count) => met - count + 1,
}

/** Makes so many changes wherever they fit; null when they do not. */
function spread(tallies: readonly Tally[], changes: number, way: Way): Tally[] | null {
  let rest = changes
  const after = tallies.map((tally) => {
    const here = Math.min(rest, way.left(tally))
    rest -= here
    return way.turn(tally, here)
  })
  return rest === 0 ? after : null
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])], [[]])
}
