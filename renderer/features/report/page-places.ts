import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'

/** Where a text of the page stands in the change log. */
export interface Of {
  entity: string
  entityId: string
  field: string
}

/** Reads `entity:id:field`; an id may hold colons of its own. */
export function ofIn(said: string): Of {
  const [first, last] = [said.indexOf(':'), said.lastIndexOf(':')]
  return { entity: said.slice(0, first), entityId: said.slice(first + 1, last), field: said.slice(last + 1) }
}

/** What a page still asks of somebody: answers that differ, a text that is missing, or one that was written on other data. */
export type Asking = 'difference' | 'missing' | 'outdated'
export interface PagePoint {
  asks: Asking
  /** The element on paper that shows it. */
  element: PageElement
  /** Whose text it is, where it is somebody's. */
  of: string | null
  /** The heading above it. */
  heading: string
}

const hasClass = ({ attributes }: PageElement, name: string) => (attributes.class ?? '').split(' ').includes(name)

/** What a part of the page says. */
export const saidIn = (node: PageNode): string => (typeof node === 'string' ? node : node.children.map(saidIn).join(''))

/** Everything on the page that still asks for something, in order. */
export function pagePointsOf(page: PageElement): PagePoint[] {
  const points: PagePoint[] = []
  let heading = ''
  const walk = (element: PageElement, own: string | null) => {
    const of = element.attributes['data-of'] ?? own
    if (/^h[2-5]$/.test(element.tag)) heading = saidIn(element)
    if (hasClass(element, 'differing')) points.push({ asks: 'difference', element, of, heading })
    if (hasClass(element, 'none') && of !== null) points.push({ asks: 'missing', element, of, heading })
    if (element.attributes['data-state'] === 'outdated') points.push({ asks: 'outdated', element, of: `reportText:${element.attributes['data-block']}:text`, heading })
    for (const child of element.children) if (typeof child === 'object') walk(child, of)
  }
  walk(page, null)
  return points
}

const headings = ({ children }: PageElement): PageElement[] =>
  children.flatMap((child) => (typeof child === 'string' ? [] : child.tag === 'h2' ? [child] : headings(child)))

/** The main headings of the page, in order. */
export const outlineOf = (page: PageElement) => headings(page).map((element) => ({ element, text: saidIn(element) }))

/** The names under which the page finds an element of the paper again. */
export function anchorsOf(elements: ReadonlySet<PageElement>): ReadonlyMap<PageElement, string> {
  return new Map([...elements].map((element, index) => [element, `rapport-${index}`]))
}

/** The elements that show a text that somebody can edit, by whose it is. */
export function textsOf(page: PageElement): ReadonlyMap<string, PageElement> {
  const texts = new Map<string, PageElement>()
  const walk = (element: PageElement) => {
    const of = element.attributes['data-of']
    if (of !== undefined && !texts.has(of)) texts.set(of, element)
    for (const child of element.children) if (typeof child === 'object') walk(child)
  }
  walk(page)
  return texts
}
