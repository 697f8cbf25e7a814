import { z } from 'zod'
import { carriedOver, isReworded } from './carry-over.ts'
import { criteriaOf, type Expectation, expectationsBelow, type Framework, gradeOf, judgementOf, listedOf } from './framework.ts'
import { Counts, countsOf, type RatingOf, type Standing, standingOf } from './verdict.ts'

/** What became of an expectation between two rounds; `other` where either side is open, not applicable or without it. */
export const Development = z.enum(['improved', 'worsened', 'unchanged-met', 'unchanged-not-met', 'other', 'not-assessed'])
export type Development = z.infer<typeof Development>

const Code = z.string().nullable()
const Row = z.strictObject({
  expectation: z.string(), number: z.string(), before: Code, after: Code, development: Development,
  /** Its number in the earlier framework, where that was another. */
  renumberedFrom: z.string().nullable(),
  /** Which round has it. */
  in: z.enum(['both', 'before', 'after']),
  /** Whether the later framework words it otherwise: the two ratings then answer different questions. */
  changedText: z.boolean(),
})
const CriterionRow = z.strictObject({
  criterion: z.string(), number: z.string(), before: Code, after: Code, countsBefore: Counts.nullable(), countsAfter: Counts.nullable(),
})

/**
 * Two rounds side by side, as the published report prints them: ids in order of print of the later framework, then what only the earlier
 * one has. The five lists hold each expectation that either round assesses exactly once; null is a column without an answer.
 */
export const Comparison = z.strictObject({
  improved: z.array(z.string()),
  worsened: z.array(z.string()),
  unchangedMet: z.array(z.string()),
  unchangedNotMet: z.array(z.string()),
  other: z.array(z.string()),
  counts: z.strictObject({ before: Counts, after: Counts }),
  expectations: z.array(Row),
  criteria: z.array(CriterionRow),
})
export type Comparison = z.infer<typeof Comparison>
type Row = z.infer<typeof Row>

/** One assessment: its framework and what was answered in it. */
export interface Round {
  framework: Framework
  ratingOf: RatingOf
  judgementOf: (criterion: string) => string | null
}

export function comparisonOf(before: Round, after: Round): Comparison {
  const expectations = carriedOver(listedOf(before.framework), listedOf(after.framework)).map((pair) => rowOf(before, after, pair))
  const those = (development: Development) => expectations.filter((row) => row.development === development).map((row) => row.expectation)
  return {
    improved: those('improved'),
    worsened: those('worsened'),
    unchangedMet: those('unchanged-met'),
    unchangedNotMet: those('unchanged-not-met'),
    other: those('other'),
    counts: { before: countsOf(before.framework, before.ratingOf), after: countsOf(after.framework, after.ratingOf) },
    expectations,
    criteria: criterionRowsOf(before, after),
  }
}

type Pair<T> = { before: T | undefined; after: T | undefined; one: T }

/** Joins by id, the later order first. */
function pairsOf<T extends { id: string }>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const earlier = new Map(before.map((one) => [one.id, one]))
  const later = new Set(after.map(({ id }) => id))
  return [
    ...after.map((one) => ({ before: earlier.get(one.id), after: one, one })),
    ...before.filter(({ id }) => !later.has(id)).map((one) => ({ before: one, after: undefined, one })),
  ]
}

function rowOf(earlier: Round, later: Round, { before, after }: { before: Expectation | undefined; after: Expectation | undefined }): Row {
  const codeOf = ({ framework, ratingOf }: Round, one: Expectation | undefined) => (one?.assessed && gradeOf(framework, ratingOf(one.id))?.code) || null
  const one = (after ?? before)!
  return {
    expectation: one.id,
    number: one.number,
    before: codeOf(earlier, before),
    after: codeOf(later, after),
    development: developmentOf(before && standingOf(earlier.framework, before, earlier.ratingOf),
      after && standingOf(later.framework, after, later.ratingOf)),
    renumberedFrom: before && before.number !== one.number ? before.number : null,
    in: before && after ? 'both' : before ? 'before' : 'after',
    changedText: before !== undefined && after !== undefined && isReworded(before, after),
  }
}

export function developmentOf(before: Standing = 'notAssessed', after: Standing = 'notAssessed'): Development {
  if (before === 'notAssessed' && after === 'notAssessed') return 'not-assessed'
  if (before === 'met' && after === 'met') return 'unchanged-met'
  if (before === 'notMet' && after === 'notMet') return 'unchanged-not-met'
  if (before === 'notMet' && after === 'met') return 'improved'
  if (before === 'met' && after === 'notMet') return 'worsened'
  return 'other'
}

function criterionRowsOf(earlier: Round, later: Round): Comparison['criteria'] {
  const codeOf = ({ framework, judgementOf: answerOf }: Round, criterion: string) => judgementOf(framework, answerOf(criterion))?.code ?? null
  return pairsOf(criteriaOf(earlier.framework), criteriaOf(later.framework)).map(({ before, after, one }) => ({
    criterion: one.id,
    number: one.number,
    before: before ? codeOf(earlier, one.id) : null,
    after: after ? codeOf(later, one.id) : null,
    countsBefore: before ? countsOf(earlier.framework, earlier.ratingOf, expectationsBelow(before)) : null,
    countsAfter: after ? countsOf(later.framework, later.ratingOf, expectationsBelow(after)) : null,
  }))
}
