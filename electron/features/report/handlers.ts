import type { Report } from '../../../shared/domain/report.ts'
import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import type { Context, Handlers } from '../../context.ts'
import type { Db } from '../../db/open.ts'
import { listDrafts, recordDraft } from '../../db/draft.ts'
import { writeWhole } from '../../whole-file.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { assertNotCited } from '../privacy/privilege.ts'
import type { About } from './docx.ts'
import { reportHtml } from './html.ts'
import { html } from './markup.ts'
import { markdownOf } from './markdown.ts'
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
    const bytes = await bytesOf(context, format, reportHtml(gathered), about, signal)
    signal.throwIfAborted()
    writeWhole(path, bytes)
    return { size: bytes.length }
  },
}

/** Every format is made of the one page, so that all say the same. What makes Word and PDF is heavy to load and only then needed. */
async function bytesOf({ print }: Context, format: ReportFormat, page: string, about: About, signal: AbortSignal): Promise<Buffer> {
  if (format === 'html') return Buffer.from(page)
  if (format === 'md') return Buffer.from(markdownOf(treeOf(page), about.marks))
  if (format === 'docx') return (await import('./docx.ts')).docxOf(treeOf(page), about)
  const { pdfOf } = await import('./pdf.ts')
  return pdfOf(await print(page, footerOf(about), signal), about)
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

const footerOf = ({ marks }: About) => html`<div style="font: 6.5pt sans-serif; width: 100%; margin: 0 18mm; color: #454c56">${
  marks.map((mark) => html`<div>${mark}</div>`)}<div style="text-align: right"><span class="pageNumber"></span> / <span class="totalPages"></span></div></div>`.toString()
