import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { both, html, type Markup } from './markup.ts'
import { day } from './words.ts'

/** Who signed, by role and sentence; a report that travels inside a bundle was made before that bundle was signed, and tells of the one before. */
export function signedIn({ signed, asked }: Report): Markup {
  return html`<section>
<h2>${both('Ondertekening', 'Signing')}</h2>
${asked ? html`<p>${both('Dit rapport zit in een inspectiebestand dat wordt ondertekend door:', 'This report lies in a bundle that is to be signed by:')} ${asked.join(', ')}. ${both(
    'De handtekeningen zelf staan in dat bestand, naast dit rapport.', 'The signatures themselves are in that bundle, beside this report.')}</p>
` : null}${signed === null ? asked ? null : html`<p>${both(
    'Toen dit rapport werd gemaakt was van deze inspectie nog geen inspectiebestand ondertekend.', 'When this report was made no bundle of this inspection had been signed.')}</p>` : aboutSigned(signed)}
</section>
`
}

function aboutSigned({ manifest, madeAt, replaces, statements, current }: NonNullable<Report['signed']>): Markup {
  const made = day(dutchDayOf(madeAt))
  return html`<p>${current
    ? html`${both('Deze stand is ondertekend, in het inspectiebestand van', 'This state was signed, in the bundle of')} ${made}:`
    : html`${both('Deze stand is gewijzigd sinds het inspectiebestand van', 'This state has changed since the bundle of')} ${made}. ${both(
      'De handtekeningen daarvan gaan niet over de wijzigingen; een nieuw ondertekend bestand vervangt het. Toen is verklaard:',
      'Its signatures are not about the changes; a newly signed bundle replaces it. At that time was stated:')}`}</p>
<ul>${statements.map((statement) => html`<li>${statement}</li>
`)}</ul>
<dl class="facts">
<dt>${both('Kenmerk van dat bestand', 'Hash of that bundle')}</dt><dd><code>${manifest}</code></dd>
${replaces === null ? null : html`<dt>${both('Dat vervangt', 'It replaces')}</dt><dd><code>${replaces}</code></dd>`}</dl>`
}

/** How to tell this version and this state from any other, and whose words these are. */
export function marksOf({ round: { framework }, frameworkHash, inspection, stateHash }: Report): Markup {
  return html`<section>
<h2>${both('Verantwoording', 'Provenance')}</h2>
<p>${both('Wat met * is gemerkt staat in eigen woorden. De officiële tekst van het toetsingskader gaat voor.', 'What is marked with * is in own words. The official text of the framework comes first.')}</p>
${framework.language === 'nl' ? html`${(language) => (language === 'nl' ? null : html`<p>The text of the framework, and what inspectors wrote, stand in the language in which they were published or written.</p>
`)}` : null}<h3>${both('Herkomst van het toetsingskader', 'Where the framework comes from')}</h3>
<ul>${framework.provenance.map((sentence) => html`<li>${sentence}</li>
`)}</ul>
<h3>${both('Kenmerken', 'Hashes')}</h3>
<dl class="facts">
<dt>${both('Kenmerk van het toetsingskader', 'Hash of the framework')}</dt><dd><code>${frameworkHash}</code></dd>
<dt>${both('Inspectie', 'Inspection')}</dt><dd><code>${inspection}</code></dd>
<dt>${both('Stand waarvan dit rapport vertelt', 'State of which this report tells')}</dt><dd><code>${stateHash}</code></dd>
</dl>
</section>
`
}
