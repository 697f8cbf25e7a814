import { z } from 'zod'
import { isAnswerTo } from './fact.ts'
import { duplicatesOf, eachOf, placed } from './place.ts'
import { type DecisionRule, isMet, keyOf, type Limb, limbsOf, type Measure } from './rule.ts'

/** What can be wrong with a rule of the right shape. */
export const RuleFault = z.enum([
  'reserved-code', 'otherwise-not-last', 'unknown-theme', 'theme-not-assessed', 'unknown-criterion', 'criterion-not-assessed', 'unknown-fact',
  'wrong-answer', 'more-than-assessed', 'always-holds', 'never-holds',
])
export type RuleFault = z.infer<typeof RuleFault>
type Fault = { where: string; what: RuleFault | 'duplicate' }

/** How many expectations are assessed in the whole, in each theme and in each criterion, by `keyOf`. */
export type Sizes = ReadonlyMap<string, number>

/** A verdict is a code of the rule or `open`, so no outcome may be called that. */
export function* faultsOfRule(rule: DecisionRule, sizes: Sizes): Generator<Fault> {
  const outcomes = placed(rule.outcomes, 'rule.outcomes')
  yield* duplicatesOf(eachOf(outcomes, 'code'))
  yield* duplicatesOf(eachOf(placed(rule.facts, 'rule.facts'), 'id'))
  for (const [index, { one: { code, when }, where }] of outcomes.entries()) {
    if (code === 'open') yield { where: `${where}.code`, what: 'reserved-code' }
    if ((when === null) !== (index === outcomes.length - 1)) yield { where: `${where}.when`, what: 'otherwise-not-last' }
    for (const limb of when === null ? [] : limbsOf(when, `${where}.when`)) yield* faultsOfLimb(rule, limb, sizes)
  }
}

function* faultsOfLimb({ facts }: DecisionRule, { limb, where }: { limb: Limb; where: string }, sizes: Sizes): Generator<Fault> {
  if (limb.kind === 'fact') {
    const fact = facts.find(({ id }) => id === limb.fact)
    if (!fact) yield { where: `${where}.fact`, what: 'unknown-fact' }
    else if (!isAnswerTo(fact, limb.value)) yield { where: `${where}.value`, what: 'wrong-answer' }
    else if (typeof limb.value === 'boolean' && limb.compare !== 'equals') yield { where: `${where}.compare`, what: 'wrong-answer' }
    else if (limb.value === 0 && limb.compare === 'at-least') yield { where: `${where}.value`, what: 'always-holds' }
    else if (limb.value === 0 && limb.compare === 'less-than') yield { where: `${where}.value`, what: 'never-holds' }
    return
  }
  const size = sizes.get(keyOf(limb.within))
  if (size) yield* faultsOfMeasure(limb, where, size)
  else if (limb.within === null) yield { where: `${where}.within`, what: 'more-than-assessed' }
  else {
    const kind = 'theme' in limb.within ? 'theme' : 'criterion'
    yield { where: `${where}.within.${kind}`, what: size === 0 ? `${kind}-not-assessed` : `unknown-${kind}` }
  }
}

/** A threshold that no ratings can pass, or that all do, is a slip of the pen. */
function* faultsOfMeasure(measure: Measure, where: string, size: number): Generator<Fault> {
  if (measure.kind === 'every') return
  const at = `${where}.${measure.kind === 'count' ? 'count' : 'percent'}`
  const holds = [isMet(measure, 0, size), isMet(measure, size, 0)]
  if (holds.every(Boolean)) yield { where: at, what: 'always-holds' }
  if (!holds.some(Boolean)) yield { where: at, what: measure.kind === 'count' ? 'more-than-assessed' : 'never-holds' }
}
