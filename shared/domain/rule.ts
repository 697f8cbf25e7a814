import { z } from 'zod'
import { Line, Text } from './text.ts'

/** What an outcome demands of the ratings. */
export type Condition =
  | { kind: 'all' | 'any'; of: Condition[] }
  | { kind: 'at-least-met'; count: number }
  | { kind: 'all-met-in-theme'; theme: string }

const MAX_DEPTH = 6

/** Built level by level, so that a file nested too deep is refused with its place and never walked to its end. */
const conditionWithin = (depth: number): z.ZodType<Condition> =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), of: depth === 1 ? z.never('too-deep') : z.array(conditionWithin(depth - 1)).min(1).max(40) }),
    z.strictObject({ kind: z.literal('at-least-met'), count: z.int().positive() }),
    z.strictObject({ kind: z.literal('all-met-in-theme'), theme: z.string().min(1).max(40) }),
  ])

export const Condition = conditionWithin(MAX_DEPTH)

/** The first outcome whose condition holds is the one; the last has none and holds otherwise. */
export const Outcome = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: Line,
  english: Line,
  when: Condition.nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/**
 * How ratings become a verdict. `notApplicable` says what an expectation that does not apply does to the thresholds: it is left out of
 * the count, or the framework does not state it and the verdict stays open. A count stays absolute: what is left out does not lower it.
 */
export const DecisionRule = z.strictObject({
  statement: Text,
  wording: z.enum(['official', 'ownWording']),
  notApplicable: z.enum(['unstated', 'left-out']),
  outcomes: z.array(Outcome).min(2).max(20),
})
export type DecisionRule = z.infer<typeof DecisionRule>

/** All that a rule can see of one theme. What is left out of the count is in none of the three. */
export interface Tally {
  theme: string
  met: number
  notMet: number
  unknown: number
}

const Holds = z.boolean().nullable()
const Figures = { met: z.int(), unknown: z.int(), counted: z.int() }
type Figures = { met: number; unknown: number; counted: number }

/** A condition held against the ratings; `holds` is null as long as what is unknown decides. `counted` = met + not met + unknown. */
export type Weighed =
  | { kind: 'all' | 'any'; holds: boolean | null; of: Weighed[] }
  | ({ kind: 'at-least-met'; holds: boolean | null; count: number } & Figures)
  | ({ kind: 'all-met-in-theme'; holds: boolean | null; theme: string } & Figures)

export const Weighed: z.ZodType<Weighed> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), holds: Holds, of: z.array(Weighed) }),
    z.strictObject({ kind: z.literal('at-least-met'), holds: Holds, count: z.int(), ...Figures }),
    z.strictObject({ kind: z.literal('all-met-in-theme'), holds: Holds, theme: z.string(), ...Figures }),
  ]),
)

/** Weighs with three values. A theme of which everything is left out is wholly met: nothing in it is not. */
export function weigh(condition: Condition, tallies: readonly Tally[]): Weighed {
  if (condition.kind === 'at-least-met') {
    const { kind, count } = condition
    const figures = figuresOf(tallies)
    return { kind, holds: between(figures.met >= count, figures.met + figures.unknown >= count), count, ...figures }
  }
  if (condition.kind === 'all-met-in-theme') {
    const { kind, theme } = condition
    const figures = figuresOf(tallies.filter((tally) => tally.theme === theme))
    return { kind, holds: between(figures.met === figures.counted, figures.met + figures.unknown === figures.counted), theme, ...figures }
  }
  const of = condition.of.map((part) => weigh(part, tallies))
  const decisive = condition.kind === 'any'
  const holds = of.some((part) => part.holds === decisive) ? decisive : of.some((part) => part.holds === null) ? null : !decisive
  return { kind: condition.kind, holds, of }
}

/** The first outcome that holds for sure; what is unknown speaks for none. */
export function outcomeOf({ outcomes }: DecisionRule, tallies: readonly Tally[]): string {
  const first = outcomes.find(({ when }) => when === null || weigh(when, tallies).holds === true)
  if (!first) throw new TypeError('a rule ends with an outcome that always holds')
  return first.code
}

/** A condition without all and any around it. */
export type Limb = Exclude<Condition, { of: Condition[] }>

/** The limbs of a condition, from left to right, each with its place. */
export function limbsOf(condition: Condition, where: string): { limb: Limb; where: string }[] {
  return 'of' in condition ? condition.of.flatMap((part, index) => limbsOf(part, `${where}.of[${index}]`)) : [{ limb: condition, where }]
}

function figuresOf(tallies: readonly Tally[]): Figures {
  const sum = (part: (tally: Tally) => number) => tallies.reduce((total, tally) => total + part(tally), 0)
  const [met, unknown] = [sum((tally) => tally.met), sum((tally) => tally.unknown)]
  return { met, unknown, counted: met + unknown + sum((tally) => tally.notMet) }
}

/** What ratings can only improve holds for sure if it holds at worst, and fails for sure if it fails at best. */
const between = (atWorst: boolean, atBest: boolean) => (atWorst ? true : atBest ? null : false)
