import { z } from 'zod'
import type { Framework } from './framework.ts'
import { partsOf } from './part.ts'
import { reachOf } from './reach.ts'
import { limbsIn } from './rule.ts'

/** What in a sound rule is worth a second look: an outcome that no ratings and answers lead to, a fact that is asked and never used. */
export const RuleWarning = z.strictObject({ where: z.string(), what: z.enum(['unreachable-outcome', 'unused-fact']) })
export type RuleWarning = z.infer<typeof RuleWarning>

/** How many boxes are looked at before an outcome gets the benefit of the doubt. */
const STEPS = 5_000

export function warningsOfRule(framework: Framework): RuleWarning[] {
  const { rule } = framework
  const mayBeLeftOut = rule.notApplicable === 'left-out'
  const reachable = reachOf({ rule, parts: partsOf(framework, () => null), factOf: () => null, mayBeLeftOut, steps: STEPS }).places
  const used = new Set(limbsIn(rule).flatMap((limb) => (limb.kind === 'fact' ? [limb.fact] : [])))
  return [
    ...rule.outcomes.flatMap((_, place): RuleWarning[] => (reachable.includes(place) ? [] : [{ where: `rule.outcomes[${place}]`, what: 'unreachable-outcome' }])),
    ...rule.facts.flatMap(({ id }, place): RuleWarning[] => (used.has(id) ? [] : [{ where: `rule.facts[${place}]`, what: 'unused-fact' }])),
  ]
}
