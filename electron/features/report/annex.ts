import { criteriaBelow, type Criterion, type Framework, type Theme } from '../../../shared/domain/framework.ts'
import { methodOf } from '../../../shared/domain/method.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { sectionOf } from './block.ts'
import { both, type Content, html, type Language, type Markup } from './markup.ts'
import { statementOf } from './results.ts'
import { ownMark } from './told.ts'

/** Annex: the framework as it was held against the organisation. It is the first of the annexes, which begin on a page of their own. */
export function frameworkIn({ round: { framework } }: Report): Markup {
  return html`<section class="annex">
<h2>${both('Bijlage: toetsingskader', 'Annex: framework')}</h2>
<p>${framework.title}, ${both('versie', 'version')} ${framework.version}.</p>
${framework.themes.map((theme) => themeOf(framework, theme))}</section>
`
}

const themeOf = (framework: Framework, theme: Theme): Markup => html`<h3>${both('Thema', 'Theme')} ${theme.number} · ${theme.title}${ownMark(theme.wording)}</h3>
${theme.aim === null ? null : html`<p class="aim">${theme.aim}</p>
`}${criteriaBelow(theme).map((criterion) => criterionOf(framework, criterion))}`

const criterionOf = (framework: Framework, { number, title, wording, expectations }: Criterion): Markup => html`<h4>${number} ${title}${ownMark(wording)}</h4>
${expectations.length === 0 ? null : html`<dl class="facts ad">
${expectations.map((expectation) => html`<dt>${expectation.number}</dt><dd>${statementOf(framework, expectation)}${
  expectation.assessed ? null : html` <span class="state">${both('wordt nog niet beoordeeld', 'not assessed yet')}</span>`}</dd>
`)}</dl>
`}`

/** Annex: written from what was recorded, so that it says no more than was done. */
export function methodIn({ work }: Report): Content {
  return (language: Language) => html`<section>
<h2>${both('Bijlage: werkwijze', 'Annex: method')}</h2>
<ul>${methodOf(work, language).map((sentence) => html`<li>${sentence}</li>
`)}</ul>
</section>
`
}

export const notesOf = ({ round: { framework: { footnotes } } }: Report): Content => sectionOf(both('Noten', 'Notes'), footnotes.length === 0 ? null : html`<dl class="facts ad">
${footnotes.map(({ id, number, text }) => html`<dt id="noot-${id}">${both('Noot', 'Note')} ${number}</dt><dd>${text}</dd>
`)}</dl>
`)
