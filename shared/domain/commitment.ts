import { z } from 'zod'
import { PageElement, type PageNode, PageTag } from './report-page.ts'

/**
 * A page cut into what can be shown or left out by itself. The shape tells which elements stand in which; a number is a fragment: what stands
 * in one element without an element of the shape between. A fragment is its pieces in order, tags and words, which together are its HTML.
 */
export interface CutPage {
  readonly shape: Shape
  readonly fragments: readonly (readonly string[])[]
}
export interface Shape {
  readonly tag: PageTag
  readonly class: string
  readonly parts: readonly (Shape | number)[]
}
export const Shape: z.ZodType<Shape> = z.lazy(() => z.strictObject({ tag: PageTag, class: z.string(), parts: z.array(z.union([z.int().min(0), Shape])) }))

/** What stands within a line; every other element is part of the shape. */
const INLINE: ReadonlySet<string> = new Set(['span', 'strong', 'em', 'code', 'sup', 'sub', 'a', 'br', 'img'])
/** What a reader sees of an element. Everything else stays in the workspace: where a text stands in the log, and names of places that may repeat a heading. */
const KEPT: ReadonlySet<string> = new Set(['class', 'scope', 'colspan', 'rowspan', 'alt', 'src', 'width', 'height', 'lang'])
const VOID: ReadonlySet<string> = new Set(['br', 'img'])

/** Cuts a page; white space between elements of the shape is none of its text. */
export function cutPage(page: PageElement): CutPage {
  const fragments: string[][] = []
  const placed = (pieces: string[]) => (pieces.length === 0 ? [] : [fragments.push(pieces) - 1])
  const shapeOf = ({ tag, attributes, children: parts }: PageElement): Shape => {
    const children = joined(parts)
    if (!children.every(isInline)) {
      return { tag, class: attributes.class ?? '', parts: runsIn(children).flatMap((run): (Shape | number)[] => (Array.isArray(run) ? placed(run) : [shapeOf(run)])) }
    }
    const own = keptOf(attributes)
    return { tag, class: '', parts: placed([...(own.length === 0 ? [] : [tagPiece(tag, own)]), ...children.flatMap(piecesOf)]) }
  }
  return { shape: shapeOf(page), fragments }
}

const keptOf = (attributes: Readonly<Record<string, string>>) => Object.entries(attributes).filter(([name]) => KEPT.has(name)).toSorted(([a], [b]) => (a < b ? -1 : 1))
/** Texts that stand beside each other are one text. */
const joined = (children: readonly PageNode[]): PageNode[] => children.reduce<PageNode[]>((all, child) => {
  const last = all.at(-1)
  return typeof child === 'string' && typeof last === 'string' ? [...all.slice(0, -1), last + child] : [...all, child]
}, [])

const isInline = (node: PageNode) => typeof node === 'string' || INLINE.has(node.tag)

/** The elements of the shape among some parts, and the pieces of all that stands before, between and after them. */
function runsIn(children: readonly PageNode[]): (PageElement | string[])[] {
  const runs: (PageElement | string[])[] = []
  for (const child of children) {
    const last = runs.at(-1)
    if (typeof child === 'object' && !isInline(child)) runs.push(child)
    else if (Array.isArray(last)) last.push(...piecesOf(child))
    else runs.push(piecesOf(child))
  }
  return runs.flatMap((run) => {
    const pieces = Array.isArray(run) ? trimmed(run) : run
    return Array.isArray(pieces) && pieces.length === 0 ? [] : [pieces]
  })
}

/** Without the white space at either end, where the lines of a file end. */
function trimmed(pieces: readonly string[]): string[] {
  const isText = (piece: string) => piece.trim() !== ''
  return pieces.slice(Math.max(0, pieces.findIndex(isText)), pieces.findLastIndex(isText) + 1)
}

function piecesOf(node: PageNode): string[] {
  if (typeof node === 'string') return (node.match(WORD) ?? []).map(escaped)
  const opening = tagPiece(node.tag, keptOf(node.attributes))
  return VOID.has(node.tag) ? [opening] : [opening, ...joined(node.children).flatMap(piecesOf), `</${node.tag}>`]
}

/** A word with what joins its parts (06-12345678, a.b@c.nl, Jansen’s), white space, or one sign. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:[-–.'’@_+/][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu

const tagPiece = (tag: string, attributes: readonly (readonly [string, string])[]) =>
  `<${[tag, ...attributes.map(([name, value]) => `${name}="${escaped(value)}"`)].join(' ')}>`

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' }
const SIGNS = new Map(Object.entries(ENTITIES).map(([sign, entity]) => [entity, sign]))
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
const plain = (html: string) => html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => SIGNS.get(entity)!)

export const isTag = (piece: string) => piece.startsWith('<')

/** What a piece says to a reader; a tag says nothing. */
export const saidBy = (piece: string) => (isTag(piece) ? '' : plain(piece))

/** Whether a piece is one that a cut page can have: a tag says nothing but what a reader sees of it. In one go, however long it is. */
export const isPiece = (piece: string) => !isTag(piece) || (piece.length <= LONGEST_TAG && OWN_TAG.test(piece))
const LONGEST_TAG = 4_000_000
const OWN_TAG = new RegExp(`^<(?:/[a-z][a-z0-9]{0,9}|[a-z][a-z0-9]{0,9}(?: (?:${[...KEPT].join('|')})="[^"<>]*")*)>$`)

/** Whether the first piece of a fragment is the tag of the element in which it stands: that element has attributes. */
export const isOwnTag = (piece: string | undefined) => piece !== undefined && isTag(piece) && !INLINE.has(piece.match(TAG)?.[2] ?? '')

/** A page of a shape; what stands in its fragments is asked for. */
export function pageOfShape({ tag, class: name, parts }: Shape, fragmentOf: (index: number) => readonly string[]): PageElement {
  const element: PageElement = { tag, attributes: name === '' ? {} : { class: name }, children: [] }
  for (const part of parts) {
    if (typeof part === 'object') element.children.push(pageOfShape(part, fragmentOf))
    else fill(element, fragmentOf(part))
  }
  return element
}

/** Puts pieces into an element. A tag of which the other half was left out goes without it. */
function fill(element: PageElement, pieces: readonly string[]): void {
  const open = [element]
  for (const [index, piece] of pieces.entries()) {
    const [, slash, name = '', rest = ''] = piece.match(TAG) ?? []
    const tag = PageTag.safeParse(name).data
    if (tag === undefined) add(open.at(-1)!, saidBy(piece))
    else if (index === 0 && isOwnTag(piece)) Object.assign(element.attributes, attributesIn(rest))
    else if (slash) close(open, tag)
    else {
      const child: PageElement = { tag, attributes: attributesIn(rest), children: [] }
      open.at(-1)!.children.push(child)
      if (!VOID.has(tag)) open.push(child)
    }
  }
}

const TAG = /^<(\/?)([a-z][a-z0-9]*)(.*)>$/s
const attributesIn = (text: string) => Object.fromEntries([...text.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)]))

function add({ children }: PageElement, text: string): void {
  if (typeof children.at(-1) === 'string') children.push(`${children.pop() as string}${text}`)
  else if (text !== '') children.push(text)
}

function close(open: PageElement[], tag: PageTag): void {
  const at = open.findLastIndex((element, index) => index > 0 && element.tag === tag)
  if (at > 0) open.length = at
}
