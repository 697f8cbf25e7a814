import { reachOf } from '../../../shared/domain/coverage.ts'
import { type Edit, statesOf } from '../../../shared/domain/entity.ts'
import { expectationsIn, partIdOf, partsOf, tagsIn } from '../../../shared/domain/interview.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { listHeads, listHeadsOf, listHeadsOfEntity, record } from '../../db/change-log.ts'
import { dropDraft, findDraft, listDrafts, saveDraft } from '../../db/draft.ts'
import type { Context, Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { getActivity, listPlanned } from '../activity/repository.ts'
import { getFrameworkOf, getSummary } from '../inspection/repository.ts'
import { getCoverage } from '../source/repository.ts'
import { guideOf, listNotes } from './repository.ts'
import { sheetHtml } from './sheet.ts'

type Talk = Parameters<Handlers<'interview'>['get']>[1]

export const interview: Handlers<'interview'> = {
  get: (context, at) => {
    const { db } = context
    const { hash, framework } = getFrameworkOf(db, at.inspection)
    const activity = getActivity(db, at.inspection, at.talk, 'interview')
    const notes = listNotes(db, at.inspection, framework).filter(({ talk }) => talk === at.talk)
    const askedOf = statesOf('asked', listHeads(db, at.inspection, 'asked'))
    return {
      framework: hash,
      activity,
      questions: guideOf(db, at.inspection, framework, at.talk, activity.role.value).map(({ id, text, expectations, own }) => ({
        id, text, own, expectations: [...expectations], asked: askedOf(partIdOf(at.talk, id)).asked,
        notes: notes.filter(({ question }) => question.value === id).length,
      })),
      notes: notes.map(({ id, when, author, question, tags, text, expectations, followUp }) => ({
        id, at: when, author, question: question.value, tags: [...tags], draft: draftOf(context, at, id, 'text'), text, expectations, followUp,
      })),
      typed: typedIn(context, at),
      open: openFor(context, at),
    }
  },

  type: (context, { text, question, ...at }) => {
    getActivity(context.db, at.inspection, at.talk, 'interview')
    const entityId = findTyped(context, at) ?? partIdOf(at.talk, context.newId())
    const place = { inspection: at.inspection, entity: 'note' as const, entityId }
    for (const [field, value] of [['text', text.trim() === '' ? null : text], ['question', text.trim() === '' ? null : question]] as const) {
      if (value === null) dropDraft(context, { ...place, field })
      else saveDraft(context, { ...place, field, value, seen: [] } as Parameters<typeof saveDraft>[1])
    }
    return { savedAt: context.now() }
  },

  note: (context, { text, question: asked, followUp, ...at }) => {
    const { framework } = getFrameworkOf(context.db, at.inspection)
    const { role } = getActivity(context.db, at.inspection, at.talk, 'interview')
    const question = guideOf(context.db, at.inspection, framework, at.talk, role.value).find(({ id }) => id === asked)
    const entityId = findTyped(context, at) ?? partIdOf(at.talk, context.newId())
    for (const field of ['text', 'question']) dropDraft(context, { inspection: at.inspection, entity: 'note', entityId, field })
    const written = { entity: 'note', entityId, kind: 'set', reason: null, seen: [] } as const
    const saved = give(context, at.inspection, [
      { ...written, field: 'text', value: text.trim() },
      { ...written, field: 'at', value: context.now() },
      { ...written, field: 'expectations', value: [...expectationsIn(framework, text, question)] },
      ...(question ? [{ ...written, field: 'question' as const, value: question.id }] : []),
      ...(followUp ? [{ ...written, field: 'followUp' as const, value: 'open' as const }] : []),
    ])
    return { id: entityId, unknown: tagsIn(framework, text).unknown, ...saved }
  },

  ask: (context, { text, expectations, ...at }) => {
    getActivity(context.db, at.inspection, at.talk, 'interview')
    const id = context.newId()
    const written = { entity: 'question', entityId: partIdOf(at.talk, id), kind: 'set', reason: null, seen: [] } as const
    return { id, ...give(context, at.inspection, [{ ...written, field: 'text', value: text }, { ...written, field: 'expectations', value: expectations }]) }
  },

  turn: (context, { state, seen, ...at }) => {
    const { startedAt } = getActivity(context.db, at.inspection, at.talk, 'interview')
    const written = { entity: 'activity', entityId: at.talk, kind: 'set', reason: null } as const
    const headsOf = (field: string) => listHeadsOf(context.db, { inspection: at.inspection, entity: 'activity', entityId: at.talk, field }).map(({ id }) => id)
    return give(context, at.inspection, [
      { ...written, field: 'state', value: state, seen },
      ...(state === 'busy' && startedAt.heads.length === 0 ? [{ ...written, field: 'startedAt' as const, value: context.now(), seen: [] }] : []),
      ...(state === 'done' ? [{ ...written, field: 'endedAt' as const, value: context.now(), seen: headsOf('endedAt') }] : []),
    ])
  },

  print: async ({ db, files }, { inspection, talk, file }) => {
    const { path } = files.toWrite(file)
    const { framework } = getFrameworkOf(db, inspection)
    const activity = getActivity(db, inspection, talk, 'interview')
    const questions = guideOf(db, inspection, framework, talk, activity.role.value)
    const bytes = Buffer.from(sheetHtml({ framework, activity, questions, summary: getSummary(db, inspection) }))
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}

function give(context: Context, inspection: string, edits: readonly Edit[]): { savedAt: string } {
  const { framework } = getFrameworkOf(context.db, inspection)
  for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
  return record(context, inspection, edits)
}

/** The note that is being typed: one of this talk that only has a draft. */
function findTyped(context: Context, { inspection, talk }: Talk): string | undefined {
  return listDrafts(context, inspection).find(({ entity, entityId, field }) =>
    entity === 'note' && field === 'text' && partsOf(entityId)[0] === talk
    && listHeadsOfEntity(context.db, inspection, 'note', entityId).length === 0)?.entityId
}

function typedIn(context: Context, at: Talk): { text: string; question: string | null } | null {
  const id = findTyped(context, at)
  return id === undefined ? null : { text: draftOf(context, at, id, 'text') ?? '', question: draftOf(context, at, id, 'question') }
}

function draftOf(context: Context, { inspection }: Talk, entityId: string, field: string): string | null {
  const draft = findDraft(context, { inspection, entity: 'note', entityId, field })
  return typeof draft === 'string' ? draft : null
}

/** What this talk can speak to and no source does yet. */
function openFor({ db }: Context, { inspection, talk }: Talk): string[] {
  const { framework } = getFrameworkOf(db, inspection)
  const reach = reachOf(framework, listPlanned(db, inspection).find(({ id }) => id === talk)!)
  return getCoverage(db, inspection).without.filter((expectation) => reach.has(expectation))
}
