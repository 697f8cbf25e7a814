import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import type { AnswerTerm } from '../../../shared/domain/factual-check.ts'
import { textOfLetter } from '../letter/page.ts'
import { both, type Both, html, type Language, type Markup } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { STYLE } from '../report/style.ts'
import type { Gathered, Section } from './gather.ts'

/** What is told of a check beside its lines. */
export interface Told {
  readonly language: Language
  readonly organisation: string
  readonly framework: string
  readonly visit: string
  readonly on: string
  readonly due: string
  readonly term: AnswerTerm
}

/** What the organisation fills in. */
export const FORM_NAME: Readonly<Record<Language, string>> = { nl: 'opmerkingen.xlsx', en: 'remarks.xlsx' }

const UNITS: Readonly<Record<Language, Readonly<Record<AnswerTerm['unit'], readonly [one: string, more: string]>>>> = {
  nl: { days: ['dag', 'dagen'], weeks: ['week', 'weken'], months: ['maand', 'maanden'] },
  en: { days: ['day', 'days'], weeks: ['week', 'weeks'], months: ['month', 'months'] },
}
const lengthOf = ({ value, unit }: Pick<AnswerTerm, 'value' | 'unit'>, language: Language) => `${value} ${UNITS[language][unit][value === 1 ? 0 : 1]}`

/** How the organisation answers, on paper and in the form. */
export const HOW_TO_ANSWER: readonly Both[] = [
  both(
    'Controleer of de feiten kloppen. Noem per opmerking het nummer van de regel, wat er niet klopt, wat het moet zijn en waaruit dat blijkt.',
    'Check whether the facts are right. For each remark name the number of the line, what is wrong, what it should be and what shows that.'),
  both(
    'Elke opmerking krijgt een antwoord: overgenomen, ten dele overgenomen of niet overgenomen, met de reden. De opmerkingen en antwoorden komen in een bijlage van het rapport.',
    'Each remark gets an answer: taken over, taken over in part or not taken over, with the reason. Remarks and answers come in an annex of the report.'),
  both('Noem functies en geen namen. Schrijf niets dat naar een cliënt of medewerker te herleiden is.', 'Name functions and no names. Write nothing that can be traced to a client or a member of staff.'),
  both(
    'Dit gaat over feiten. Een zienswijze op een voorgenomen maatregel of op de openbaarmaking hoort hier niet: daarvoor krijgt u zo nodig een eigen brief met een eigen termijn.',
    'This is about facts. A view on an intended measure or on publication does not belong here: for that you get, where needed, a letter of its own with a term of its own.'),
]

/** The letter that comes with the findings. */
export const letterPage = ({ language, organisation, on }: Told, inspectorate: string, { subject, text }: { subject: string; text: string }) => pageOf(subject, html`<p><strong>${inspectorate}</strong></p>
<p>${both('Aan', 'To')}: ${organisation}</p>
<p>${both('Datum', 'Date')}: ${dayInWords(on, language)}</p>
<h1>${subject}</h1>
${textOfLetter(text)}`, STYLE, language)

/** The findings with their lines numbered, as a page: no judgement of a criterion, no verdict, no measure, no source, nobody's name. */
export function checkPage({ language, organisation, framework, visit, on, due, term }: Told, sections: readonly Section[]): string {
  let line = 0
  return pageOf(both('Bevindingen ter controle, concept', 'Findings to be checked, draft'), html`<p class="concept">${both('Concept, vertrouwelijk', 'Draft, confidential')}</p>
<h1>${both('Bevindingen ter controle van de feiten', 'Findings, for a check of the facts')}</h1>
<section>
<h2>${both('Over deze stukken', 'About these papers')}</h2>
<dl class="facts">
<dt>${both('Organisatie', 'Organisation')}</dt><dd>${organisation}</dd>
<dt>${both('Toetsingskader', 'Framework')}</dt><dd>${framework}</dd>
<dt>${both('Bezoek', 'Visit')}</dt><dd>${visit}</dd>
<dt>${both('Voorgelegd op', 'Submitted on')}</dt><dd>${dayInWords(on, language)}</dd>
<dt>${both('Reageren tot en met', 'Respond until')}</dt><dd>${dayInWords(due, language)} (${lengthOf(term, language)}; ${term.source})</dd>
</dl>
<h3>${both('Hoe u reageert', 'How to respond')}</h3>
<ul>${HOW_TO_ANSWER.map((sentence) => html`<li>${sentence}</li>
`)}<li>${both(
  `Gebruik het formulier ${FORM_NAME.nl}: één opmerking per rij. Zonder formulier mag ook, als u de nummers van de regels noemt.`,
  `Use the form ${FORM_NAME.en}: one remark to a row. Without the form will do too, as long as you name the numbers of the lines.`)}</li>
</ul>
</section>
<section>
<h2>${both('Bevindingen', 'Findings')}</h2>
${sections.map(({ title, places }) => html`<h3>${title}</h3>
<table>
<caption class="aloud">${both('Genummerde regels bij', 'Numbered lines of')} ${title}</caption>
<thead><tr><th scope="col" class="number">${both('Regel', 'Line')}</th><th scope="col" class="number">${both('Nr.', 'No.')}</th><th scope="col">${both('Bevinding', 'Finding')}</th></tr></thead>
<tbody>
${places.map((place) => place.lines.map((text) => rowOf(++line, place, text)))}</tbody>
</table>
`)}</section>
`, STYLE, language)
}

const rowOf = (line: number, { number }: Gathered, text: string): Markup =>
  html`<tr><th scope="row" class="number">${line}</th><td class="number">${number === '' ? '–' : number}</td><td><span class="prose">${text}</span></td></tr>
`
