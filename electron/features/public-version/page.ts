import { type CutPage, cutPage, isOwnTag, isTag, pageOfShape, saidBy, type Shape } from '../../../shared/domain/commitment.ts'
import { GROUNDS, type Ground, groundsOf, type Redaction, shownOf } from '../../../shared/domain/redaction.ts'
import type { PageElement, PageNode } from '../../../shared/domain/report-page.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { reportHtml } from '../report/html.ts'
import type { Pictures } from '../report/photos.ts'
import { treeOf } from '../report/tree.ts'

/** The report as it would be adopted on a day: the page that everyone knows, cut. */
export const pageToAdopt = (report: Report, day: string, pictures?: Pictures): CutPage => cutPage(treeOf(reportHtml({ ...report, adoptedOn: day }, 'nl', pictures)))

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
export function publicPageOf(shape: Shape, fragments: readonly Told[], adoption: string): PageElement {
  const page = pageOfShape(shape, (index) => shownOf(fragments[index]!.pieces, fragments[index]!.grounds))
  const counts = countsOf(fragments)
  const [mark, heading, ...rest] = page.children
  return { ...page, children: [mark!, heading!, noticeOf(counts), ...rest, aboutOf(counts, adoption)] }
}

/** How many stretches were left out, by ground. */
export function countsOf(fragments: readonly Told[]): Partial<Record<Ground, number>> {
  const starts = fragments.flatMap(({ grounds }) => grounds.filter((ground, index) => ground !== null && grounds[index - 1] !== ground))
  return Object.fromEntries([...Map.groupBy(starts, (ground) => ground!)].map(([ground, all]) => [ground, all.length]))
}

const several = (count: number) => (count === 1 ? '1 passage' : `${count} passages`)
const totalOf = (counts: Partial<Record<Ground, number>>) => Object.values(counts).reduce((sum, count) => sum + count, 0)

function noticeOf(counts: Partial<Record<Ground, number>>): PageElement {
  const total = totalOf(counts)
  return element('p', { class: 'notice' }, total === 0
    ? 'Openbare versie. Er is niets weggelaten.'
    : `Openbare versie. Weggelaten: ${several(total)}. Op elke plaats staat waarom; al het andere is het rapport zoals het is vastgesteld.`)
}

function aboutOf(counts: Partial<Record<Ground, number>>, adoption: string): PageElement {
  const rows = Object.entries(GROUNDS).filter(([ground]) => ground in counts).map(([ground, { mark, source }]) =>
    element('li', {}, `${mark}: ${several(counts[ground as Ground]!)}. Grond: ${source}.`))
  return element('section', {},
    element('h2', {}, 'Over deze openbare versie'),
    element('p', {}, 'Deze versie is nieuw gemaakt uit wat openbaar is. Wat is weggelaten, staat er niet in, ook niet onzichtbaar.'),
    ...(rows.length === 0 ? [] : [element('ul', {}, ...rows)]),
    element('p', {}, 'Kenmerk van het vastgestelde rapport: ', element('code', {}, adoption)),
    element('p', {}, 'Het bestand waarin deze versie is uitgegeven, bevat het bewijs dat de rest van het rapport niet is veranderd. Hoe u dat nagaat, staat in VERIFY.txt.'))
}

const element = (tag: PageElement['tag'], attributes: Record<string, string>, ...children: PageNode[]): PageElement => ({ tag, attributes, children })

/** What a passage says. */
export const textOfPassage = ({ fragments }: CutPage, { fragment, from, to }: Pick<Redaction, 'fragment' | 'from' | 'to'>) =>
  fragments[fragment]!.slice(from, to).map(saidBy).join('')
