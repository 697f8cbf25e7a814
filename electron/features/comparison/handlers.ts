import type { Column, RoundOf } from '../../../shared/api/comparison.ts'
import { comparisonOf } from '../../../shared/domain/comparison.ts'
import { countsOf } from '../../../shared/domain/verdict.ts'
import { marksOf, trendOf } from '../../../shared/domain/trend.ts'
import { listLogIdsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import type { Handlers } from '../../context.ts'
import { getInspection, getRound } from '../inspection/repository.ts'
import { chainOf, type Earlier, findEarlier, hasInspection } from './repository.ts'

export const comparison: Handlers<'comparison'> = {
  get: ({ db }, { inspection }) => {
    const earlier = findEarlier(db, inspection)
    if (!earlier) return null
    const { kind, firstDay } = getInspection(db, inspection)
    return {
      before: { id: earlier.id, firstDay: earlier.firstDay, kind: earlier.kind },
      after: { id: inspection, firstDay: firstDay.value, kind: kind.value ?? 'retest' },
      comparison: comparisonOf(earlier.round, getRound(db, inspection)),
    }
  },

  trend: ({ db }, { inspection, rounds }) => {
    getInspection(db, inspection)
    const chain = chainOf(db, inspection)
    const chosen = chain.filter(({ id }) => id === inspection || rounds === null || rounds.includes(id))
    return { all: chain.map((one) => columnOf(db, one)), columns: chosen.map(({ id }) => id), trend: trendOf(chosen.map(({ round }) => round)) }
  },

  rounds: ({ db }, { organisation }) => {
    const own = listLogIdsOf(db, 'inspection').filter((id) => getInspection(db, id).organisation.value === organisation)
    const known = new Map(own.flatMap((id) => chainOf(db, id)).map((one) => [one.id, one]))
    return [...known.values()].map((one) => lineOf(db, one)).sort((a, b) => (a.firstDay ?? '9') < (b.firstDay ?? '9') ? -1 : 1)
  },
}

function columnOf(db: Db, { id, kind, firstDay, takenOver, outcome, round: { framework } }: Earlier): Column {
  const { title, version, language, scales, rule } = framework
  return {
    id, kind, firstDay, takenOver, here: hasInspection(db, id), outcome,
    framework: { title, version, language, scales, outcomes: rule.outcomes.map(({ code, label, english }) => ({ code, label, english })) },
  }
}

/** How far a threshold is stays unsaid as long as something is open. */
function lineOf(db: Db, earlier: Earlier): RoundOf {
  const { framework: { outcomes }, ...line } = columnOf(db, earlier)
  const { open, assessed } = countsOf(earlier.round.framework, earlier.round.ratingOf)
  const outcome = outcomes.find(({ code }) => code === line.outcome)
  return {
    ...line, outcomeName: outcome ? { label: outcome.label, english: outcome.english } : null,
    marks: open > 0 && open < assessed ? null : marksOf(earlier.round, null),
  }
}
