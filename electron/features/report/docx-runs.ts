import { ImageRun, type ParagraphChild, Tab, TextRun } from 'docx'
import { pieceOf } from '../word/block-tag.ts'
import { metafileOf, pictureIn, standInOf } from './docx-pictures.ts'
import type { Tags } from './docx-tags.ts'
import { type Element, elementsIn, hasClass, type Node, textOf } from './tree.ts'

export interface Face {
  bold?: boolean
  italics?: boolean
  superScript?: boolean
  font?: string
  style?: string
}

/** Text as runs, what was typed with its own lines; lists inside have paragraphs of their own. */
export function runsOf(node: Element, tags: Tags, face: Face = {}): ParagraphChild[] {
  return node.children.flatMap((child) => runsIn(node, child, tags, face))
}

/** One part of an element as runs. */
export function runsIn(node: Element, child: Node, tags: Tags, face: Face): ParagraphChild[] {
  if (typeof child === 'string') return textRuns(hasClass(node, 'prose') ? child : textOf(child), face)
  if (['ul', 'ol'].includes(child.tag) || hasClass(child, 'aloud')) return []
  if (child.tag === 'br') return [new TextRun({ break: 1, ...face })]
  if (child.tag === 'img') return imageOf(child)
  const inner = { ...face, ...faceOf(child) }
  if (hasClass(child, 'mark')) return textRuns(`\u00a0${textOf(child)}\u00a0`, inner)
  const piece = pieceOf(child)
  if (piece) return tags.inline(piece, pieceRuns(child, tags, inner))
  return hasClass(child, 'answer') ? [new TextRun({ break: 1 }), ...runsOf(child, tags, inner)] : runsOf(child, tags, inner)
}

/** The text of a piece to the letter. */
export function pieceRuns(element: Element, tags: Tags, face: Face = {}): ParagraphChild[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return textRuns(child, face)
    return hasClass(child, 'unseen') || child.tag === 'br' ? runsIn(element, child, tags, face) : pieceRuns(child, tags, { ...face, ...faceOf(child) })
  })
}

function faceOf(element: Element): Face {
  if (hasClass(element, 'mark')) return { style: hasClass(element, 'met') ? 'SignMet' : 'Sign' }
  if (element.tag === 'strong' || hasClass(element, 'state') || hasClass(element, 'own')) return { bold: true }
  if (element.tag === 'em') return { italics: true }
  if (element.tag === 'sup') return { superScript: true }
  if (hasClass(element, 'unseen')) return { style: 'Unseen' }
  return element.tag === 'code' ? { font: 'Consolas' } : {}
}

/** What XML 1.0 has no sign for, although it can be typed. */
const UNWRITABLE = /([\ufffe\uffff])/

const textRuns = (text: string, face: Face): TextRun[] =>
  text.split('\n').flatMap((line, index) => [
    ...(index > 0 ? [new TextRun({ break: 1, ...face })] : []),
    ...line.split(UNWRITABLE).filter((part) => part !== '').map((part) => (UNWRITABLE.test(part)
      ? new TextRun({ ...face, style: 'Unseen', text: `\\u${part.charCodeAt(0).toString(16)}` })
      : new TextRun({ ...face, children: part.split(/(\t)/).filter((piece) => piece !== '').map((piece) => (piece === '\t' ? new Tab() : piece)) }))),
  ])

function imageOf(image: Element): ParagraphChild[] {
  const { alt = '', width, height } = image.attributes
  const type = pictureIn(image)?.type
  if (type === undefined) return []
  const bytes = standInOf(image)
  const inPixels = (points: string | undefined) => Math.round(Number(points ?? 0) * 96 / 72)
  const about = { transformation: { width: inPixels(width), height: inPixels(height) }, altText: { name: alt.slice(0, 80), description: alt, title: '' } }
  return [type === 'svg+xml' ? new ImageRun({ ...about, type: 'svg', data: bytes, fallback: { type: 'png', data: metafileOf(image) } }) : new ImageRun({ ...about, type: type === 'png' ? 'png' : 'jpg', data: bytes })]
}

/** The pictures of an element, wherever they stand in it. */
export const hasImage = (element: Element): boolean => elementsIn(element).some((part) => part.tag === 'img' || hasImage(part))
