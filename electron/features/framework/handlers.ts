import { type Framework, parseFramework } from '../../../shared/domain/framework.ts'
import { appError } from '../../../shared/errors.ts'
import type { Handlers } from '../../context.ts'
import { appendAudit } from '../../db/audit.ts'
import type { Files } from '../../files.ts'
import { readJson } from '../../json-file.ts'
import { drafts } from './drafts.ts'
import { acceptFramework, addFramework, getFramework, listFrameworks } from './repository.ts'
import { summaryOf } from './summary.ts'

/** The largest framework file that is read, in bytes: some 5,000 expectations. */
const LARGEST = 20_000_000

export const framework: Handlers<'framework'> = {
  ...drafts,

  list: ({ db }) => {
    const all = listFrameworks(db).map(({ framework, origin, used }) => ({ ...summaryOf(framework), origin, used }))
    return all.map((one) => ({ ...one, hasNamesake: all.some((other) => isNamesake(one, other)) }))
  },

  get: ({ db }, { hash }) => getFramework(db, hash),

  check: async ({ host }, { file }) => summaryOf(await readFramework(host.files, file)),

  import: async ({ db, files }, { file }) => {
    const framework = await readFramework(files, file)
    const { known } = db.transaction(() => addFramework(db, framework, 'imported')).immediate()
    const summary = summaryOf(framework)
    return { ...summary, known, hasNamesake: listFrameworks(db).some((other) => isNamesake(summary, summaryOf(other.framework))) }
  },

  accept: (context, { hash }) => {
    const { db, keys } = context
    if (keys.role !== 'office') throw appError('office-only', {})
    acceptFramework(db, hash)
    appendAudit(context, keys.workspace, 'framework-accepted', hash)
    return summaryOf(getFramework(db, hash))
  },
}

async function readFramework(files: Files, file: string): Promise<Framework> {
  return parseFramework(await readJson(files.toRead(file).path, LARGEST))
}

type Summary = ReturnType<typeof summaryOf>

/** Whether two versions are called the same and are not. */
const isNamesake = (one: Summary, other: Summary) => one.id === other.id && one.version === other.version && one.hash !== other.hash
