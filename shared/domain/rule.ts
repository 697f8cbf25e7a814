import { z } from 'zod'
import { Fact, type FactAnswer, FactCondition, isFactHeld } from './fact.ts'
import { Id, Line, Text } from './text.ts'

/** Where a condition looks: everything assessed, one theme, or one criterion with all that is below it. */
export const Within = z.union([z.strictObject({ theme: Id }), z.strictObject({ criterion: Id })]).nullable()
export type Within = z.infer<typeof Within>

export const keyOf = (within: Within): string =>
  within === null ? 'whole' : 'theme' in within ? `theme ${within.theme}` : `criterion ${within.criterion}`

const What = z.enum(['met', 'not-met'])
const Compare = z.enum(['more-than', 'at-least', 'at-most', 'less-than'])

/** How many are met, or not met. */
const Count = z.strictObject({
  kind: z.literal('count'), what: What, compare: z.enum(['at-least', 'at-most']), count: z.int().min(0).max(5_000), within: Within,
})
/** All that is assessed and not left out is met. Where everything is left out nothing is not met, so it holds. */
const Every = z.strictObject({ kind: z.literal('every'), within: Within })
/** A percentage of what is assessed and not left out; a share of nothing is none, so it holds for no comparison. */
const Share = z.strictObject({ kind: z.literal('share'), what: What, compare: Compare, percent: z.int().min(0).max(100), within: Within })

/** What a condition asks of the ratings themselves. */
export type Measure = z.infer<typeof Count> | z.infer<typeof Every> | z.infer<typeof Share>
export type Limb = Measure | FactCondition

/** What an outcome demands. `not` holds one condition. */
export type Condition = { kind: 'all' | 'any' | 'not'; of: Condition[] } | Limb

export const MAX_DEPTH = 6

/** Built level by level, so that a file nested too deep is refused with its place and never walked to its end. */
const conditionWithin = (depth: number): z.ZodType<Condition> => {
  const below = depth === 1 ? null : conditionWithin(depth - 1)
  const from = (least: number, most: number) => (below === null ? z.never('too-deep') : z.array(below).min(least).max(most))
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), of: from(1, 40) }),
    z.strictObject({ kind: z.literal('not'), of: from(1, 1) }),
    Count, Every, Share, FactCondition,
  ])
}

export const Condition = conditionWithin(MAX_DEPTH)

/** The first outcome whose condition holds is the one; the last has none and holds otherwise. `followUp` is what such an outcome calls for. */
export const Outcome = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: Line,
  english: Line,
  followUp: Text.nullable(),
  when: Condition.nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/**
 * How ratings become a verdict; the outcomes stand best first. `notApplicable` says what an expectation that does not apply does to the
 * thresholds: it is left out of the count, or the framework does not state it and the verdict stays open. A count stays absolute: what is
 * left out does not lower it. `facts` are asked about the organisation apart from the expectations.
 */
export const DecisionRule = z.strictObject({
  statement: Text,
  wording: z.enum(['official', 'ownWording']),
  notApplicable: z.enum(['unstated', 'left-out']),
  facts: z.array(Fact).max(40),
  outcomes: z.array(Outcome).min(2).max(20),
})
export type DecisionRule = z.infer<typeof DecisionRule>

/** How many expectations may be met and not met, each from the least to the most that it can still be. */
export interface Range {
  met: readonly [least: number, most: number]
  notMet: readonly [least: number, most: number]
}

/** All that a rule can see. What is left out of the count is in no range. */
export interface View {
  rangeOf: (measure: Measure) => Range
  factOf: (fact: string) => FactAnswer | null
}

/** Whether a condition holds; null as long as what is unknown may decide. Parts are weighed one by one: what only all together settle stays null. */
export function holdsIn(condition: Condition, view: View): boolean | null {
  if ('of' in condition) return joined(condition.kind, condition.of, (part) => holdsIn(part, view))
  if (condition.kind === 'fact') return isFactHeld(condition, view.factOf(condition.fact))
  return isMeasured(condition, view.rangeOf(condition))
}

/** The parts of a condition taken together, with three values (Kleene); it asks no further than it needs. */
function joined<P>(kind: 'all' | 'any' | 'not', parts: readonly P[], holdsOf: (part: P) => boolean | null): boolean | null {
  const decisive = kind === 'any'
  let open = false
  for (const part of parts) {
    const holds = holdsOf(part)
    if (kind === 'not') return holds === null ? null : !holds
    if (holds === decisive) return decisive
    if (holds === null) open = true
  }
  return open ? null : !decisive
}

/**
 * Each measure only rises, or only falls, with more met and with fewer not met: so it holds for all of a range when it holds where most is
 * met, where most is not met, and where least is counted.
 */
export function isMeasured(measure: Measure, { met, notMet }: Range): boolean | null {
  const [best, worst, least] = [isMet(measure, met[1], notMet[0]), isMet(measure, met[0], notMet[1]), isMet(measure, met[0], notMet[0])]
  return best === worst && best === least ? best : null
}

/** Whether a measure holds with so many met and so many not met; in whole numbers, so that no rounding decides. */
export function isMet(measure: Measure, met: number, notMet: number): boolean {
  if (measure.kind === 'every') return notMet === 0
  const part = measure.what === 'met' ? met : notMet
  if (measure.kind === 'count') return compares(part, measure.compare, measure.count)
  return met + notMet > 0 && compares(part * 100, measure.compare, measure.percent * (met + notMet))
}

export function compares(one: number, compare: z.infer<typeof Compare>, other: number): boolean {
  switch (compare) {
    case 'more-than': return one > other
    case 'at-least': return one >= other
    case 'at-most': return one <= other
    case 'less-than': return one < other
  }
}

/** The places in the list of outcomes that may still be the one, best first; one place when it is settled. */
export function possibleIn({ outcomes }: DecisionRule, view: View): number[] {
  const possible: number[] = []
  for (const [place, { when }] of outcomes.entries()) {
    const holds = when === null || holdsIn(when, view)
    if (holds !== false) possible.push(place)
    if (holds === true) return possible
  }
  throw new TypeError('a rule ends with an outcome that always holds')
}

/** The limbs of a condition, from left to right, each with its place. */
export function limbsOf(condition: Condition, where: string): { limb: Limb; where: string }[] {
  return 'of' in condition ? condition.of.flatMap((part, index) => limbsOf(part, `${where}.of[${index}]`)) : [{ limb: condition, where }]
}

/** The limbs of all outcomes. */
export const limbsIn = ({ outcomes }: DecisionRule): Limb[] =>
  outcomes.flatMap(({ when }) => (when === null ? [] : limbsOf(when, '').map(({ limb }) => limb)))

const Holds = z.boolean().nullable()
const Figures = { holds: Holds, met: z.int(), notMet: z.int(), unknown: z.int() }
export interface Figures {
  holds: boolean | null
  met: number
  notMet: number
  unknown: number
}

/** A condition held against what is known. */
export type Weighed =
  | { kind: 'all' | 'any' | 'not'; holds: boolean | null; of: Weighed[] }
  | (Measure & Figures)
  | (FactCondition & { holds: boolean | null; answer: FactAnswer | null })

export const Weighed: z.ZodType<Weighed> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any', 'not']), holds: Holds, of: z.array(Weighed) }),
    Count.extend(Figures), Every.extend(Figures), Share.extend(Figures),
    FactCondition.extend({ holds: Holds, answer: FactCondition.shape.value.nullable() }),
  ]),
)

/** Weighs each part of a condition, to be read. */
export function weigh(condition: Condition, view: View): Weighed {
  if ('of' in condition) {
    const of = condition.of.map((part) => weigh(part, view))
    return { kind: condition.kind, holds: joined(condition.kind, of, ({ holds }) => holds), of }
  }
  const holds = holdsIn(condition, view)
  if (condition.kind === 'fact') return { ...condition, holds, answer: view.factOf(condition.fact) }
  const { met: [met, most], notMet: [notMet] } = view.rangeOf(condition)
  return { ...condition, holds, met, notMet, unknown: most - met }
}
