import type { AdoptionStatement } from '../../../shared/domain/adoption.ts'
import { type CutPage, cutPage, isOwnTag, isTag, pageOfShape, saidBy, type Shape } from '../../../shared/domain/commitment.ts'
import { several } from '../../../shared/domain/count-in-words.ts'
import { Ground, GROUNDS, groundsOf, type Passage, type Redaction, shownOf } from '../../../shared/domain/redaction.ts'
import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { reportHtml } from '../report/html.ts'
import type { Pictures } from '../report/photos.ts'
import { treeOf } from '../report/tree.ts'

/** The report as it would be adopted on a day in a language: the page that everyone knows, cut. */
export const pageToAdopt = (report: Report, { day, language }: Pick<AdoptionStatement, 'day' | 'language'>, pictures?: Pictures): CutPage =>
  cutPage(treeOf(reportHtml({ ...report, adoptedOn: day }, language, pictures)))

/** Per fragment why each of its pieces is left out. */
export function groundsIn({ fragments }: CutPage, redactions: readonly Redaction[]): (Ground | null)[][] {
  const byFragment = Map.groupBy(redactions, ({ fragment }) => fragment)
  return fragments.map((pieces, index) => groundsOf(pieces, byFragment.get(index) ?? []))
}

/** The adopted page with what is left out marked in it, to look at and to choose from. Never leaves. */
export function markedPage({ shape, fragments }: CutPage, grounds: readonly (readonly (Ground | null)[])[]): PageElement {
  return pageOfShape(shape, (index) => {
    const pieces = fragments[index]!
    const isOwn = isOwnTag(pieces[0])
    const marked = pieces.map((piece, at) => (grounds[index]![at] === null || isTag(piece) ? piece : `<span class="left-out">${piece}</span>`))
    const parts = marked.flatMap((piece) => piece.split(/(?<=<span class="left-out">)|(?=<\/span>$)/))
    return [...(isOwn ? parts.slice(0, 1) : []), `<span data-fragment="${index}">`, ...parts.slice(isOwn ? 1 : 0), '</span>']
  })
}

/** What is told of a fragment: its pieces, null where one is left out. */
export interface Told {
  readonly pieces: readonly (string | null)[]
  readonly grounds: readonly (Ground | null)[]
}

/** A new page of nothing but what stays, with what was left out counted at its end. `adoption` is the hash by which the adopted report is known. */
export function publicPageOf(shape: Shape, fragments: readonly Told[], adoption: string, language: ReportLanguage): PageElement {
  const page = pageOfShape(shape, (index) => shownOf(fragments[index]!.pieces, fragments[index]!.grounds, language))
  const counts = countsOf(fragments)
  const [mark, heading, ...rest] = page.children
  return { ...page, children: [mark!, heading!, noticeOf(counts, language), ...rest, aboutOf(counts, adoption, language)] }
}

/** How many stretches were left out, by ground. */
export function countsOf(fragments: readonly Told[]): Partial<Record<Ground, number>> {
  const starts = fragments.flatMap(({ grounds }) => grounds.filter((ground, index) => ground !== null && grounds[index - 1] !== ground))
  return Object.fromEntries([...Map.groupBy(starts, (ground) => ground!)].map(([ground, all]) => [ground, all.length]))
}

export const totalOf = (counts: Partial<Record<Ground, number>>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

const SAID = {
  nl: {
    nothing: 'Openbare versie. Er is niets weggelaten.',
    leftOut: (count: number) => `Openbare versie. Weggelaten: ${several(count, 'passage', 'passages')}. Op elke plaats staat waarom; al het andere is het rapport zoals het is vastgesteld.`,
    heading: 'Over deze openbare versie',
    made: 'Deze versie is nieuw gemaakt uit wat openbaar is. Wat is weggelaten, staat er niet in, ook niet onzichtbaar.',
    counted: (mark: string, count: number, source: string) => `${mark}: ${several(count, 'passage', 'passages')}. Grond: ${source}.`,
    known: 'Kenmerk van het vastgestelde rapport: ',
    proof: 'Het bestand waarin deze versie is uitgegeven, bevat het bewijs dat de rest van het rapport niet is veranderd. Hoe u dat nagaat, staat in VERIFY.txt.',
  },
  en: {
    nothing: 'Public version. Nothing was left out.',
    leftOut: (count: number) => `Public version. Left out: ${several(count, 'passage', 'passages')}. At each place it says why; all else is the report as it was adopted.`,
    heading: 'About this public version',
    made: 'This version was made anew of what is public. What was left out is not in it, not even where it cannot be seen.',
    counted: (mark: string, count: number, source: string) => `${mark}: ${several(count, 'passage', 'passages')}. Ground: ${source}.`,
    known: 'Hash of the adopted report: ',
    proof: 'The file in which this version was published holds the proof that the rest of the report was not changed. How to check that is told in VERIFY.txt.',
  },
} as const

function noticeOf(counts: Partial<Record<Ground, number>>, language: ReportLanguage): PageElement {
  const { nothing, leftOut } = SAID[language]
  const total = totalOf(counts)
  return element('p', { class: 'notice' }, total === 0 ? nothing : leftOut(total))
}

function aboutOf(counts: Partial<Record<Ground, number>>, adoption: string, language: ReportLanguage): PageElement {
  const said = SAID[language]
  const rows = Ground.options.filter((ground) => ground in counts).map((ground) => {
    const { mark, source } = GROUNDS[language][ground]
    return element('li', {}, said.counted(mark, counts[ground]!, source))
  })
  return element('section', {},
    element('h2', {}, said.heading),
    element('p', {}, said.made),
    ...(rows.length === 0 ? [] : [element('ul', {}, ...rows)]),
    element('p', {}, said.known, element('code', {}, adoption)),
    element('p', {}, said.proof))
}

const element = (tag: PageElement['tag'], attributes: Record<string, string>, ...children: PageNode[]): PageElement => ({ tag, attributes, children })

/** How much is shown of what stands around a passage, in characters. */
export const AROUND = 40

/** What a passage says. */
export const textOfPassage = (page: CutPage, passage: Passage) => aroundIn(page, passage).text

/** What a passage says, and what stands around it. */
export function aroundIn({ fragments }: CutPage, { fragment, from, to }: Passage): { before: string; text: string; after: string } {
  const said = (start: number, end?: number) => fragments[fragment]!.slice(start, end).map(saidBy).join('')
  return { before: said(0, from).slice(-AROUND), text: said(from, to), after: said(to).slice(0, AROUND) }
}
