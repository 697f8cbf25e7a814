import { coverageOf, unreachedOf } from '../../../shared/domain/coverage.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { record } from '../../db/change-log.ts'
import type { Handlers } from '../../context.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { listActivities, listPlanned } from './repository.ts'

export const activity: Handlers<'activity'> = {
  list: ({ db }, { inspection }) => {
    const { hash, framework } = getFrameworkOf(db, inspection)
    const coverage = coverageOf(framework, listPlanned(db, inspection))
    return { framework: hash, activities: listActivities(db, inspection), coverage, unreached: unreachedOf(coverage) }
  },

  add: (context, { inspection, kind, role }) => {
    const { framework } = getFrameworkOf(context.db, inspection)
    const id = context.newId()
    const labels = listActivities(context.db, inspection).flatMap(({ fields }) => fields.label.heads.flatMap(({ value }) => value ?? []))
    const label = kind === 'interview' ? nextLabel('I', labels) : null
    const written = { entity: 'activity', entityId: id, kind: 'set', reason: null, seen: [] } as const
    const edits: Edit[] = [
      { ...written, field: 'kind', value: kind },
      { ...written, field: 'state', value: 'planned' },
      ...(label === null ? [] : [{ ...written, field: 'label' as const, value: label }]),
      ...(role === null ? [] : [{ ...written, field: 'role' as const, value: role }]),
    ]
    for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
    return { id, label, ...record(context, inspection, edits) }
  },
}
