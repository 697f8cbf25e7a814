import { dayInWords } from '../../../shared/domain/day-in-words.ts'
import type { AnswerTerm } from '../../../shared/domain/factual-check.ts'
import { html, type Markup } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import type { Gathered, Section } from './gather.ts'

/** What is told of a check beside its lines. */
export interface Told {
  readonly organisation: string
  readonly framework: string
  readonly visit: string
  readonly on: string
  readonly due: string
  readonly term: AnswerTerm
}

const UNITS: Readonly<Record<AnswerTerm['unit'], readonly [one: string, more: string]>> = {
  days: ['dag', 'dagen'], weeks: ['week', 'weken'], months: ['maand', 'maanden'],
}
export const lengthOf = ({ value, unit }: Pick<AnswerTerm, 'value' | 'unit'>) => `${value} ${UNITS[unit][value === 1 ? 0 : 1]}`

/** How the organisation answers, on paper and in the form. */
export const HOW_TO_ANSWER = [
  'Controleer of de feiten kloppen. Noem per opmerking het nummer van de regel, wat er niet klopt, wat het moet zijn en waaruit dat blijkt.',
  'Elke opmerking krijgt een antwoord: overgenomen, ten dele overgenomen of niet overgenomen, met de reden. De opmerkingen en antwoorden komen in een bijlage van het rapport.',
  'Noem functies en geen namen. Schrijf niets dat naar een cliënt of medewerker te herleiden is.',
  'Dit gaat over feiten. Een zienswijze op een voorgenomen maatregel of op de openbaarmaking hoort hier niet: daarvoor krijgt u zo nodig een eigen brief met een eigen termijn.',
]

/** The findings with their lines numbered, as a page: no judgement of a criterion, no verdict, no measure, no source, nobody's name. */
export function checkPage({ organisation, framework, visit, on, due, term }: Told, sections: readonly Section[]): string {
  let line = 0
  return pageOf('Bevindingen ter controle, concept', html`<p class="concept">Concept, vertrouwelijk</p>
<h1>Bevindingen ter controle van de feiten</h1>
<section>
<h2>Over deze stukken</h2>
<dl class="facts">
<dt>Organisatie</dt><dd>${organisation}</dd>
<dt>Toetsingskader</dt><dd>${framework}</dd>
<dt>Bezoek</dt><dd>${visit}</dd>
<dt>Voorgelegd op</dt><dd>${dayInWords(on, 'nl')}</dd>
<dt>Reageren tot en met</dt><dd>${dayInWords(due, 'nl')} (${lengthOf(term)}; ${term.source})</dd>
</dl>
<h3>Hoe u reageert</h3>
<ul>${HOW_TO_ANSWER.map((sentence) => html`<li>${sentence}</li>
`)}<li>Gebruik het formulier opmerkingen.xlsx: één opmerking per rij. Zonder formulier mag ook, als u de nummers van de regels noemt.</li>
</ul>
</section>
<section>
<h2>Bevindingen</h2>
${sections.map(({ title, places }) => html`<h3>${title}</h3>
<table>
<caption class="aloud">Genummerde regels bij ${title}</caption>
<thead><tr><th scope="col" class="number">Regel</th><th scope="col" class="number">Nr.</th><th scope="col">Bevinding</th></tr></thead>
<tbody>
${places.map((place) => place.lines.map((text) => rowOf(++line, place, text)))}</tbody>
</table>
`)}</section>
`)
}

const rowOf = (line: number, { number }: Gathered, text: string): Markup =>
  html`<tr><th scope="row" class="number">${line}</th><td class="number">${number === '' ? '–' : number}</td><td><span class="prose">${text}</span></td></tr>
`
