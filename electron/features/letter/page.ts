import { blocksOf, type LetterBlock } from '../../../shared/domain/letter-text.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { countsOf } from '../../../shared/domain/verdict.ts'
import { expectationsBelow } from '../../../shared/domain/framework.ts'
import { both, html, type Markup } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { STYLE } from '../report/style.ts'
import { prose } from '../report/told.ts'
import { day } from '../report/words.ts'
import type { ListedLetter } from './repository.ts'

export interface Printed {
  letter: ListedLetter
  /** The letter that it takes the place of. */
  corrects: ListedLetter['fields'] | null
  /** Who writes: the inspectorates of the team. */
  sender: string
  addressees: readonly string[]
  copies: readonly string[]
  /** What the kind of letter sets below its text. */
  below: Markup | null
}

const EACH = `.letter + .letter { break-before: page } .letter .facts { margin: 1.5rem 0 } .explained { break-inside: avoid }`

/** The letter as a page, once for each addressee; without any, once. */
export function letterHtml(printed: Printed): string {
  const { letter: { fields, language }, addressees } = printed
  return pageOf(fields.subject.value ?? '', html`${(addressees.length === 0 ? [null] : addressees).map((to) => oneOf(printed, to))}`, STYLE + EACH, language)
}

function oneOf({ letter: { fields }, corrects, sender, copies, below }: Printed, to: string | null): Markup {
  return html`<section class="letter">
<p><strong>${sender}</strong></p>
${to === null ? null : html`<p>${both('Aan: ', 'To: ')}${to}</p>
`}<dl class="facts">
${fields.dated.value === null ? null : html`<dt>${both('Datum', 'Date')}</dt><dd>${day(fields.dated.value)}</dd>
`}${fields.reference.value === null ? null : html`<dt>${both('Kenmerk', 'Reference')}</dt><dd>${fields.reference.value}</dd>
`}</dl>
<h1>${fields.subject.value}</h1>
${corrects && replacedBy(corrects)}${textOfLetter(fields.text.value ?? '')}${below}${copies.length === 0 ? null : html`<h2>${both('Afschrift aan', 'Copy to')}</h2>
<ul>${copies.map((copy) => html`<li>${copy}</li>
`)}</ul>
`}</section>
`
}

/** Which letter it takes the place of: nobody can leave that out. */
function replacedBy({ dated, sentOn, reference }: ListedLetter['fields']): Markup {
  const on = day(dated.value ?? sentOn.value!)
  return html`<p class="notice">${both('Dit komt in de plaats van onze brief van ', 'This takes the place of our letter of ')}${on}${
    reference.value === null ? null : html`${both(' met kenmerk ', ' with reference ')}${reference.value}`}.</p>
`
}

/** The text of a letter, in its paragraphs, headings and lists. */
export const textOfLetter = (text: string): Markup => html`${blocksOf(text).map(blockOf)}`

function blockOf(block: LetterBlock): Markup {
  if (block.kind === 'list') return html`<ul>${block.items.map((item) => html`<li>${item}</li>
`)}</ul>
`
  return block.kind === 'head' ? html`<h2>${block.text}</h2>
` : html`<p>${prose(block.text)}</p>
`
}

/** How many expectations are met, by theme: what a council asks first. */
export function themesTable({ round: { framework, ratingOf } }: Report): Markup {
  const rows = framework.themes.map((theme) => ({ theme, ...countsOf(framework, ratingOf, expectationsBelow(theme)) }))
  return html`<table>
<caption>${both('Voldaan per thema', 'Met, by theme')}</caption>
<thead><tr><th scope="col">${both('Thema', 'Theme')}</th><th scope="col">${both('Voldaan', 'Met')}</th><th scope="col">${both('Niet voldaan', 'Not met')}</th><th scope="col">${both('Beoordeeld', 'Assessed')}</th></tr></thead>
<tbody>${rows.map(({ theme, met, notMet, assessed }) => html`<tr><th scope="row">${theme.number} ${theme.title}</th><td>${met}</td><td>${notMet}</td><td>${assessed}</td></tr>
`)}</tbody>
</table>
`
}
