import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import type { Context } from '../../context.ts'
import type { About } from './docx.ts'
import { html } from './markup.ts'
import { markdownOf } from './markdown.ts'
import { treeOf } from './tree.ts'

/** Every format is made of the one page, so that all say the same. What makes Word and PDF is heavy to load and only then needed. */
export async function bytesOfPage({ print }: Pick<Context, 'print'>, format: ReportFormat, page: string, about: About, signal: AbortSignal): Promise<Buffer> {
  if (format === 'html') return Buffer.from(page)
  if (format === 'md') return Buffer.from(markdownOf(treeOf(page), about.marks))
  if (format === 'docx') return (await import('./docx.ts')).docxOf(treeOf(page), about)
  const { pdfOf } = await import('./pdf.ts')
  return pdfOf(await print(page, footerOf(about), signal), about)
}

const footerOf = ({ marks }: About) => html`<div style="font: 6.5pt sans-serif; width: 100%; margin: 0 18mm; color: #454c56">${
  marks.map((mark) => html`<div>${mark}</div>`)}<div style="text-align: right"><span class="pageNumber"></span> / <span class="totalPages"></span></div></div>`.toString()
