import type { Report } from '../../../shared/domain/report.ts'
import type { Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { writeWhole } from '../../whole-file.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { assertNotCited } from '../privacy/privilege.ts'
import type { About } from './docx.ts'
import { bytesOfPage } from './formats.ts'
import { reportHtml } from './html.ts'
import { reportOf } from './repository.ts'
import { treeOf } from './tree.ts'

export const report: Handlers<'report'> = {
  read: ({ db }, { inspection }) => treeOf(reportHtml(reportOf(db, inspection))),

  // what the screen calls saved must not be missing on paper, so what is being typed is recorded first
  write: async (context, { inspection, format, file }, { signal }) => {
    const { db, files } = context
    const { path } = files.toWrite(file)
    const [gathered, about] = db.transaction(() => {
      for (const draft of listDrafts(context, inspection)) recordDraft(context, draft)
      assertNotCited(db, inspection)
      const gathered = reportOf(db, inspection)
      return [gathered, aboutOf(db, gathered)] as const
    }).immediate()
    const bytes = await bytesOfPage(context, format, reportHtml(gathered), about, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}

/** Which state the report tells of, and the signed bundle in which that was handed over. */
function aboutOf(db: Db, { inspection, stateHash, organisation, team }: Report): About {
  const bundle = findHandedOver(db, inspection)
  const isOfState = bundle?.header.stateHash === stateHash
  return {
    title: `Inspectierapport ${organisation?.name ?? ''}`.trim(),
    inspectorate: [...new Set(team.flatMap(({ value }) => (value ? [value.inspectorate] : [])))].sort().join(', '),
    marks: [
      `Inspectie ${inspection}, stand ${stateHash}`,
      isOfState ? `Inspectiebestand ${bundle.header.bundleId}, kenmerk ${bundle.manifest}` : 'Van deze stand is nog geen inspectiebestand ondertekend.',
    ],
  }
}
