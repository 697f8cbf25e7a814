import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import type { Context } from '../../context.ts'
import { htmlOf, type Page } from '../../print.ts'
import type { About } from './docx.ts'
import { html } from './markup.ts'
import { markdownOf } from './markdown.ts'
import { pdfOf } from './pdf.ts'
import { treeOf } from './tree.ts'

/** Every format is made of the one page, so that all say the same. What makes Word is heavy to load and only then needed. */
export async function bytesOfPage({ print }: Pick<Context, 'print'>, format: ReportFormat, page: Page, about: About, signal: AbortSignal): Promise<Buffer> {
  if (format === 'pdf') return pdfOf(await print(page, footerOf(about), signal), about)
  const whole = await htmlOf(page)
  if (format === 'html') return Buffer.from(whole)
  if (format === 'md') return Buffer.from(markdownOf(treeOf(whole), about.marks))
  return (await import('./docx.ts')).docxOf(treeOf(whole), about)
}

const footerOf = ({ marks }: About) => html`<div style="font: 6.5pt Arial, sans-serif; width: 100%; margin: 0 18mm; color: #454c56">${
  marks.map((mark) => html`<div>${mark}</div>`)}<div style="text-align: right"><span class="pageNumber"></span> / <span class="totalPages"></span></div></div>`.toString()
