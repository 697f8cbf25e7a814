import program from '../../../package.json' with { type: 'json' }
import { inspectoratesOf } from '../../../shared/domain/inspection.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { type ReportLanguage, reportTextIdOf, reportTextStateOf } from '../../../shared/domain/report-text.ts'
import { composedTextsOf } from '../../../shared/domain/report-values.ts'
import type { Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { keepVersion } from '../../db/kept-version.ts'
import { writeWhole } from '../../whole-file.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { assertNotCited } from '../privacy/privilege.ts'
import { currentPage } from './current.ts'
import type { About } from './docx.ts'
import { bytesOfPage } from './formats.ts'
import { titleOf } from './front.ts'
import { reportHtml } from './html.ts'
import { both } from './markup.ts'
import { own } from './own.ts'
import { picturesOf } from './pictures.ts'
import { proofread } from './proofread.ts'
import { reportOf } from './repository.ts'
import { isTold } from './told.ts'

export const report: Handlers<'report'> = {
  ...own,
  ...proofread,

  read: ({ db }, { inspection, language = 'nl' }) => currentPage(db, inspection, language).page,

  blocks: ({ db }, { inspection, language = 'nl' }) => {
    const gathered = reportOf(db, inspection)
    return [...composedTextsOf(gathered, gathered.templates[language], language)].map(([block, composed]) => {
      const id = reportTextIdOf(language, block)
      const fields = gathered.reportTextOf(id)
      return { id, block, composed, state: reportTextStateOf({ isThere: isTold(fields.text), basis: fields.basis.value }, composed), fields }
    })
  },

  // what the screen calls saved must not be missing on paper, so what is being typed is recorded first
  write: async (context, { inspection, format, file, language = 'nl' }, { signal }) => {
    const { db, files } = context
    const { path } = files.toWrite(file)
    const [gathered, about] = db.transaction(() => {
      for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
      assertNotCited(db, inspection)
      const gathered = reportOf(db, inspection)
      keepVersion(context, inspection, 'saved', gathered.stateHash)
      return [gathered, aboutOf(db, gathered, language)] as const
    }).immediate()
    const page = async () => reportHtml(gathered, language, await picturesOf(context, gathered))
    const bytes = await bytesOfPage(context, format, page, about, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}

/** Which state the report tells of, and the signed bundle in which that was handed over. */
function aboutOf(db: Db, report: Report, language: ReportLanguage): About {
  const { inspection, stateHash, team } = report
  const bundle = findHandedOver(db, inspection)
  const isOfState = bundle?.header.stateHash === stateHash
  return {
    language,
    source: { inspection, state: stateHash, version: program.version },
    title: titleOf(report)(language),
    inspectorate: inspectoratesOf(team).join(', '),
    marks: [
      both(`Inspectie ${inspection}, stand ${stateHash}`, `Inspection ${inspection}, state ${stateHash}`),
      isOfState
        ? both(`Inspectiebestand ${bundle.header.bundleId}, kenmerk ${bundle.manifest}`, `Bundle ${bundle.header.bundleId}, hash ${bundle.manifest}`)
        : both('Van deze stand is nog geen inspectiebestand ondertekend.', 'No bundle of this state has been signed.'),
    ].map((mark) => mark(language)),
  }
}
