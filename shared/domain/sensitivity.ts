import { z } from 'zod'
import { countSets, type Decided, fewestChanges, listSets, outcomeWith } from './changes.ts'
import { answersToTry } from './fact.ts'
import { assessedOf, type Framework, listedOf } from './framework.ts'
import { partsOf, totalsOf } from './part.ts'
import { reachOf } from './reach.ts'
import { limbsIn } from './rule.ts'
import { type Answers, verdictOf } from './verdict.ts'

/**
 * What could still change the outcome. `best` and `worst` are the outcomes when all that is unknown falls well, or badly, in the order of the
 * rule. `fewestChanges` is the smallest number of ratings that, turned from met to not met or back, give another outcome: null while the
 * verdict is open and when no change gives another. It is exact up to `EXACT` expectations and mostly beyond; when not `exact`, the search was
 * cut short: best and worst may lie less far apart, and fewer changes may do.
 */
export const Sensitivity = z.strictObject({ best: z.string(), worst: z.string(), fewestChanges: z.int().nullable(), exact: z.boolean() })
export type Sensitivity = z.infer<typeof Sensitivity>

/** `setCount` is how many smallest sets there are (null: too many to count); `sets` lists them in order of print when they are few. */
export const FullSensitivity = Sensitivity.extend({
  setCount: z.int().nullable(),
  sets: z.array(z.array(z.string())).nullable(),
  /** Each expectation that matters: whether turning it alone changes the outcome, and in how many of the smallest sets it stands. */
  weights: z.array(z.strictObject({ expectation: z.string(), alone: z.boolean(), sets: z.int().nullable() })),
  /** Facts of which another answer alone would give another outcome. */
  facts: z.array(z.string()),
})
export type FullSensitivity = z.infer<typeof FullSensitivity>

export const EXACT = 40

/** Sets are listed up to so many. */
export const MOST_SETS = 20

/** How many conditions may be weighed: so many that up to `EXACT` expectations all is tried, and beyond it the screen does not wait. */
function stepsFor(framework: Framework, parts: number) {
  const [weighings, ways] = assessedOf(framework).length <= EXACT ? [20_000_000, 200_000_000] : [12_000, 300_000]
  const each = limbsIn(framework.rule).length + parts
  return { boxes: weighings / (4 * each), sides: weighings / each, ways }
}

export function sensitivityOf(framework: Framework, answers: Answers): Sensitivity {
  return studyOf(framework, answers).sensitivity
}

export function fullSensitivityOf(framework: Framework, answers: Answers): FullSensitivity {
  const { sensitivity, decided, fewest } = studyOf(framework, answers)
  if (!fewest) return { ...sensitivity, setCount: null, sets: null, weights: [], facts: [] }
  const counted = fewest.exact ? countSets(decided, fewest, stepsFor(framework, decided.parts.length).ways) : null
  const few = counted !== null && counted.count > 0 && counted.count <= MOST_SETS
  const order = new Map(listedOf(framework).map(({ id }, place) => [id, place]))
  return {
    ...sensitivity,
    setCount: counted?.count ?? null,
    sets: few ? inOrder(listSets(decided, fewest), order) : null,
    weights: weightsOf(decided, counted?.inSets ?? null).sort((one, other) => order.get(one.expectation)! - order.get(other.expectation)!),
    facts: decisiveFacts(decided),
  }
}

function studyOf(framework: Framework, answers: Answers) {
  const { rule } = framework
  const { ratingOf, factOf } = answers
  const parts = partsOf(framework, ratingOf)
  const steps = stepsFor(framework, parts.length)
  const reach = reachOf({ rule, parts, factOf, mayBeLeftOut: true, steps: steps.boxes })
  const decided: Decided = { rule, parts, factOf }
  const fewest = verdictOf(framework, answers).outcome === 'open' ? null : fewestChanges(decided, steps.sides)
  const codeOf = (place: number | undefined) => rule.outcomes[place!]!.code
  const sensitivity: Sensitivity = {
    best: codeOf(reach.places[0]), worst: codeOf(reach.places.at(-1)), fewestChanges: fewest?.changes ?? null,
    exact: reach.exact && fewest?.exact !== false,
  }
  return { sensitivity, decided, fewest }
}

function inOrder(sets: readonly (readonly string[])[], order: ReadonlyMap<string, number>): string[][] {
  const byPlace = (one: string, other: string) => order.get(one)! - order.get(other)!
  const bySet = (one: readonly string[], other: readonly string[]) => one.map((id, index) => byPlace(id, other[index]!)).find((by) => by !== 0) ?? 0
  return sets.map((set) => [...set].sort(byPlace)).sort(bySet)
}

/** Expectations of one part with the same rating are alike to the rule, so each kind is tried once. */
function weightsOf(decided: Decided, inSets: ReadonlyMap<string, number> | null): FullSensitivity['weights'] {
  const { parts } = decided
  const totals = totalsOf(parts, ({ met }) => met.length)
  const current = outcomeWith(decided, totals)
  return parts.flatMap((part, place) => (['met', 'notMet'] as const).flatMap((side) => {
    if (part[side].length === 0) return []
    const after = [...totals]
    for (let at = place; at >= 0; at = parts[at]!.above) after[at]! += side === 'met' ? -1 : 1
    const alone = outcomeWith(decided, after) !== current
    const each = part[side].map((expectation) => ({ expectation, alone, sets: inSets ? inSets.get(expectation) ?? 0 : null }))
    return each.filter(({ sets }) => alone || (sets ?? 0) > 0)
  }))
}

function decisiveFacts(decided: Decided): string[] {
  const { rule, parts, factOf } = decided
  const totals = totalsOf(parts, ({ met }) => met.length)
  const current = outcomeWith(decided, totals)
  const conditions = limbsIn(rule).flatMap((limb) => (limb.kind === 'fact' ? [limb] : []))
  return rule.facts.filter((fact) => answersToTry(fact, conditions.filter((one) => one.fact === fact.id))
    .some((answer) => outcomeWith({ ...decided, factOf: (id) => (id === fact.id ? answer : factOf(id)) }, totals) !== current))
    .map(({ id }) => id)
}
