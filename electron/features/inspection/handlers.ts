import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAssessed, type Framework } from '../../../shared/domain/framework.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { followsUp, isOfPart } from '../../../shared/domain/inspection.ts'
import { scopeOf } from '../../../shared/domain/scope.ts'
import { appError } from '../../../shared/errors.ts'
import { atOnce } from '../../db/at-once.ts'
import { listLogIdsOf, record } from '../../db/change-log.ts'
import type { Context, Handlers } from '../../context.ts'
import { assertOffered, getFramework } from '../framework/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { getFrameworkOf, getInspection, getSummary, listDifferences, listTeam } from './repository.ts'

type New = Parameters<Handlers<'inspection'>['create']>[1]

export const inspection: Handlers<'inspection'> = {
  list: ({ db }) => listLogIdsOf(db, 'inspection').map((id) => atOnce(db, id, () => getSummary(db, id))),

  create: (context, input) => {
    assertFitting(context, input)
    const id = context.newId()
    const edits = editsOf(context, id, input)
    for (const edit of edits) assertAllowed(getFramework(context.db, input.framework), { ...edit, inspection: id })
    return { id, ...record(context, id, edits) }
  },

  rescope: (context, { inspection, expectations, reason, seen }) => {
    const { framework } = getFrameworkOf(context.db, inspection)
    const value = expectations.length === 0 ? null : getScope(framework, expectations)
    const edit: Edit = { entity: 'inspection', entityId: inspection, field: 'scope', kind: 'set', value, reason, seen }
    assertAllowed(framework, { ...edit, inspection })
    return record(context, inspection, [edit])
  },

  get: ({ db }, { inspection }) => ({
    summary: getSummary(db, inspection), fields: getInspection(db, inspection), team: listTeam(db, inspection),
  }),

  differences: ({ db }, { inspection }) => listDifferences(db, inspection),
}

/** Refuses an inspection of what is not known here, one that ends before it begins, and an earlier round of someone else. */
function assertFitting({ db }: Context, { organisation, framework, kind, earlier, firstDay, lastDay, part }: New): void {
  getOrganisation(db, organisation)
  assertOffered(db, framework)
  if (lastDay !== null && lastDay < firstDay) throw appError('days-reversed', { firstDay, lastDay })
  if (part && !isOfPart(kind)) throw appError('part-not-fitting', { kind })
  if (earlier === null) return
  if (!followsUp(kind)) throw appError('earlier-not-fitting', { kind })
  if (getInspection(db, earlier).organisation.value !== organisation) throw appError('earlier-not-fitting', { kind })
}

/** What is asked for as it is recorded. Refuses what the framework does not assess. */
function getScope(framework: Framework, expectations: readonly string[]): string[] | null {
  for (const id of expectations) assertAssessed(framework, id)
  const scope = scopeOf(framework, expectations)
  return scope && [...scope]
}

function editsOf({ db, newId }: Context, id: string, { team, part = null, ...fields }: New): Edit[] {
  const written = { kind: 'set' as const, reason: null, seen: [] }
  const own = Object.entries(fields)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => ({ ...written, entity: 'inspection', entityId: id, field, value }) as Edit)
  const scope = part && getScope(getFramework(db, fields.framework), part.expectations)
  const partial: Edit[] = scope ? [{ ...written, entity: 'inspection', entityId: id, field: 'scope', value: scope, reason: part!.reason }] : []
  return [...own, ...partial, ...team.map((member): Edit => ({ ...written, entity: 'member', entityId: newId(), field: 'member', value: member }))]
}
