import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'

/** What a part of the page says. */
export const saidIn = (node: PageNode): string => (typeof node === 'string' ? node : node.children.map(saidIn).join(''))

const headings = ({ children }: PageElement): PageElement[] =>
  children.flatMap((child) => (typeof child === 'string' ? [] : child.tag === 'h2' ? [child] : headings(child)))

/** The name under which the page finds a heading again. */
export const anchorOf = (heading: PageElement) => `rapport-${saidIn(heading).toLowerCase().replace(/[^a-z0-9]+/g, '-')}`

/** The main headings of the page, in order. */
export const outlineOf = (page: PageElement) => headings(page).map((heading) => ({ id: anchorOf(heading), text: saidIn(heading) }))
