import type { PageElement, PageNode } from '../../shared/domain/report-page.ts'

const LOWER: Readonly<Record<string, string>> = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6', a: 'span' }
const WITHOUT_TEXT = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl']

/** By which tag a part of a page stands on a screen: headings one level below those of the screen, and nothing leads away. */
export const tagOnScreen = (tag: string): string => LOWER[tag] ?? tag

/** The level that a heading has on paper, by which it is dressed. */
export const levelOf = (tag: string): string | undefined => (/^h\d$/.test(tag) ? tag : undefined)

/** What stands in a part; white space between the parts of a table or list is no text of it. */
export const childrenIn = ({ tag, children }: PageElement): PageNode[] => children.filter((child) => !WITHOUT_TEXT.includes(tag) || typeof child !== 'string')
