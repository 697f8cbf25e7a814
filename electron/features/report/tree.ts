import { type PageElement as Element, type PageNode as Node, PageTag } from '../../../shared/domain/report-page.ts'

export type { PageElement as Element, PageNode as Node } from '../../../shared/domain/report-page.ts'

const VOID = new Set<PageTag>(['br', 'img'])
const PIECE = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*>|([^<]+)/gy
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'' }

/**
 * The main part of a page that `pageOf` made, as a tree: other formats are made from it, so that all say the same. Reads what our own
 * `html` writes and nothing else; what does not fit is a bug and throws.
 */
export function treeOf(page: string): Element {
  const main = page.slice(page.indexOf('<main>'), page.indexOf('</main>') + '</main>'.length)
  const open: Element[] = [{ tag: 'div', attributes: {}, children: [] }]
  let read = 0
  for (const [piece, closing, tag, attributes, text] of main.matchAll(PIECE)) {
    read += piece.length
    if (text !== undefined) open.at(-1)!.children.push(plain(text))
    else if (closing) close(open, tag!)
    else begin(open, { tag: PageTag.parse(tag), attributes: attributesOf(attributes ?? ''), children: [] })
  }
  if (read < main.length) throw new TypeError(`a page has no ${main.slice(read, read + 20)}`)
  const [root] = open[0]!.children
  if (open.length !== 1 || typeof root !== 'object') throw new TypeError('a page has one main part')
  return root
}

/** Where a picture comes from: nothing but the page itself. */
const OWN_PICTURE = /^data:image\/(?:jpeg|png|svg\+xml);base64,[A-Za-z0-9+/=]+$/

function begin(open: Element[], element: Element): void {
  if (element.tag === 'img' && !OWN_PICTURE.test(element.attributes.src ?? '')) throw new TypeError('a page has no pictures from elsewhere')
  open.at(-1)!.children.push(element)
  if (!VOID.has(element.tag)) open.push(element)
}

function close(open: Element[], tag: string): void {
  if (open.pop()?.tag !== tag || open.length === 0) throw new TypeError(`a ${tag} that was not opened is closed`)
}

const attributesOf = (text: string) => Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, plain(value!)]))
const plain = (text: string) => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!)

/** The elements among some parts. */
export const elementsIn = ({ children }: Element, tag?: string): Element[] =>
  children.filter((child): child is Element => typeof child === 'object' && (tag === undefined || child.tag === tag))

/** Whether an element has a class. */
export const hasClass = ({ attributes }: Element, name: string) => (attributes.class ?? '').split(' ').includes(name)

/** What an element says, white space as a browser shows it; what only a screen reader hears is left out. */
export function textOf(node: Node): string {
  if (typeof node === 'string') return node.replace(/\s+/g, ' ')
  if (hasClass(node, 'aloud')) return ''
  if (node.tag === 'br') return '\n'
  return node.children.map(textOf).join('')
}
