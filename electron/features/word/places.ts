import { type Element, elementsIn, textOf } from '../report/tree.ts'

const HEADINGS = ['h2', 'h3', 'h4', 'h5']

/** A text that stands in the report: how a person knows its place, by the heading and the term above it, and what it says there. */
export interface OnPage {
  readonly place: string
  readonly text: string
}

/** By field (`entity:id:field`), every text that someone recorded or can edit. */
export function placesIn(main: Element): Map<string, OnPage> {
  const places = new Map<string, OnPage>()
  let [heading, term] = ['', '']
  const visit = (element: Element): void => {
    const of = element.attributes['data-of']
    if (HEADINGS.includes(element.tag)) [heading, term] = [textOf(element).trim(), '']
    if (element.tag === 'dt') term = textOf(element).trim()
    if (element.tag === 'table' || element.tag === 'p') term = ''
    if (of !== undefined && !places.has(of)) places.set(of, { place: [heading, term].filter((part) => part !== '').join(' · '), text: textOf(element) })
    elementsIn(element).forEach(visit)
  }
  visit(main)
  return places
}
