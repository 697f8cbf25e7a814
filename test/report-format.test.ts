import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import JSZip from 'jszip'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { expect, test, vi } from 'vitest'
import { docxOf } from '../electron/features/report/docx.ts'
import { html } from '../electron/features/report/markup.ts'
import { markdownOf } from '../electron/features/report/markdown.ts'
import { pageOf } from '../electron/features/report/page.ts'
import { pdfOf } from '../electron/features/report/pdf.ts'
import { treeOf } from '../electron/features/report/tree.ts'
import { printWithBrowser } from '../electron/print.ts'
import type { PageElement, PageNode, ReportFormat } from '../shared/domain/report-page.ts'
import { openMachine, openTestFolder } from './helpers/backend.ts'
import { plainOf } from './helpers/html.ts'

vi.setConfig({ testTimeout: 120_000 }) // a browser is started, and machines in tests are slow

const about = { title: 'Inspectierapport', inspectorate: 'Toezicht', marks: ['Stand a', 'Inspectiebestand b'] }
const saidIn = (node: PageNode): string => (typeof node === 'string' ? node : node.children.map(saidIn).join(''))
const without = (text: string) => text.replace(/\s+/g, '')

/** The worked case's retest in each format, made once as a person makes it. */
let gathered: Promise<ReadonlyMap<ReportFormat, Buffer>> | undefined
const made = async (format: ReportFormat) => (await (gathered ??= gather())).get(format)!

async function gather() {
  const made = new Map<ReportFormat, Buffer>()
  const { api } = openMachine()
  const folder = openTestFolder()
  await api.workspace.openExample({})
  const { id } = (await api.inspection.list({})).find(({ kind }) => kind === 'retest')!
  for (const format of ['html', 'docx', 'pdf', 'md'] as const) {
    const file = join(folder, `r.${format}`)
    await api.report.write({ inspection: id, format, file })
    made.set(format, readFileSync(file))
  }
  return made
}

test('the page as a tree says what the page says, and nothing that was typed becomes a part of it', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { minLength: 1, maxLength: 5 }), (texts) => {
    const tree = treeOf(pageOf('Titel', html`<h1>Kop</h1>
<ul>${texts.map((text) => html`<li>${`${text}<b>&`}</li>`)}</ul>
`))
    const list = tree.children.find((child): child is PageElement => typeof child === 'object' && child.tag === 'ul')!
    expect(list.children).toHaveLength(texts.length)
    expect(list.children.every((item) => saidIn(item).endsWith('<b>&'))).toBe(true)
  }), { numRuns: 200 })
})

test('a page that is not ours is no page', () => {
  for (const body of ['<script>x</script>', '<h1>open', '<h1>kruis</h2>', '<img src="x">', '<p onclick=x>y</p>']) {
    expect(() => treeOf(`<main>${body}</main>`)).toThrow()
  }
})

test('the Word document has title, headings, table heads that repeat, captions, language, and a page foot with its marks', async () => {
  const zip = await JSZip.loadAsync((await made('docx')))
  const [document, styles, footer] = await Promise.all(['document', 'styles', 'footer1'].map((name) => zip.file(`word/${name}.xml`)!.async('string')))
  for (const style of ['Title', 'Heading1', 'Heading2', 'Heading3', 'Caption']) expect(document).toContain(`w:pStyle w:val="${style}"`)
  expect(document!.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThanOrEqual(8)
  expect(document).toContain('TOC \\h \\o &quot;1-2&quot;')
  expect(styles).toContain('w:lang w:val="nl-NL"')
  expect(footer).toMatch(/Inspectie [0-9a-f-]{36}, stand [0-9a-f]{64}/)
  // each drawing once more, for word processors without SVG: every record in it is as long as it says
  const [name = ''] = Object.keys(zip.files).filter((one) => one.endsWith('.emf'))
  const metafile = await zip.file(name)!.async('nodebuffer')
  let [at, records] = [0, 0]
  for (; at < metafile.length; records++) at += metafile.readUInt32LE(at + 4)
  expect([at, records]).toEqual([metafile.readUInt32LE(48), metafile.readUInt32LE(52)])
  expect(metafile.toString('utf16le')).toContain('Randvoorwaarden')
})

test('every format says all that the page says', async () => {
  const page = (await made('html')).toString()
  const document = await (await JSZip.loadAsync((await made('docx')))).file('word/document.xml')!.async('string')
  const inWord = without([...document.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text!.replace(/&(amp|lt|gt|quot|apos);/g, (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' })[name]!)).join(''))
  const inMarkdown = without((await made('md')).toString().replace(/\\([\\`*_{}[\]<>#|~+-])/g, '$1').replace(/<br>/g, '').replace(/\*\*/g, ''))
  const visible = page.replace(/^.*<main>/s, '').replace(/<(caption|span)[^>]*class="[^"]*aloud[^"]*">[^<]*<\/\1>/g, '')
  const texts = [...visible.matchAll(/>([^<]+)/g)].map(([, text]) => without(plainOf(text!))).filter((text) => text !== '')
  expect(texts.length).toBeGreaterThan(400)
  for (const text of texts) {
    expect(inWord.includes(text), text).toBe(true)
    expect(inMarkdown.includes(text), text).toBe(true)
  }
})

test('the PDF is tagged, has an outline, says its language and title, and means to be accessible', async () => {
  const pdf = await PDFDocument.load((await made('pdf')), { updateMetadata: false })
  const { catalog, context } = pdf
  expect(pdf.getTitle()).toBe('Inspectierapport Veilig Thuis Drenthe')
  expect(catalog.get(PDFName.of('Lang'))!.toString()).toContain('nl-NL')
  expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))!.toString()).toBe('true')
  expect(catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('Count'))).toBeDefined()
  const types = new Set(context.enumerateIndirectObjects().flatMap(([, one]) => (one instanceof PDFDict ? [String(one.get(PDFName.of('S')))] : [])))
  for (const type of ['/Document', '/H1', '/H2', '/Table', '/TH', '/TD', '/L', '/LI', '/P']) expect(types, type).toContain(type)
  expect((await made('pdf')).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>')
})

test('the same page gives the same bytes', async () => {
  const page = pageOf('Titel', html`<p class="concept">Concept</p>
<h1>Kop</h1>
<section>
<h2>Een</h2>
<table><thead><tr><th scope="col">Nr.</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<h2>Twee</h2>
</section>
`)
  const tree = treeOf(page)
  expect((await docxOf(tree, about)).equals(await docxOf(tree, about))).toBe(true)
  expect(markdownOf(tree, about.marks)).toBe(markdownOf(tree, about.marks))
  const print = async () => pdfOf(await printWithBrowser(page, '<span></span>', new AbortController().signal), about)
  expect((await print()).equals(await print())).toBe(true)
})

test('printing can be cancelled', async () => {
  const stop = new AbortController()
  stop.abort()
  await expect(printWithBrowser('<p>x</p>', '<span></span>', stop.signal)).rejects.toThrow()
})
