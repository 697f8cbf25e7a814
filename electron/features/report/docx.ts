import {
  AlignmentType, Document, Footer, HeadingLevel, type ISectionOptions, LevelFormat, Packer, PageNumber, Paragraph, type ParagraphChild, ShadingType,
  Table, TableCell, TableOfContents, TableRow, TextRun, WidthType,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import JSZip from 'jszip'
import { type Element, elementsIn, hasClass, type Node, textOf } from './tree.ts'

/** What a document says of itself. `marks` tell at the foot of each page which state and which bundle it is made of. */
export interface About {
  readonly title: string
  readonly inspectorate: string
  readonly marks: readonly string[]
}

/** The report as a Word document (ECMA-376) with real headings, lists, table heads and captions. The same page gives the same bytes. */
export async function docxOf(main: Element, { title, inspectorate, marks }: About): Promise<Buffer> {
  const [concept, heading, ...rest] = elementsIn(main)
  const front = [
    new Paragraph({ style: 'Concept', children: runsOf(concept!) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(heading!) }),
    new Paragraph({ text: inspectorate }),
    new Paragraph({ style: 'ContentsHeading', text: 'Inhoud' }),
    new TableOfContents('Inhoud', { hyperlink: true, headingStyleRange: '1-3' }),
  ]
  const footer = new Footer({
    children: [
      ...marks.map((mark) => new Paragraph({ style: 'Mark', text: mark })),
      new Paragraph({ style: 'Mark', alignment: AlignmentType.RIGHT, children: [new TextRun({ children: ['Bladzijde ', PageNumber.CURRENT, ' van ', PageNumber.TOTAL_PAGES] })] }),
    ],
  })
  const section: ISectionOptions = {
    properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
    footers: { default: footer }, children: [...front, ...rest.flatMap((part) => blocksOf(part))],
  }
  const document = new Document({
    title, creator: inspectorate, lastModifiedBy: inspectorate, description: marks.join(' · '), styles: STYLES, numbering: NUMBERING,
    sections: [section], pageNumbers: estimatePageNumbers,
  })
  return timeless(await Packer.toBuffer(document))
}

/** The library writes the moment into the document and its container, which must depend on nothing but the report. */
async function timeless(bytes: Buffer): Promise<Buffer> {
  const written = await JSZip.loadAsync(bytes)
  const zip = new JSZip()
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const name of Object.keys(written.files).filter((name) => !name.endsWith('/')).sort()) {
    const content = await written.file(name)!.async('nodebuffer')
    const fixed = FIXED[name]
    zip.file(name, fixed ? fixed(content.toString()) : content, { date, createFolders: false })
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', platform: 'DOS' })
}

/** What the library counts on from document to document, and what it takes from the clock. */
const FIXED: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '1980-01-01T00:00:00Z'),
  'word/document.xml': (xml) => renumbered(renumbered(xml, /(_Toc)(\d+)/g), /(<w:bookmark(?:Start|End)[^>]* w:id=")(\d+)/g),
}

/** The same numbers from 1, in the order in which they are first met. */
function renumbered(xml: string, pattern: RegExp): string {
  const found = new Map<string, number>()
  return xml.replace(pattern, (_all, before: string, number: string) => {
    if (!found.has(number)) found.set(number, found.size + 1)
    return `${before}${found.get(number)}`
  })
}

type Block = Paragraph | Table
const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  h2: HeadingLevel.HEADING_1, h3: HeadingLevel.HEADING_2, h4: HeadingLevel.HEADING_3, h5: HeadingLevel.HEADING_4,
}

function blocksOf(node: Node): Block[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [new Paragraph({ text: textOf(node).trim() })]
  if (node.tag === 'section' || node.tag === 'div') return node.children.flatMap(blocksOf)
  if (node.tag === 'ul') return listOf(node, 0)
  if (node.tag === 'dl') return factsOf(node)
  if (node.tag === 'table') return tableOf(node)
  const heading = HEADINGS[node.tag]
  return [new Paragraph({ ...(heading ? { heading } : {}), ...(hasClass(node, 'notice') ? { style: 'Concept' } : {}), children: runsOf(node) })]
}

function listOf(list: Element, level: number): Paragraph[] {
  return elementsIn(list, 'li').flatMap((item) => [
    new Paragraph({ numbering: { reference: 'list', level }, children: runsOf(item) }),
    ...elementsIn(item, 'ul').flatMap((inner) => listOf(inner, level + 1)),
  ])
}

/** A term and what is said of it in one paragraph, lists below it. */
function factsOf(list: Element): Paragraph[] {
  const parts = elementsIn(list)
  return parts.flatMap((part, index) => {
    if (part.tag !== 'dt') return []
    const told = parts[index + 1]
    const term = runsOf(part, { bold: true })
    const own = told ? runsOf(told) : []
    return [
      new Paragraph({ style: 'Fact', children: [...term, new TextRun({ text: ': ', bold: true }), ...own] }),
      ...(told ? elementsIn(told, 'ul').flatMap((inner) => listOf(inner, 0)) : []),
    ]
  })
}

/** A table with its caption above it; its head is repeated on each page, no row is broken. */
function tableOf(table: Element): Block[] {
  const caption = elementsIn(table, 'caption')[0]
  const rows = elementsIn(table).flatMap((part) => elementsIn(part, 'tr').map((row) => ({ row, isHead: part.tag === 'thead' })))
  const said = caption ? caption.children.map(textOf).join('') : ''
  return [
    ...(said === '' ? [] : [new Paragraph({ style: 'Caption', keepNext: true, text: said })]),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: rows.map(({ row, isHead }) => new TableRow({ tableHeader: isHead, cantSplit: true, children: elementsIn(row).map((cell) => cellOf(cell, isHead)) })),
    }),
    new Paragraph({ text: '' }),
  ]
}

function cellOf(cell: Element, isHead: boolean): TableCell {
  return new TableCell({
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E8ECF2' } } : {}),
    children: [new Paragraph({ children: runsOf(cell, isHead ? { bold: true } : {}) })],
  })
}

interface Face {
  bold?: boolean
  superScript?: boolean
  font?: string
}

/** Text as runs, what was typed with its own lines; lists inside have paragraphs of their own. */
function runsOf(node: Element, face: Face = {}): ParagraphChild[] {
  return node.children.flatMap((child): ParagraphChild[] => {
    if (typeof child === 'string') return textRuns(hasClass(node, 'prose') ? child : textOf(child), face)
    if (child.tag === 'ul' || hasClass(child, 'aloud')) return []
    if (child.tag === 'br') return [new TextRun({ break: 1, ...face })]
    const inner = { ...face, ...faceOf(child) }
    return hasClass(child, 'answer') ? [new TextRun({ break: 1 }), ...runsOf(child, inner)] : runsOf(child, inner)
  })
}

function faceOf(element: Element): Face {
  if (element.tag === 'strong' || hasClass(element, 'mark') || hasClass(element, 'state') || hasClass(element, 'own')) return { bold: true }
  if (element.tag === 'sup') return { superScript: true }
  return element.tag === 'code' ? { font: 'Consolas' } : {}
}

const textRuns = (text: string, face: Face) =>
  text.split('\n').map((line, index) => new TextRun({ text: line, ...face, ...(index > 0 ? { break: 1 } : {}) }))

const NUMBERING = {
  config: [{
    reference: 'list',
    levels: [0, 1, 2, 3, 4, 5].map((level) => ({
      level, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 260 } } },
    })),
  }],
}

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: '1D3F72', font: 'Calibri' }, paragraph: { spacing: { before, after: 100 }, keepNext: true },
})
const STYLES = {
  default: {
    document: { run: { font: 'Calibri', size: 22, language: { value: 'nl-NL' } }, paragraph: { spacing: { after: 120, line: 276 } } },
    title: heading(52, 0), heading1: heading(32, 480), heading2: heading(26, 320), heading3: heading(24, 280), heading4: heading(22, 200),
  },
  paragraphStyles: [
    { id: 'Concept', name: 'Concept', basedOn: 'Normal', run: { bold: true }, paragraph: { spacing: { after: 240 } } },
    { id: 'ContentsHeading', name: 'Contents heading', basedOn: 'Normal', run: { bold: true, size: 28 }, paragraph: { spacing: { before: 480, after: 120 } } },
    { id: 'Fact', name: 'Fact', basedOn: 'Normal', paragraph: { spacing: { after: 60 } } },
    { id: 'Caption', name: 'caption', basedOn: 'Normal', run: { italics: true, color: '454C56' }, paragraph: { spacing: { before: 160, after: 60 } } },
    { id: 'Mark', name: 'Mark', basedOn: 'Normal', run: { size: 16, color: '454C56' }, paragraph: { spacing: { after: 0 } } },
  ],
}
