import { z } from 'zod'
import { Line } from './text.ts'

/** What a finding can rest on. The file review as a whole is one kind; its files are told apart by their pseudonyms. */
export const SourceKind = z.enum(['interview', 'file', 'document', 'observation'])
export type SourceKind = z.infer<typeof SourceKind>

/** Which way a source points, as an inspector reads it. */
export const Tells = z.enum(['met', 'not-met'])
export type Tells = z.infer<typeof Tells>

/** That a source speaks to an expectation: an element of a set, under `<source>/<expectation>`; `pages` is where in a document, `tells` holds for whatever speaks. */
export const Link = z.strictObject({ linked: z.literal(true), pages: Line, tells: Tells })

export const linkIdOf = (source: string, expectation: string) => `${source}/${expectation}`

/** The short name under which a source is cited in a rationale, between square brackets: [I2], [D-07], [DOC3], [W1]. */
export const SourceLabel = z.string().regex(/^[A-Z]{1,4}-?\d{1,4}[a-z]?$/)

/** The label of the next source of a kind: one above the highest number in use, so that a number is never given twice on one laptop. */
export function nextLabel(prefix: string, taken: Iterable<string>): string {
  const numbers = [...taken].filter((label) => label.startsWith(prefix)).map((label) => Number(/^-?(\d+)/.exec(label.slice(prefix.length))?.[1] ?? 0))
  return `${prefix}${Math.max(0, ...numbers) + 1}`
}

const CITED = /\[([A-Z]{1,4}-?\d{1,4}[a-z]?)\]/g

/** The labels that a text cites between square brackets, each once, in the order in which they first stand there. */
export const citationsIn = (text: string): string[] => [...new Set([...text.matchAll(CITED)].map(([, label]) => label!))]

const PLACED = /\[([A-Z]{1,4}-?\d{1,4}[a-z]?)\](?: p\. ?(\d{1,5})(?!\d))?/g

/** The same with the page that stands behind a label, as in `[DOC3] p. 4`; each place once. */
export function placesIn(text: string): { label: string; page: number | null }[] {
  const places = [...text.matchAll(PLACED)].map(([, label, page]) => ({ label: label!, page: page === undefined ? null : Number(page) }))
  return [...new Map(places.map((place) => [`${place.label} ${place.page}`, place])).values()]
}

/** Whether sources contradict each other: some point one way and some the other. What points nowhere contradicts nothing. */
export const doContradict = (told: readonly (Tells | null)[]): boolean => Tells.options.every((way) => told.includes(way))

/** The letters with which a label begins: what `nextLabel` goes on from. */
export const prefixOf = (label: string) => label.replace(/-?\d.*$/, '')

/** The labels that more than one source has; two laptops may each have given the same. */
export const sharedLabels = (labels: readonly string[]): string[] =>
  [...Map.groupBy(labels, (label) => label)].filter(([, same]) => same.length > 1).map(([label]) => label)
