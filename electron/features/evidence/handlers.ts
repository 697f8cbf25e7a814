import { rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { forgetKept } from '../bundle/kept.ts'
import { type Edit, statesOf } from '../../../shared/domain/entity.ts'
import { Evidence, EvidenceFile } from '../../../shared/domain/evidence.ts'
import { nextLabel } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import { appendAudit } from '../../db/audit.ts'
import { listAnswers, listHeadsOfEntity, listHistory, record } from '../../db/change-log.ts'
import { erase, forgetPages } from '../../db/erase.ts'
import type { Context, Handlers } from '../../context.ts'
import type { Taken } from '../../evidence-desk.ts'
import { openBytes } from '../bundle/file.ts'
import { labelsOf, listLinks } from '../document/repository.ts'
import { getInspection } from '../inspection/repository.ts'
import { takeIn } from './intake.ts'
import { listEvidence } from './listed.ts'
import { findFile, saveFile } from './repository.ts'
import { deleteUnnamed, findHere, openEvidence, pathOf } from './store.ts'

type Place = { inspection: string; evidence: string }
type From = Pick<Parameters<Handlers<'evidence'>['add']>[1], 'derivedFrom' | 'scanOf'>

export const evidence: Handlers<'evidence'> = {
  list: (context, { inspection }) => listEvidence(context, inspection),

  get: ({ db }, { inspection, evidence: id }) => ({
    fields: statesOf('evidence', listHeadsOfEntity(db, inspection, 'evidence', id))(id), links: listLinks(db, inspection).get(id) ?? [],
  }),

  view: (context, place) => {
    const about = fileOf(context, place)
    const { inspection } = place
    const stored = findHere(context, inspection, about.sha256)
    return stored
      ? { handle: context.desk.show({ inspection, sha256: about.sha256 }), type: stored.type, size: stored.size }
      : { handle: null, type: about.type, size: about.size }
  },

  add: async (context, { inspection, file, ...from }) => {
    getInspection(context.db, inspection)
    const taken = context.desk.take(file) ?? await readFile(context, inspection, file)
    try {
      if (taken.inspection !== inspection) throw appError('not-found', { what: 'file', id: file })
      return context.db.transaction(() => enter(context, taken, from)).immediate()
    } finally {
      if (findFile(context.db, taken.inspection, taken.about.sha256)?.file !== taken.file) rmSync(pathOf(context, taken.file), { force: true })
    }
  },

  save: async (context, { file, ...place }) => {
    const stored = findHere(context, place.inspection, fileOf(context, place).sha256)
    if (!stored) throw appError('evidence-missing', {})
    context.db.transaction(() => appendAudit(context, place.inspection, 'evidence-saved', place.evidence)).immediate()
    const written = await open(context.files.toWrite(file).path, 'w', 0o600)
    try {
      for await (const bytes of openEvidence(context, stored)) await written.writeFile(bytes)
      await written.sync()
    } finally {
      await written.close()
    }
    return { size: stored.size }
  },

  erase: async (context, { inspection, evidence: entityId, reason }) => {
    const { db, now } = context
    fileOf(context, { inspection, evidence: entityId })
    const fields = Object.keys(Evidence.shape).filter((field) => field !== 'label')
    db.transaction(() => {
      const said = fields.flatMap((field) => listHistory(db, { inspection, entity: 'evidence', entityId, field })).filter(({ content }) => content !== null)
      for (const { id } of said) erase(context, id, reason)
    }).immediate()
    forgetPages(db)
    forgetKept(context, inspection)
    deleteUnnamed(context, inspection)
    return { savedAt: now() }
  },
}

/** What the log says of evidence; what differs or was erased says nothing. */
function fileOf({ db }: Context, { inspection, evidence: id }: Place) {
  const file = statesOf('evidence', listHeadsOfEntity(db, inspection, 'evidence', id))(id).file.value
  if (file === null) throw appError('not-found', { what: 'evidence', id })
  return file
}

async function readFile(context: Context, inspection: string, handle: string): Promise<Taken> {
  const { path, name } = context.files.toRead(handle)
  const bytes = await openBytes(path)
  try {
    return await takeIn(context, inspection, bytes.stream(0, bytes.size), name)
  } finally {
    await bytes.close()
  }
}

/** The evidence that is this file, by its id. */
function findEvidence({ db }: Context, inspection: string, sha256: string): string | undefined {
  const files = listAnswers(db, inspection, 'evidence').filter(({ field }) => field === 'file')
  return files.find(({ value }) => EvidenceFile.safeParse(value).data?.sha256 === sha256)?.entityId
}

/** The same file is the same evidence: it is entered once. Runs inside a transaction. */
function enter(context: Context, { inspection, file, crc32, about, takenAt }: Taken, { derivedFrom, scanOf }: From) {
  const { db, newId, now } = context
  const { sha256, size, type, removed } = about
  const here = findHere(context, inspection, sha256)
  const known = findEvidence(context, inspection, sha256)
  if (!here) saveFile(db, { inspection, sha256, file, size, crc32, type })
  if (known) {
    const said = statesOf('evidence', listHeadsOfEntity(db, inspection, 'evidence', known))(known)
    const seen = said.scanOf.heads.map(({ id }) => id)
    const edit: Edit = { entity: 'evidence', entityId: known, field: 'scanOf', value: scanOf, kind: 'set', reason: null, seen }
    const { savedAt } = scanOf === null || said.scanOf.value === scanOf ? { savedAt: now() } : record(context, inspection, [edit])
    return { id: known, label: said.label.value, known: true, removed, savedAt }
  }
  const [entityId, label] = [newId(), nextLabel('F', labelsOf(db, inspection, 'evidence'))]
  const as = { entity: 'evidence', entityId, kind: 'set', reason: null, seen: [] } as const
  const edits: Edit[] = [
    { ...as, field: 'label', value: label }, { ...as, field: 'file', value: about },
    ...(takenAt === null ? [] : [{ ...as, field: 'takenAt' as const, value: takenAt }]),
    ...(derivedFrom === null ? [] : [{ ...as, field: 'derivedFrom' as const, value: derivedFrom }]),
    ...(scanOf === null ? [] : [{ ...as, field: 'scanOf' as const, value: scanOf }]),
  ]
  return { id: entityId, label, known: false, removed, ...record(context, inspection, edits) }
}
