import { z } from 'zod'
import { carriedOver, isReworded } from './carry-over.ts'
import { type Development, Development as DevelopmentSchema, developmentOf, type Round } from './comparison.ts'
import { type Criterion, criteriaOf, expectationsBelow, gradeOf, judgementOf, type Listed, listedOf } from './framework.ts'
import { Counts, countsOf, type Standing, standingOf } from './verdict.ts'

/** How many of the assessed were met; `printed` is what a report says where that is all that is known. */
export const Marks = z.strictObject({ met: z.int(), assessed: z.int(), printed: z.boolean() })
export type Marks = z.infer<typeof Marks>

const StandingName = z.enum(['notAssessed', 'notExamined', 'met', 'notMet', 'notApplicable', 'open'])

/** What one round says of an expectation. `changed` tells that the newest round that has it words it otherwise, `number` how it was numbered then. */
const Cell = z.strictObject({ expectation: z.string(), number: z.string(), code: z.string().nullable(), standing: StandingName, changed: z.boolean() })
export type Cell = z.infer<typeof Cell>

const Row = z.strictObject({
  expectation: z.string(), number: z.string(), statement: z.string(), criterion: z.string(),
  cells: z.array(Cell.nullable()),
  sinceFirst: DevelopmentSchema, sinceLast: DevelopmentSchema,
})
const CriterionRow = z.strictObject({
  criterion: z.string(), number: z.string(), title: z.string(),
  cells: z.array(z.strictObject({ judgement: z.string().nullable(), marks: Marks.nullable() }).nullable()),
})

/**
 * Rounds as columns, the oldest first: a row for each expectation that any of them has, as the newest that has it words and numbers it; null
 * where a round does not ask it. `marks` are null while nothing is known of a round, `counts` always add up.
 */
export const Trend = z.strictObject({
  rows: z.array(Row), criteria: z.array(CriterionRow), counts: z.array(Counts), marks: z.array(Marks.nullable()),
})
export type Trend = z.infer<typeof Trend>

/** A round, and what is printed of it where no ratings are known: of a criterion, or (null) of the whole. */
export interface PastRound extends Round {
  printedOf?: (criterion: string | null) => { met: number; assessed: number } | null
}

export function trendOf(rounds: readonly PastRound[]): Trend {
  return {
    rows: lineagesOf(rounds.map(({ framework }) => listedOf(framework))).map((lineage) => rowOf(rounds, lineage)),
    criteria: criterionRowsOf(rounds),
    counts: rounds.map(({ framework, ratingOf }) => countsOf(framework, ratingOf)),
    marks: rounds.map((round) => marksOf(round, null)),
  }
}

/** What a round comes to; what is printed stands in only where nothing at all was rated. */
export function marksOf({ framework, ratingOf, printedOf }: PastRound, criterion: Criterion | null): Marks | null {
  const { met, assessed, open } = countsOf(framework, ratingOf, criterion ? expectationsBelow(criterion) : listedOf(framework))
  if (open < assessed) return { met, assessed, printed: false }
  const printed = printedOf?.(criterion?.id ?? null) ?? null
  return printed && { ...printed, printed: true }
}

/** One question through the rounds: the expectation of each round that asks it. */
type Lineage = (Listed | undefined)[]

/** From the newest round back, each held against the wording that came next after it. */
function lineagesOf(rounds: readonly (readonly Listed[])[]): Lineage[] {
  const lineages: { next: Listed; of: Lineage }[] = []
  for (const [at, listed] of [...rounds.entries()].reverse()) {
    for (const [index, { before }] of carriedOver(listed, lineages.map(({ next }) => next)).entries()) {
      if (!before) continue
      const lineage = lineages[index] ?? { next: before, of: rounds.map(() => undefined) }
      lineage.next = before
      lineage.of[at] = before
      lineages[index] = lineage
    }
  }
  return lineages.map(({ of }) => of)
}

function rowOf(rounds: readonly PastRound[], lineage: Lineage): Trend['rows'][number] {
  const newest = lineage.findLast((one) => one !== undefined)!
  const cells = lineage.map((one, at): Cell | null => {
    if (!one) return null
    const { framework, ratingOf } = rounds[at]!
    const code = one.assessed ? (gradeOf(framework, ratingOf(one.id))?.code ?? null) : null
    return { expectation: one.id, number: one.number, code, standing: standingOf(framework, one, ratingOf), changed: isReworded(one, newest) }
  })
  const now = cells.at(-1) ?? null
  return {
    expectation: newest.id, number: newest.number, statement: newest.statement, criterion: newest.criterion, cells,
    sinceFirst: developed(cells[0] ?? null, now), sinceLast: developed(cells.at(-2) ?? null, now),
  }
}

export const developed = (before: { standing: Standing } | null, after: { standing: Standing } | null): Development =>
  developmentOf(before?.standing, after?.standing)

function criterionRowsOf(rounds: readonly PastRound[]): Trend['criteria'] {
  const known = rounds.map(({ framework }) => new Map(criteriaOf(framework).map((one) => [one.id, one])))
  const newestFirst = known.toReversed().flatMap((criteria) => [...criteria.values()])
  return [...Map.groupBy(newestFirst, ({ id }) => id).values()].map(([newest]) => {
    const { id, number, title } = newest!
    return { criterion: id, number, title, cells: known.map((criteria, at) => criterionCell(rounds[at]!, criteria.get(id))) }
  })
}

function criterionCell(round: PastRound, criterion: Criterion | undefined) {
  if (!criterion) return null
  const judgement = judgementOf(round.framework, round.judgementOf(criterion.id))?.code ?? null
  return { judgement, marks: marksOf(round, criterion) }
}
