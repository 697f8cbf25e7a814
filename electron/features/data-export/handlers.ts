import type { DataExport } from '../../../shared/domain/data-export.ts'
import { missingTermsOf, withDecision } from '../../../shared/domain/archive-terms.ts'
import { assessmentResultsOf, planOfActionOf } from '../../../shared/domain/oscal-results.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import { namedId } from '../../crypto/named-id.ts'
import { atOnce, giveRoom } from '../../db/at-once.ts'
import { listLogIdsOf } from '../../db/change-log.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import type { Db } from '../../db/open.ts'
import { writeWhole } from '../../whole-file.ts'
import { assertUnprivileged, listPrivileged } from '../privacy/privilege.ts'
import { writeArchive } from './archive.ts'
import { exportOf } from './gather.ts'
import { getArchiveTerms, saveArchiveTerms } from './repository.ts'
import { writeTables } from './tables.ts'

/** Mebibytes of pages that going through all inspections may hold: the index of a million answers is about a hundred. */
const ROOM = 256

export const dataExport: Handlers<'dataExport'> = {
  write: async (context, { inspection, format, file }, { signal }) => {
    const { path } = context.files.toWrite(file)
    const whole = gather(context, inspection)
    if (format === 'xlsx' || format === 'csv') {
      const { size } = await writeTables(path, format, [whole], { signal })
      return { size }
    }
    const bytes = Buffer.from(`${JSON.stringify(documentOf(whole, format), null, 2)}\n`)
    writeWhole(path, bytes)
    return { size: bytes.length }
  },

  writeAll: async ({ db, files }, { format, file }, { signal, progress }) => {
    const { path } = files.toWrite(file)
    const all = listLogIdsOf(db, 'inspection')
    const free = all.filter((inspection) => listPrivileged(db, inspection).length === 0)
    let done = 0
    const onInspection = () => progress({ done: ++done, total: free.length })
    const giveBack = giveRoom(db, ROOM)
    try {
      const written = await writeTables(path, format, exportsOf(db, free), { signal, onInspection })
      return { ...written, inspections: free.length, leftOut: all.length - free.length }
    } finally {
      giveBack()
    }
  },

  archive: async (context, { inspection, file }, run) => {
    assertUnprivileged(context.db, inspection)
    return writeArchive(context, inspection, context.files.toWrite(file).path, run)
  },

  terms: ({ db }) => shown(db),

  setTerms: ({ db }, { terms }) => {
    saveArchiveTerms(db, withDecision(getArchiveTerms(db), terms))
    return shown(db)
  },
}

/** What the screen calls saved must not be missing, so what is being typed is recorded first. */
function gather(context: Context, inspection: string): DataExport {
  const { db } = context
  return db.transaction(() => {
    assertUnprivileged(db, inspection)
    for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
    return exportOf(db, inspection)
  }).immediate()
}

function documentOf(whole: DataExport, format: 'json' | 'oscal' | 'poam'): unknown {
  if (format === 'json') return whole
  if (format === 'oscal') return assessmentResultsOf(whole, namedId)
  const plan = planOfActionOf(whole, namedId)
  if (!plan) throw appError('no-improvement-points', {})
  return plan
}

function* exportsOf(db: Db, inspections: readonly string[]): Generator<DataExport> {
  for (const inspection of inspections) yield atOnce(db, inspection, () => exportOf(db, inspection))
}

function shown(db: Db) {
  const terms = getArchiveTerms(db)
  return { terms, missing: missingTermsOf(terms) }
}
