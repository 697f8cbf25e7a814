import type { Edit } from '../../../shared/domain/entity.ts'
import { followsUp } from '../../../shared/domain/inspection.ts'
import { appError } from '../../../shared/errors.ts'
import { listInspectionIds, record } from '../../db/change-log.ts'
import type { Context, Handlers } from '../../context.ts'
import { getFramework } from '../framework/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { getInspection, getSummary, listDifferences, listTeam } from './repository.ts'

type New = Parameters<Handlers<'inspection'>['create']>[1]

export const inspection: Handlers<'inspection'> = {
  list: ({ db }) => listInspectionIds(db).map((id) => getSummary(db, id)),

  create: (context, input) => {
    assertFitting(context, input)
    const id = context.newId()
    return { id, ...record(context, id, editsOf(context, id, input)) }
  },

  get: ({ db }, { inspection }) => ({
    summary: getSummary(db, inspection), fields: getInspection(db, inspection), team: listTeam(db, inspection),
  }),

  differences: ({ db }, { inspection }) => listDifferences(db, inspection),
}

/** Refuses an inspection of what is not known here, one that ends before it begins, and an earlier round of someone else. */
function assertFitting({ db }: Context, { organisation, framework, kind, earlier, firstDay, lastDay }: New): void {
  getOrganisation(db, organisation)
  getFramework(db, framework)
  if (lastDay !== null && lastDay < firstDay) throw appError('days-reversed', { firstDay, lastDay })
  if (earlier === null) return
  if (!followsUp(kind)) throw appError('earlier-not-fitting', { kind })
  if (getInspection(db, earlier).organisation.value !== organisation) throw appError('earlier-not-fitting', { kind })
}

function editsOf({ newId }: Context, id: string, { team, ...fields }: New): Edit[] {
  const written = { kind: 'set' as const, reason: null, seen: [] }
  const own = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ ...written, entity: 'inspection', entityId: id, field, value }) as Edit)
  return [...own, ...team.map((member): Edit => ({ ...written, entity: 'member', entityId: newId(), field: 'member', value: member }))]
}
