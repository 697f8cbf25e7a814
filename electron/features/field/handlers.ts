import { assertByHand } from '../../../shared/domain/by-program.ts'
import { type Edit, schemaOf } from '../../../shared/domain/entity.ts'
import { fieldOf } from '../../../shared/domain/field.ts'
import { expectationOf } from '../../../shared/domain/framework.ts'
import { type Given, assertAllowed } from '../../../shared/domain/guard.ts'
import { appError } from '../../../shared/errors.ts'
import { canonical } from '../../crypto/hash.ts'
import { getEntry, listHeadsOf, listHistory, record } from '../../db/change-log.ts'
import { type Draft, dropSettled, dropDraft, findDraft, saveDraft } from '../../db/draft.ts'
import { erase, forgetPages } from '../../db/erase.ts'
import type { Db } from '../../db/open.ts'
import type { Context, Handlers } from '../../context.ts'
import { forgetKept } from '../bundle/kept.ts'
import { deleteUnnamed } from '../evidence/store.ts'
import { getFrameworkOf, getInspection } from '../inspection/repository.ts'
import { assertUnsentIn } from '../letter/repository.ts'
import { hasDossier } from '../supervision/repository.ts'

type Answer = Parameters<Handlers<'field'>['draft']>[1]

export const field: Handlers<'field'> = {
  get: (context, place) => ({ field: fieldOf(listHeadsOf(context.db, place)), draft: findDraft(context, place) ?? null }),

  draft: (context, answer) => {
    assertGiven(context, { ...answer, kind: 'set', reason: null })
    return saveDraft(context, answer as Draft)
  },

  dropDraft: (context, place) => {
    dropDraft(context, place)
    return {}
  },

  record: (context, answer) => {
    dropDraft(context, answer)
    return write(context, { ...answer, kind: 'set' })
  },

  settle: (context, answer) => {
    dropSettled(context, answer as Draft)
    return write(context, { ...answer, kind: 'settle' })
  },

  history: ({ db }, place) => {
    const heads = new Set(listHeadsOf(db, place).map(({ id }) => id))
    return listHistory(db, place).map(({ id, author, at, kind, parents, content }) => ({
      id, author, at, kind, parents, value: content?.value ?? null, reason: content?.reason ?? null, erased: content === null, head: heads.has(id),
    }))
  },

  erase: async (context, { change, reason }) => {
    if (['inspection', 'dossier'].includes(getEntry(context.db, change).entity)) throw appError('not-erasable', {})
    const saved = context.db.transaction(() => erase(context, change, reason)).immediate()
    forgetPages(context.db)
    forgetKept(context, getEntry(context.db, change).inspection)
    deleteUnnamed(context, getEntry(context.db, change).inspection)
    return saved
  },
}

function write(context: Context, given: Given & Pick<Answer, 'seen'>): { savedAt: string } {
  assertGiven(context, given)
  const { inspection, ...edit } = given
  return record(context, inspection, [edit as Edit])
}

/** Refuses what the framework does not allow; and another framework under an inspection that has one. A supervision file has none. */
function assertGiven({ db }: Context, given: Given): void {
  const { hash, framework } = hasDossier(db, given.inspection) ? { hash: null, framework: null } : getFrameworkOf(db, given.inspection)
  assertAllowed(framework, given)
  const { entity, field, value } = given
  assertByHand(given, () => listHeadsOf(db, given).some(({ content }) => content !== null && canonical(content.value) === canonical(value)))
  if (value !== null && !schemaOf(entity, field)!.safeParse(value).success) throw appError('value-invalid', { field: `${entity}.${field}` })
  if (entity === 'inspection' && field === 'organisation' && value === null) throw appError('value-invalid', { field: `${entity}.${field}` })
  assertUnsentIn(db, given)
  if (entity === 'finding' && value !== null) assertExamined(db, given)
  if (entity === 'inspection' && field === 'framework' && value !== hash) throw appError('framework-fixed', {})
}

/** Refuses an answer on what this visit does not examine: the scope is made wider first, with a reason. */
function assertExamined(db: Db, { inspection, entityId }: Given): void {
  const { value: scope } = getInspection(db, inspection).scope
  if (scope === null || scope.includes(entityId)) return
  throw appError('not-examined', { expectation: expectationOf(getFrameworkOf(db, inspection).framework, entityId)!.number })
}
