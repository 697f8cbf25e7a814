import type { Handlers } from '../../context.ts'
import { keepVersion, listVersions } from '../../db/kept-version.ts'
import { writeWhole } from '../../whole-file.ts'
import { getStateHash } from '../inspection/repository.ts'
import { bytesOfPage } from './formats.ts'
import { answerProse, listProseHits } from './prose.ts'
import { changesBetween, comparisonHtml } from './versions.ts'

type Proofreading = 'prose' | 'answerProse' | 'versions' | 'keepVersion' | 'compare' | 'writeComparison'

/** What is asked of a report besides the report itself: whether its sentences are true, and what became of it. */
export const proofread: Pick<Handlers<'report'>, Proofreading> = {
  prose: ({ db }, { inspection, language = 'nl' }) => listProseHits(db, inspection, language),

  answerProse: (context, { inspection, language = 'nl', right, ...asked }) => answerProse(context, inspection, language, asked, right),

  versions: ({ db }, { inspection }) => listVersions(db, inspection),

  keepVersion: (context, { inspection }) => ({ id: keepVersion(context, inspection, 'kept', getStateHash(context.db, inspection)) }),

  compare: ({ db }, { inspection, before, after, language = 'nl' }) => changesBetween(db, inspection, before, after, language),

  writeComparison: async (context, { inspection, before, after, language = 'nl', format, file }, { signal }) => {
    const { db, files } = context
    const { path } = files.toWrite(file)
    const [page, state] = [comparisonHtml(db, inspection, before, after, language), getStateHash(db, inspection)]
    const title = language === 'nl' ? 'Wijzigingen in het rapport' : 'Changes in the report'
    const bytes = await bytesOfPage(context, format, page, { language, title, inspectorate: '', marks: [`${inspection}, ${state}`] }, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}
