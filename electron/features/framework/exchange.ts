import { adoptionBlockersOf, officialFrom, withOfficial } from '../../../shared/domain/framework-official.ts'
import { faultInWords } from '../../../shared/domain/framework-file.ts'
import { faultsIn, type Framework } from '../../../shared/domain/framework.ts'
import { warningsOfRule } from '../../../shared/domain/rule-warning.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context, Handlers } from '../../context.ts'
import type { Files } from '../../files.ts'
import { assertSound, readFramework, UNRULED } from './formats/read.ts'
import { readSheets } from './formats/workbook.ts'
import { writeFramework, writeTemplate } from './formats/write.ts'
import { addDraft, addFramework, getFramework, listFrameworks } from './repository.ts'
import { summaryOf } from './summary.ts'

/** Frameworks in and out of files. What a catalog of another kind does not say, such as the decision rule, must be decided on first, so it becomes a draft. */
export const exchange: Pick<Handlers<'framework'>, 'check' | 'import' | 'export' | 'template' | 'officialPreview' | 'official' | 'officialFile'> = {
  check: async ({ host }, { file }) => {
    const { framework, kind, notes } = await readFramework(host.files.toRead(file).path)
    return { ...summaryOf(framework), kind, notes, blockers: adoptionBlockersOf(framework).length, warnings: warningsOfRule(framework) }
  },

  import: async (context, { file }) => {
    const { framework, kind, notes } = await readFramework(context.files.toRead(file).path)
    const summary = summaryOf(framework)
    if (UNRULED.includes(kind)) return { ...summary, kind, notes, known: false, hasNamesake: false, draft: draftOf(context, framework) }
    const { known } = context.db.transaction(() => addFramework(context.db, framework, 'imported')).immediate()
    return { ...summary, kind, notes, known, hasNamesake: hasNamesake(context, framework, summary.hash), draft: null }
  },

  export: async ({ db, files }, { hash, format, file }) => writeFramework(files.toWrite(file).path, getFramework(db, hash), format),

  template: async ({ host }, { language, file }) => writeTemplate(host.files.toWrite(file).path, language),

  officialPreview: async ({ db, files }, { hash, file, version }) => {
    const { framework, lines, notes } = await officialOf(files, file, getFramework(db, hash), version)
    return { after: framework, lines, notes, blockers: adoptionBlockersOf(framework) }
  },

  official: async ({ db, files }, { hash, file, version }) => {
    const { framework } = await officialOf(files, file, getFramework(db, hash), version)
    const { known } = db.transaction(() => addFramework(db, framework, 'made')).immediate()
    return { ...summaryOf(framework), known, blockers: adoptionBlockersOf(framework) }
  },

  officialFile: async ({ host: { files } }, { framework: from, official, version, file }) => {
    const before = (await readFramework(files.toRead(from).path)).framework
    const { framework, lines, notes } = await officialOf(files, official, before, version ?? before.version)
    await writeFramework(files.toWrite(file).path, framework, 'json')
    return { ...summaryOf(framework), lines, notes, blockers: adoptionBlockersOf(framework) }
  },
}

function draftOf({ db, newId, now }: Context, body: Framework): string {
  const id = newId()
  db.transaction(() => addDraft(db, { id, base: null, saved: now(), body })).immediate()
  return id
}

const hasNamesake = ({ db }: Context, { id, version }: Framework, hash: string) =>
  listFrameworks(db).some((other) => other.framework.id === id && other.framework.version === version && other.hash !== hash)

/** A framework with the official words that a file has for it. Errors: `framework-faulty`, `official-nothing`. */
async function officialOf(files: Files, file: string, before: Framework, version: string) {
  const { lines, faults, notes } = officialFrom(before, await readSheets(files.toRead(file).path))
  assertSound(faults)
  if (lines.length === 0) throw appError('official-nothing', {})
  const framework = withOfficial(before, lines, version)
  assertSound(faultsIn(framework).map((fault) => faultInWords(framework, fault)))
  return { framework, lines: lines.length, notes }
}
