import type { Db } from '../../db/open.ts'
import { reportHtml } from './html.ts'
import { reportOf } from './repository.ts'
import { type Element, elementsIn, hasClass, type Node, treeOf } from './tree.ts'

/** A text of the report that somebody can edit, whole and as it was written; `of` is its field as `entity:id:field`. */
export interface PageText {
  of: string
  text: string
}

/** Every such text on the page, once; what is in dispute, erased or empty has none. */
export function textsOnPage(db: Db, inspection: string): PageText[] {
  const found = new Map(recordedIn(treeOf(reportHtml(reportOf(db, inspection)))).map((element) => [element.attributes['data-of']!, element]))
  return [...found].flatMap(([of, element]) => {
    const [said, ...more] = elementsIn(element)
    return said && more.length === 0 && hasClass(said, 'prose') ? [{ of, text: writtenIn(said) }] : []
  })
}

const recordedIn = (element: Element): Element[] =>
  element.attributes['data-of'] === undefined ? elementsIn(element).flatMap(recordedIn) : [element]

const writtenIn = (node: Node): string => (typeof node === 'string' ? node : node.children.map(writtenIn).join(''))
