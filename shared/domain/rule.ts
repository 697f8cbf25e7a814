import { z } from 'zod'

/** What an outcome demands of the ratings. */
export type Condition =
  | { kind: 'all' | 'any'; of: Condition[] }
  | { kind: 'at-least-met'; count: number }
  | { kind: 'all-met-in-theme'; theme: string }

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(Condition).min(1).max(40) }),
    z.strictObject({ kind: z.literal('at-least-met'), count: z.int().positive() }),
    z.strictObject({ kind: z.literal('all-met-in-theme'), theme: z.string().min(1).max(40) }),
  ]),
)

/** The first outcome whose condition holds is the one; the last has none and holds otherwise. */
export const Outcome = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: z.string().min(1).max(400),
  english: z.string().min(1).max(400),
  when: Condition.nullable(),
})
export type Outcome = z.infer<typeof Outcome>

/**
 * How ratings become a verdict. `notApplicable` says what an expectation that does not apply does to the thresholds: it is left out of
 * the count, or the framework does not state it and the verdict stays open.
 */
export const DecisionRule = z.strictObject({
  statement: z.string().min(1).max(4_000),
  wording: z.enum(['official', 'ownWording']),
  notApplicable: z.enum(['unstated', 'left-out']),
  outcomes: z.array(Outcome).min(2).max(20),
})
export type DecisionRule = z.infer<typeof DecisionRule>
