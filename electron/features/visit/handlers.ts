import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { expectationsIn, partIdOf, partsOf } from '../../../shared/domain/interview.ts'
import { methodOf } from '../../../shared/domain/method.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOfEntity, record } from '../../db/change-log.ts'
import { dropDraft, findDraft, listDrafts, saveDraft } from '../../db/draft.ts'
import type { Context, Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { getFrameworkOf, getSummary, listTeam } from '../inspection/repository.ts'
import { bytesOfPage } from '../report/formats.ts'
import { closingOf, listLoose } from './closing.ts'
import { receiptHtml } from './receipt.ts'
import { getVisit, listAgreements, listDangers, listOpenDangers, listVisits } from './repository.ts'
import { workOf } from './work.ts'

const written = { kind: 'set', reason: null, seen: [] } as const

export const visit: Handlers<'visit'> = {
  list: (context, { inspection }) => {
    const { db } = context
    const [agreements, drafts] = [listAgreements(db, inspection), draftsOf(context, inspection)]
    return {
      visits: listVisits(db, inspection).map(({ id, fields }) => ({ id, fields, drafts: drafts.get(id) ?? {}, agreements: agreements.get(id) ?? [] })),
      dangers: listDangers(db, inspection).map(({ id, fields, unanswered }) => ({ id, fields, unanswered, draft: drafts.get(id)?.agreed ?? null })),
    }
  },

  add: (context, { inspection, day, unit }) => {
    const at = { ...written, entity: 'visit', entityId: context.newId() } as const
    return give(context, inspection, [{ ...at, field: 'day', value: day }, ...(unit === null ? [] : [{ ...at, field: 'unit' as const, value: unit }])])
  },

  agree: (context, { inspection, visit, what }) => {
    getVisit(context.db, inspection, visit)
    const at = { ...written, entity: 'agreement', entityId: context.newId() } as const
    return give(context, inspection, [{ ...at, field: 'visit', value: visit }, { ...at, field: 'what', value: what }])
  },

  addDanger: (context, { inspection, pseudonym, seen }) => {
    const at = { ...written, entity: 'danger', entityId: context.newId() } as const
    return give(context, inspection, [{ ...at, field: 'pseudonym', value: pseudonym }, { ...at, field: 'seen', value: seen }])
  },

  receipt: async (context, { inspection, visit, format, file }, { signal }) => {
    const { db, files, person } = context
    const { path } = files.toWrite(file)
    const page = receiptHtml({
      organisation: getSummary(db, inspection).organisation.name, inspectorate: person.inspectorate, visit: getVisit(db, inspection, visit),
      team: listTeam(db, inspection).flatMap(({ member }) => member.value ?? []),
      agreements: (listAgreements(db, inspection).get(visit) ?? []).map(({ fields }) => fields),
    })
    const bytes = await bytesOfPage(context, format, page, { title: 'Bewijs van bezoek', inspectorate: person.inspectorate, marks: [] }, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { size: bytes.length }
  },

  typed: (context, { inspection }) => {
    const entityId = findTyped(context, inspection)
    if (entityId === undefined) return null
    const textOf = (field: string) => findDraft(context, { inspection, entity: 'note', entityId, field })
    return { text: String(textOf('text') ?? ''), unit: (textOf('unit') as string | undefined) ?? null }
  },

  type: (context, { inspection, text, unit }) => {
    getFrameworkOf(context.db, inspection)
    const entityId = findTyped(context, inspection) ?? partIdOf(inspection, context.newId())
    const place = { inspection, entity: 'note' as const, entityId }
    for (const [field, value] of [['text', text], ['unit', unit]] as const) {
      if (text.trim() === '' || value === null) dropDraft(context, { ...place, field })
      else saveDraft(context, { ...place, field, value, seen: [] })
    }
    return { savedAt: context.now() }
  },

  note: (context, { inspection, text, unit }) => {
    const { framework } = getFrameworkOf(context.db, inspection)
    const entityId = findTyped(context, inspection) ?? partIdOf(inspection, context.newId())
    for (const field of ['text', 'unit']) dropDraft(context, { inspection, entity: 'note', entityId, field })
    const expectations = expectationsIn(framework, text, undefined)
    const at = { ...written, entity: 'note', entityId } as const
    return give(context, inspection, [
      { ...at, field: 'text', value: text.trim() },
      { ...at, field: 'at', value: context.now() },
      ...(unit === null ? [] : [{ ...at, field: 'unit' as const, value: unit }]),
      ...(expectations.length === 0 ? [] : [{ ...at, field: 'expectations' as const, value: [...expectations] }]),
    ])
  },

  loose: (context, { inspection }) => listLoose(context, inspection).map(({ id, when, author, unit, text, expectations }) => ({
    id, at: when, author, unit: unit.value, text, expectations,
  })),

  closing: (context, { inspection, visit }) => closingOf(context, inspection, visit),

  close: (context, { inspection, visit }) => {
    const { closed } = getVisit(context.db, inspection, visit)
    const dangers = listOpenDangers(context.db, inspection).length
    if (dangers > 0) throw appError('danger-open', { count: dangers })
    const open = closingOf(context, inspection, visit).left.filter(({ count }) => count > 0).map(({ code, count }) => ({ code, count }))
    const value = { at: context.now(), open }
    const seen = closed.heads.map(({ id }) => id)
    const { savedAt } = give(context, inspection, [{ ...written, entity: 'visit', entityId: visit, field: 'closed', value, seen }])
    return { savedAt }
  },

  method: ({ db }, { inspection }) => methodOf(workOf(db, inspection)),
}

/** Records edits of one new or known thing. */
function give(context: Context, inspection: string, edits: readonly [Edit, ...Edit[]]): { id: string; savedAt: string } {
  const { framework } = getFrameworkOf(context.db, inspection)
  for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
  return { id: edits[0].entityId, ...record(context, inspection, edits) }
}

/** What is being typed, by the thing that it is about and the field. */
function draftsOf(context: Context, inspection: string): Map<string, Record<string, string>> {
  const typed = listDrafts(context, inspection).filter(({ entity, value }) => ['visit', 'danger'].includes(entity) && typeof value === 'string')
  const byThing = Map.groupBy(typed, ({ entityId }) => entityId)
  return new Map([...byThing].map(([id, own]) => [id, Object.fromEntries(own.map(({ field, value }) => [field, String(value)]))]))
}

/** The note outside any talk that only has a draft. */
function findTyped(context: Context, inspection: string): string | undefined {
  return listDrafts(context, inspection).find(({ entity, entityId, field }) =>
    entity === 'note' && field === 'text' && partsOf(entityId)[0] === inspection
    && listHeadsOfEntity(context.db, inspection, 'note', entityId).length === 0)?.entityId
}
