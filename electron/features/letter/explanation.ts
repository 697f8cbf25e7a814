import type { Explained } from '../../../shared/domain/letter-explanation.ts'
import { both, html, type Markup } from '../report/markup.ts'
import { prose } from '../report/told.ts'

/** Norm, found, judged and needed, expectation by expectation under what they belong to. */
export function explanationsOf(explained: readonly Explained[]): Markup {
  const parts = [...Map.groupBy(explained, ({ under }) => under)]
  return html`${explained.some(({ own }) => own) ? html`<p class="small">${both(
    'Waar “eigen woorden” staat, is de norm door de inspectie in eigen woorden weergegeven; de officiële tekst gaat voor.',
    'Where it says “own words”, the inspectorate has put the norm in its own words; the official text prevails.')}</p>
` : null}${parts.map(([under, all]) => html`<h2>${under}</h2>
${all.map(explanationOf)}`)}`
}

function explanationOf({ number, norm, own, found, judged, needed }: Explained): Markup {
  return html`<div class="explained"><h3>${number}: ${judged}</h3>
<dl class="facts">
<dt>${both('De norm', 'The norm')}</dt><dd>${norm}${own ? html` <span class="small">${both('(eigen woorden)', '(own words)')}</span>` : null}</dd>
<dt>${both('Wat is gezien', 'What was found')}</dt><dd>${found === null ? html`<span class="none">${both('Hierover is niets opgeschreven.', 'Nothing was written down about this.')}</span>` : prose(found)}</dd>
<dt>${both('Hoe dat is beoordeeld', 'How that was judged')}</dt><dd>${judged}</dd>
${needed.length === 0 ? null : html`<dt>${both('Wat nodig is', 'What would meet it')}</dt><dd><ul>${needed.map((one) => html`<li>${one}</li>`)}</ul></dd>
`}</dl></div>
`
}
