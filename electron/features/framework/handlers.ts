import { assessedOf, type Framework, listedOf, parseFramework } from '../../../shared/domain/framework.ts'
import { hash } from '../../crypto/hash.ts'
import type { Handlers } from '../../context.ts'
import type { Files } from '../../files.ts'
import { readJson } from '../../json-file.ts'
import { addFramework, getFramework, listFrameworks } from './repository.ts'

/** The largest framework file that is read, in bytes: some 5,000 expectations. */
const LARGEST = 20_000_000

export const framework: Handlers<'framework'> = {
  list: ({ db }) => listFrameworks(db).map(({ framework, origin, used }) => ({ ...summaryOf(framework), origin, used })),

  get: ({ db }, { hash }) => getFramework(db, hash),

  check: async ({ host }, { file }) => summaryOf(await readFramework(host.files, file)),

  import: async ({ db, files }, { file }) => {
    const framework = await readFramework(files, file)
    const { known } = db.transaction(() => addFramework(db, framework, 'imported')).immediate()
    return { ...summaryOf(framework), known }
  },
}

async function readFramework(files: Files, file: string): Promise<Framework> {
  return parseFramework(await readJson(files.toRead(file).path, LARGEST))
}

function summaryOf(framework: Framework) {
  const { id, version, title } = framework
  const ownWording = listedOf(framework).filter(({ wording }) => wording === 'ownWording').length
  return { hash: hash(framework), id, version, title, listed: listedOf(framework).length, assessed: assessedOf(framework).length, ownWording }
}
