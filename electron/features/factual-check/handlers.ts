import type { Edit } from '../../../shared/domain/entity.ts'
import { fieldOf } from '../../../shared/domain/field.ts'
import { expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { createDigest } from '../../crypto/digest.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import { findDraft } from '../../db/draft.ts'
import { keepVersion } from '../../db/kept-version.ts'
import { openBytes } from '../bundle/file.ts'
import { getFrameworkOf, getInspection, getStateHash } from '../inspection/repository.ts'
import { gather, linesOf, revealedIn } from './gather.ts'
import { bytesOfPackage, filesOfPackage, gatherPackage, sentOf, writePackage } from './package.ts'
import { editsOfRemark, getCheck, previewForm, processRemark, takeForm } from './remarks.ts'
import {
  asideAt, checkBlockersIn, headsAt, listChanged, listChecks, listForms, type ListedRemark, listRemarks, listViews, numberAt, printedAt, saidIn,
} from './repository.ts'

export const factualCheck: Handlers<'factualCheck'> = {
  get: (context, { inspection, day }) => {
    const { db } = context
    const { hash, framework } = getFrameworkOf(db, inspection)
    const checks = listChecks(db, inspection)
    return {
      framework: hash,
      checks: checks.map(({ sent: { places, ...sent }, ...check }) => ({ ...check, sent, lines: places.reduce((sum, { starts }) => sum + starts.length, 0) })),
      forms: listForms(db, inspection),
      remarks: listRemarks(db, inspection, checks).map((remark) => shownOf(context, inspection, framework, remark)),
      changed: listChanged(db, inspection, checks).map(({ place: _, ...changed }) => changed),
      views: listViews(db, inspection, day).map((view) => ({
        ...view, drafts: { summary: draftOf(context, inspection, 'view', view.id, 'summary'), reply: draftOf(context, inspection, 'view', view.id, 'reply') },
      })),
      blockers: checkBlockersIn(db, inspection, day),
    }
  },

  preview: (context, { inspection, language }) => {
    const { sections, different } = gather(context.db, inspection, language)
    let line = 0
    const lines = sections.flatMap(({ title, places }) =>
      places.flatMap(({ entity, entityId, number, lines: texts }) => texts.map((text) => ({ line: ++line, entity, entityId, section: title, number, text }))))
    return { lines, different, reveals: revealedIn(context, inspection, sections) }
  },

  write: async (context, { inspection, file, on, term, language = 'nl' }, { signal }) => {
    const { db, files, newId } = context
    const place = files.toWrite(file)
    const gathered = db.transaction(() => gatherPackage(context, { inspection, on, term, language })).immediate()
    const id = newId()
    const made = await filesOfPackage({ inspection, check: id }, gathered)
    const written = await bytesOfPackage(place, made)
    signal.throwIfAborted()
    const sent = sentOf(gathered, made)
    const edits: Edit[] = [{ entity: 'factualCheck', entityId: id, field: 'sent', kind: 'set', value: sent, reason: null, seen: [] }]
    // what is out and not recorded could not be answered, so nothing is recorded where it cannot be written
    const [saved, size] = db.transaction(() => {
      if (getStateHash(db, inspection) === gathered.state) keepVersion(context, inspection, 'check', gathered.state)
      return [give(context, inspection, edits), writePackage(place, written)] as const
    }).immediate()
    return { id, ...saved, size, due: sent.due, lines: sent.places.reduce((sum, { starts }) => sum + starts.length, 0) }
  },

  previewForm: async (context, { inspection, check, file }) => {
    const { path, name } = context.files.toRead(file)
    return { name, ...await previewForm(context, { inspection, check }, path, name) }
  },

  takeForm: async (context, { file, ...taking }) => {
    const { path, name } = context.files.toRead(file)
    return takeForm(context, taking, path, name)
  },

  add: (context, { inspection, ...remark }) => {
    getCheck(context.db, inspection, remark.check)
    const id = context.newId()
    return { id, ...give(context, inspection, editsOfRemark(id, { form: null, where: null, ...remark })) }
  },

  process: (context, { inspection, remark }) => {
    getInspection(context.db, inspection)
    return processRemark(context, inspection, remark)
  },

  addView: (context, { inspection, subject, what }) => {
    const id = context.newId()
    const as = { entity: 'view', entityId: id, kind: 'set', reason: null, seen: [] } as const
    return { id, ...give(context, inspection, [{ ...as, field: 'subject', value: subject }, { ...as, field: 'what', value: what }]) }
  },

  receiveView: async (context, { inspection, view, file, on }, { signal }) => {
    const { db } = context
    if (!listViews(db, inspection, on).some(({ id }) => id === view)) throw appError('not-found', { what: 'view', id: view })
    const sha256 = await digestOfFile(context.files.toRead(file).path, signal)
    const seen = (field: string) => listHeadsOf(db, { inspection, entity: 'view', entityId: view, field }).map(({ id }) => id)
    const as = { entity: 'view', entityId: view, kind: 'set', reason: null } as const
    const edits: Edit[] = [{ ...as, field: 'file', value: sha256, seen: seen('file') }, { ...as, field: 'receivedOn', value: on, seen: seen('receivedOn') }]
    return { sha256, ...db.transaction(() => give(context, inspection, edits)).immediate() }
  },
}

async function digestOfFile(path: string, signal: AbortSignal): Promise<string> {
  const [bytes, digest] = [await openBytes(path), createDigest()]
  try {
    for await (const piece of bytes.stream(0, bytes.size)) {
      signal.throwIfAborted()
      digest.add(piece)
    }
    return digest.end().sha256
  } finally {
    await bytes.close()
  }
}

/** A remark with its line as it went out, and what became of the text. */
function shownOf(context: Context, inspection: string, framework: Framework, { id, fields, standing, late, place, index }: ListedRemark) {
  const { db } = context
  const draft = draftOf(context, inspection, 'remark', id, 'answer')
  const expectation = fields.expectation.value
  const without = { number: expectation === null ? null : expectationOf(framework, expectation)?.number ?? expectation, text: null, target: null, before: null, after: null, moved: false }
  if (place === null) return { id, fields, draft, standing, late, ...without }
  const said = saidIn(db, inspection, place, place.change)
  const heads = headsAt(db, inspection, place)
  const printed = (change: string | undefined) => (change === undefined ? null : printedAt(framework, place, saidIn(db, inspection, place, change)))
  const { before, after } = fields.processed.value ?? {}
  const { entity, entityId, field } = place
  const isTyped = entity !== 'profile' && field !== 'rating'
  return {
    id, fields, draft, standing, late, number: numberAt(framework, place),
    text: said === null ? null : linesOf(framework, place, said, asideAt(db, inspection, place))[index] ?? null,
    target: isTyped ? { entity, entityId, field, text: fieldOf<string>(heads), draft: draftOf(context, inspection, entity, entityId, field) } : null,
    before: printed(before), after: printed(after), moved: after !== undefined && !heads.some((head) => head.id === after),
  }
}

function draftOf(context: Context, inspection: string, entity: 'remark' | 'view' | 'finding' | 'appraisal', entityId: string, field: string): string | null {
  const draft = findDraft(context, { inspection, entity, entityId, field })
  return typeof draft === 'string' ? draft : null
}

function give(context: Context, inspection: string, edits: readonly Edit[]): { savedAt: string } {
  const { framework } = getFrameworkOf(context.db, inspection)
  for (const edit of edits) assertAllowed(framework, { inspection, ...edit })
  return record(context, inspection, edits)
}
