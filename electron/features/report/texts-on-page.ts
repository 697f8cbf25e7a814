import type { ProseText } from '../../../shared/domain/prose.ts'
import { type Element, elementsIn, hasClass, type Node } from './tree.ts'

/** Every text on the page that somebody wrote, once, whole and as it was written. What is in dispute, erased or empty has none, nor has what is composed. */
export function textsOnPage(page: Element): ProseText[] {
  const found = new Map(recordedIn(page).map((element) => [element.attributes['data-of']!, element]))
  return [...found].flatMap(([of, element]) => {
    const [said, ...more] = elementsIn(element)
    const isWhole = said && more.length === 0 && hasClass(said, 'prose') && element.attributes['data-seen'] !== ''
    return isWhole ? [{ of, text: writtenIn(said) }] : []
  })
}

const recordedIn = (element: Element): Element[] =>
  element.attributes['data-of'] === undefined ? elementsIn(element).flatMap(recordedIn) : [element]

const writtenIn = (node: Node): string => (typeof node === 'string' ? node : node.children.map(writtenIn).join(''))
