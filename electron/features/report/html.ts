import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { claimedOf, keyDataOf } from './claimed.ts'
import { html, Markup } from './markup.ts'
import { pageOf } from './page.ts'
import { pointsIn } from './points.ts'
import { conclusionOf, improvementsOf, ruleOf, summaryOf } from './outcome.ts'
import { resultsOf } from './results.ts'
import { told } from './told.ts'
import { dayOf, kindOf, ROLES } from './words.ts'

/**
 * The readable report: one HTML file in Dutch that needs nothing beside it. It holds no clock and no chance, so the same inspection gives
 * the same bytes.
 */
export function reportHtml(report: Report): string {
  return pageOf('Inspectierapport, concept', html`<p class="concept">Concept, geen vastgesteld rapport</p>
<h1>Inspectierapport ${report.organisation?.name ?? null}</h1>
${aboutOf(report)}${summaryOf(report)}${keyDataOf(report)}${resultsOf(report)}${claimedOf(report)}${ruleOf(report)}${improvementsOf(report)}${pointsIn(report)}${conclusionOf(report)}${signedIn(report)}${methodIn(report)}${notesOf(report)}${marksOf(report)}`)
}

function aboutOf(report: Report): Markup {
  const { organisation, fields, round: { framework } } = report
  return html`<section>
<h2>Over deze inspectie</h2>
<dl class="facts">
<dt>Organisatie</dt><dd>${told(fields.organisation, (id) => (organisation ? namedOf(organisation) : id))}</dd>
<dt>Toetsingskader</dt><dd>${framework.title}, versie ${framework.version}</dd>
<dt>Soort</dt><dd>${told(fields.kind, kindOf)}</dd>
<dt>Eerste dag</dt><dd>${told(fields.firstDay, dayOf)}</dd>
<dt>Laatste dag</dt><dd>${told(fields.lastDay, dayOf)}</dd>
<dt>Aankondiging</dt><dd>${told(fields.announced, (announced) => (announced ? 'Aangekondigd' : 'Onaangekondigd'))}</dd>
<dt>Vorige ronde</dt><dd>${earlierOf(report)}</dd>
<dt>Inspectieteam</dt><dd>${teamOf(report)}</dd>
</dl>
</section>
`
}

function namedOf({ name, region, partOf, verified }: NonNullable<Report['organisation']>): Markup {
  return html`${name}, regio ${region}${partOf === null ? null : html`, onderdeel van ${partOf}`}${
    verified ? null : html` <span class="tag">naam niet aan een bron gecontroleerd</span>`}`
}

function earlierOf({ fields, earlier }: Report): Markup {
  const none = html`geen`
  if (fields.earlier.different || fields.earlier.value === null) return told(fields.earlier, () => 'een eerdere inspectie', none)
  if (!earlier) return html`wel aangewezen, maar hier niet bekend`
  return html`${kindOf(earlier.kind)}${earlier.firstDay === null ? null : `, ${dayOf(earlier.firstDay)}`}`
}

/** Roles and inspectorates, without names: who signed stands in the certificates. */
function teamOf({ team }: Report): Markup {
  const order = Object.keys(ROLES)
  const placeOf = ({ value }: Report['team'][number]) => (value ? order.indexOf(value.role) : order.length)
  const members = team.toSorted((a, b) => placeOf(a) - placeOf(b))
  return html`<ul>${members.map((member) => html`<li>${told(member, ({ role, inspectorate }) => `${ROLES[role]}, ${inspectorate}`)}</li>`)}</ul>`
}

/** Who signed, by role and sentence; a report that travels inside a bundle was made before that bundle was signed, and tells of the one before. */
function signedIn({ signed }: Report): Markup {
  return html`<section>
<h2>Ondertekening</h2>
${signed === null ? html`<p>Toen dit rapport werd gemaakt was van deze inspectie nog geen inspectiebestand ondertekend.</p>` : aboutSigned(signed)}
</section>
`
}

function aboutSigned({ manifest, madeAt, replaces, statements, current }: NonNullable<Report['signed']>): Markup {
  const day = dayOf(dutchDayOf(madeAt))
  return html`${current
    ? html`<p>Deze stand is ondertekend, in het inspectiebestand van ${day}:</p>`
    : html`<p>Deze stand is gewijzigd sinds het inspectiebestand van ${day}. De handtekeningen daarvan gaan niet over de wijzigingen; een nieuw ondertekend bestand vervangt het. Toen is verklaard:</p>`}
<ul>${statements.map((statement) => html`<li>${statement}</li>
`)}</ul>
<dl class="facts">
<dt>Kenmerk van dat bestand</dt><dd><code>${manifest}</code></dd>
${replaces === null ? null : html`<dt>Dat vervangt</dt><dd><code>${replaces}</code></dd>`}</dl>`
}

/** Annex: written from what was recorded, so that it says no more than was done. */
function methodIn({ method }: Report): Markup {
  return html`<section>
<h2>Bijlage: werkwijze</h2>
<ul>${method.map((sentence) => html`<li>${sentence}</li>
`)}</ul>
</section>
`
}

function notesOf({ round: { framework: { footnotes } } }: Report): Markup | null {
  if (footnotes.length === 0) return null
  return html`<section>
<h2>Noten</h2>
<dl class="facts ad">
${footnotes.map(({ id, number, text }) => html`<dt id="noot-${id}">Noot ${number}</dt><dd>${text}</dd>
`)}</dl>
</section>
`
}

/** How to tell this version and this state from any other, and whose words these are. */
function marksOf({ round: { framework }, frameworkHash, inspection, stateHash }: Report): Markup {
  return html`<section>
<h2>Verantwoording</h2>
<p>Wat met * is gemerkt staat in eigen woorden. De officiële tekst van het toetsingskader gaat voor.</p>
<h3>Herkomst van het toetsingskader</h3>
<ul>${framework.provenance.map((sentence) => html`<li>${sentence}</li>
`)}</ul>
<h3>Kenmerken</h3>
<dl class="facts">
<dt>Kenmerk van het toetsingskader</dt><dd><code>${frameworkHash}</code></dd>
<dt>Inspectie</dt><dd><code>${inspection}</code></dd>
<dt>Stand waarvan dit rapport vertelt</dt><dd><code>${stateHash}</code></dd>
</dl>
</section>
`
}
