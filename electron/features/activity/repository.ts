import type { ActivityKind } from '../../../shared/domain/activity.ts'
import type { Planned } from '../../../shared/domain/coverage.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import { partsOf } from '../../../shared/domain/interview.ts'
import { appError } from '../../../shared/errors.ts'
import { listAnswers, listHeads, listHeadsOfEntity } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'

export interface ListedActivity {
  id: string
  fields: State<'activity'>
}

/** The activities of a plan, in the order in which they were taken up. */
export function listActivities(db: Db, inspection: string): ListedActivity[] {
  const heads = listHeads(db, inspection, 'activity')
  const fieldsOf = statesOf('activity', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))]
    .map((id) => ({ id, fields: fieldsOf(id) }))
    .filter(({ fields: { kind } }) => kind.value !== null || kind.different)
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

/** One activity of a kind. */
export function getActivity(db: Db, inspection: string, id: string, kind: ActivityKind): State<'activity'> {
  const fields = statesOf('activity', listHeadsOfEntity(db, inspection, 'activity', id))(id)
  if (fields.kind.value !== kind) throw appError('not-found', { what: 'activity', id })
  return fields
}

/** The plan as coverage asks for it. */
export function listPlanned(db: Db, inspection: string): Planned[] {
  const answers = listAnswers(db, inspection, 'question').filter(({ field, value }) => field === 'expectations' && Array.isArray(value))
  const byTalk = Map.groupBy(answers, ({ entityId }) => partsOf(entityId)[0])
  return listActivities(db, inspection).map(({ id, fields: { kind, role, state, about } }) => ({
    id, kind: kind.value, role: role.value, state: state.value, about: about.value,
    questions: (byTalk.get(id) ?? []).flatMap(({ value }) => value as string[]),
  }))
}

const orderOf = ({ id, fields: { kind } }: ListedActivity) => `${kind.heads.map(({ at }) => at).sort()[0]} ${id}`
