import { z } from 'zod'
import { appError } from '../errors.ts'
import { Id, Line, Text } from './text.ts'

const Asked = { id: Id, question: Line, english: Line, guidance: Text.nullable() }

/** Something that a rule wants to know of the organisation itself, such as whether there is a waiting list; `guidance` says what proves it. */
export const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...Asked, kind: z.literal('yes-no') }),
  z.strictObject({ ...Asked, kind: z.literal('number'), unit: Line, englishUnit: Line }),
])
export type Fact = z.infer<typeof Fact>

/** Yes or no, or a whole number in the unit of the fact. */
export const FactAnswer = z.union([z.boolean(), z.int().min(0).max(1_000_000_000)])
export type FactAnswer = z.infer<typeof FactAnswer>

/** What was found of a fact, under its id; `source` says where that can be seen, with labels such as [DOC3]. */
export const FactFound = z.strictObject({ value: FactAnswer, source: z.string().max(4_000) })

/** What a rule asks of a fact: that the answer is this one, or compares with this number. */
export const FactCondition = z.strictObject({
  kind: z.literal('fact'), fact: Id, compare: z.enum(['equals', 'more-than', 'at-least', 'at-most', 'less-than']), value: FactAnswer,
})
export type FactCondition = z.infer<typeof FactCondition>

/** Null as long as there is no answer. */
export function isFactHeld({ compare, value }: Pick<FactCondition, 'compare' | 'value'>, answer: FactAnswer | null): boolean | null {
  if (answer === null) return null
  if (compare === 'equals') return answer === value
  if (compare === 'more-than') return answer > value
  if (compare === 'at-least') return answer >= value
  return compare === 'at-most' ? answer <= value : answer < value
}

export const isAnswerTo = ({ kind }: Fact, answer: unknown) => typeof answer === (kind === 'yes-no' ? 'boolean' : 'number')

/** Refuses an answer to what the rule does not ask, or of another kind. */
export function assertFact(facts: readonly Fact[], id: string, answer: unknown): void {
  const fact = facts.find((one) => one.id === id)
  if (!fact) throw appError('not-found', { what: 'fact', id })
  if (answer !== null && !isAnswerTo(fact, answer)) throw appError('not-found', { what: 'fact value', id: String(answer) })
}

/** Answers of which one stands for each other answer: the numbers that the conditions name, and those right beside them. */
export function answersToTry({ kind }: Fact, conditions: readonly FactCondition[]): FactAnswer[] {
  if (kind === 'yes-no') return [true, false]
  const named = [0, ...conditions.map(({ value }) => Number(value))]
  return [...new Set(named.flatMap((number) => [number - 1, number, number + 1]))].filter((number) => number >= 0)
}
