import { reportHtml } from './html.ts'
import { both, html, type Markup } from './markup.ts'
import { pageOf } from './page.ts'
import { reportOf } from './repository.ts'
import { type Element, treeOf } from './tree.ts'
import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import { dutchMomentOf } from '../../../shared/domain/dutch-day.ts'
import { type PageChange, pageChanges } from '../../../shared/domain/page-comparison.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { listVersions, readingVersion } from '../../db/kept-version.ts'
import type { Db } from '../../db/open.ts'

/** The report as it stands, or as it stood in a version; null is now. Errors: `not-found`. */
export function pageOfVersion(db: Db, inspection: string, version: string | null, language: ReportLanguage): Element {
  const read = () => treeOf(reportHtml(reportOf(db, inspection), language))
  return version === null ? read() : readingVersion(db, inspection, version, read)
}

/** What reads otherwise in a later version, word by word. */
export const changesBetween = (db: Db, inspection: string, before: string | null, after: string | null, language: ReportLanguage): PageChange[] =>
  pageChanges(pageOfVersion(db, inspection, before, language), pageOfVersion(db, inspection, after, language))

/** The changes as a page to print: what went and what came has its sign, for a reader who sees no colours. */
export function comparisonHtml(db: Db, inspection: string, before: string | null, after: string | null, language: ReportLanguage): string {
  const changes = changesBetween(db, inspection, before, after, language)
  const named = (id: string | null) => nameOf(db, inspection, id)
  const groups = [...Map.groupBy(changes, ({ heading }) => heading)]
  const title = both('Wijzigingen in het rapport', 'Changes in the report')
  return pageOf(title, html`<h1>${title}</h1>
<p>${both('Van', 'From')}: ${named(before)}. ${both('Naar', 'To')}: ${named(after)}.</p>
<p class="small">${both('Weg is [− wat er stond −], nieuw is [+ wat er staat +].', 'Gone is [− what stood there −], new is [+ what stands there +].')}</p>
${changes.length === 0 ? html`<p>${both('Er is geen woord anders.', 'No word is different.')}</p>
` : groups.map(([heading, own]) => html`<section>
<h2>${heading === '' ? title : heading}</h2>
${own.map(({ pieces }) => html`<p>${pieces.map(({ kind, text }) => pieceOf(kind, text))}</p>
`)}</section>
`)}`, undefined, language)
}

function pieceOf(kind: PageChange['pieces'][number]['kind'], text: string): Markup {
  if (kind === 'same') return html`${text}`
  return kind === 'removed' ? html`<em>[− ${text.trim()} −]</em> ` : html`<strong>[+ ${text.trim()} +]</strong> `
}

const KINDS = {
  kept: both('bewaard', 'kept'), saved: both('opgeslagen als bestand', 'saved to a file'), check: both('voorgelegd aan de organisatie', 'put before the organisation'),
  adopted: both('vastgesteld', 'adopted'),
}

/** To the minute, on the clocks of the Netherlands. */
const momentIn = (at: string) => (language: ReportLanguage) => {
  const [day, time] = dutchMomentOf(at).split('T') as [string, string]
  return `${dayInWords(day, language)} ${time}`
}

function nameOf(db: Db, inspection: string, id: string | null): Markup {
  const version = listVersions(db, inspection).find((one) => one.id === id)
  return version ? html`${momentIn(version.at)} (${KINDS[version.kind]}, <code>${version.state.slice(0, 16)}</code>)` : html`${both('het rapport zoals het nu is', 'the report as it is now')}`
}
