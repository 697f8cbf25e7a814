import { type FileChild, HeadingLevel, type IParagraphOptions, PageBreak, Paragraph, type ParagraphChild, TableOfContents, TextRun } from 'docx'
import { pieceOf } from '../word/block-tag.ts'
import { type Face, hasImage, pieceRuns, runsIn, runsOf } from './docx-runs.ts'
import { tableOf } from './docx-table.ts'
import type { Tags } from './docx-tags.ts'
import { type Element, elementsIn, hasClass, type Node, textOf } from './tree.ts'

const HEADINGS: Readonly<Record<string, (typeof HeadingLevel)[keyof typeof HeadingLevel]>> = {
  h1: HeadingLevel.TITLE, h2: HeadingLevel.HEADING_1, h3: HeadingLevel.HEADING_2, h4: HeadingLevel.HEADING_3, h5: HeadingLevel.HEADING_4,
}

/** A part of the page as paragraphs, tables, content controls and the contents list. */
export function blocksOf(node: Node, tags: Tags): FileChild[] {
  if (typeof node === 'string') return node.trim() === '' ? [] : [new Paragraph({ text: textOf(node).trim() })]
  if (hasClass(node, 'contents')) return contentsOf(node)
  if (hasClass(node, 'annex')) return [pageBreak(), ...node.children.flatMap((child) => blocksOf(child, tags))]
  if (['section', 'div', 'figure'].includes(node.tag)) return node.children.flatMap((child) => blocksOf(child, tags))
  if (node.tag === 'ul' || node.tag === 'ol') return listOf(node, 0, tags)
  if (node.tag === 'dl') return factsOf(node, tags)
  if (node.tag === 'table') return tableOf(node, tags)
  if (node.tag === 'img') return [new Paragraph({ keepNext: true, children: runsIn(node, node, tags, {}) })]
  const heading = HEADINGS[node.tag]
  if (heading) return [new Paragraph({ heading, children: runsOf(node, tags) })]
  return paragraphsOf(node, tags, styleOf(node))
}

function styleOf(node: Element): IParagraphOptions {
  if (node.tag === 'figcaption') return { style: 'Caption' }
  if (hasImage(node)) return { keepNext: true }
  const [, style] = STYLES.find(([name]) => hasClass(node, name)) ?? []
  return style === undefined ? {} : { style }
}

/** Paragraph styles by the classes of the page. */
const STYLES = [['notice', 'Concept'], ['concept', 'Concept'], ['lead', 'Lead'], ['subtitle', 'Lead'], ['small', 'Small'], ['aim', 'Small']] as const

/** A word processor makes its own contents list, of the headings, on a page of its own. */
function contentsOf(contents: Element): FileChild[] {
  const title = textOf(elementsIn(contents)[0] ?? '')
  return [
    new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, text: title }), new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-2' }), pageBreak(),
  ]
}

const pageBreak = () => new Paragraph({ style: 'Gap', children: [new PageBreak()] })

/**
 * An element as paragraphs: a piece that has its lines to itself gets a paragraph in a control, the rest stands before and after it. `lead` comes before all else.
 */
function paragraphsOf(node: Element, tags: Tags, style: IParagraphOptions, face: Face = {}, lead: readonly ParagraphChild[] = []): FileChild[] {
  const own = pieceOf(node)
  const paragraph = (runs: readonly ParagraphChild[], keepNext = false) => new Paragraph({ ...style, ...(keepNext ? { keepNext } : {}), children: runs })
  const term = () => new Paragraph({ style: 'Term', children: lead })
  if (own) return [...(lead.length > 0 ? [term()] : []), tags.block(own, pieceRuns(node, tags, face), paragraph)]
  const blocks: FileChild[] = []
  let line: ParagraphChild[] = []
  const end = (keepNext = false) => {
    const isFirst = lead.length > 0 && blocks.length === 0
    if (isFirst && line.length === 0) blocks.push(term())
    else if (line.length > 0) blocks.push(paragraph(isFirst ? [...lead, new TextRun({ text: ': ', bold: true }), ...line] : line, keepNext))
    line = []
  }
  const children = node.children.filter((child) => typeof child !== 'string' || !isSpace(child) || node.children.length === 1)
  for (const [index, child] of children.entries()) {
    const piece = typeof child === 'string' ? null : pieceOf(child)
    const isOwnLine = isBreak(children[index - 1]) && isBreak(children[index + 1])
    if (piece && isOwnLine) {
      end(true)
      blocks.push(tags.block(piece, pieceRuns(child as Element, tags, face), paragraph))
    } else if (!(isBreak(child) && [children[index - 1], children[index + 1]].some((other) => isPieceAlone(children, other)))) line.push(...runsIn(node, child, tags, face))
  }
  end()
  return blocks.length > 0 ? blocks : [paragraph([])]
}

const isSpace = (text: string) => /^\s*$/.test(text) && text.includes('\n')
const isBreak = (child: Node | undefined) => child === undefined || (typeof child === 'object' && (child.tag === 'br' || ['ul', 'ol'].includes(child.tag)))
const isPieceAlone = (children: readonly Node[], child: Node | undefined) =>
  typeof child === 'object' && pieceOf(child) !== null && isBreak(children[children.indexOf(child) - 1]) && isBreak(children[children.indexOf(child) + 1])

function listOf(list: Element, level: number, tags: Tags): Paragraph[] {
  const reference = list.tag === 'ol' ? 'steps' : 'list'
  return elementsIn(list, 'li').flatMap((item) => [
    new Paragraph({ numbering: { reference, level }, children: runsOf(item, tags) }),
    ...elementsIn(item).filter(({ tag }) => tag === 'ul' || tag === 'ol').flatMap((inner) => listOf(inner, level + 1, tags)),
  ])
}

/** A term and what is said of it in one paragraph, or below it where that can be edited; lists after it. */
function factsOf(list: Element, tags: Tags): FileChild[] {
  const parts = elementsIn(list)
  return parts.flatMap((part, index) => {
    if (part.tag !== 'dt') return []
    const told = parts[index + 1]
    const term = runsOf(part, tags, { bold: true })
    if (told?.tag !== 'dd') return [new Paragraph({ style: 'Term', children: term })]
    return [
      ...paragraphsOf(told, tags, { style: 'Fact' }, {}, term),
      ...elementsIn(told).filter(({ tag }) => tag === 'ul' || tag === 'ol').flatMap((inner) => listOf(inner, 0, tags)),
    ]
  })
}
