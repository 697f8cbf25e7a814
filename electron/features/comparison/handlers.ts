import { comparisonOf } from '../../../shared/domain/comparison.ts'
import type { Handlers } from '../../context.ts'
import { getInspection, getRound } from '../inspection/repository.ts'
import { findEarlier } from './repository.ts'

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
}
