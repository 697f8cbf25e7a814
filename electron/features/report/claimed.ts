import type { CaseloadKind } from '../../../shared/domain/caseload.ts'
import type { Claim, ClaimOutcome, Disagreeing } from '../../../shared/domain/claim.ts'
import { expectationOf } from '../../../shared/domain/framework.ts'
import type { ProfileTopic } from '../../../shared/domain/profile.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { html, type Markup } from './markup.ts'
import { isTold, NONE, recorded, told } from './told.ts'
import { dayOf, several } from './words.ts'

const TOPICS: Readonly<Record<ProfileTopic, string>> = {
  task: 'Taak', team: 'Team', function: 'Functie en uren', system: 'Registratiesysteem', service: 'Dienst door een ander', figure: 'Kerncijfer',
}
const COUNTS: Readonly<Record<CaseloadKind, string>> = {
  'open-cases': 'Lopende zaken', 'triage-waiting': 'Wachtlijst voor triage', 'investigation-waiting': 'Wachtlijst voor onderzoek door Veilig Thuis',
  'over-ten-weeks': 'Langer dan tien weken', other: 'Zaken',
}
const SAYS: Readonly<Record<Claim['says'], string>> = { done: 'klaar', planned: 'komt klaar' }
const OUTCOMES: Readonly<Record<ClaimOutcome, string>> = {
  confirmed: 'bevestigd', partly: 'ten dele bevestigd', 'not-confirmed': 'niet bevestigd', open: 'nog open',
}
const BECAUSE: Readonly<Record<Disagreeing, string>> = {
  rating: 'Volgens de organisatie klaar, terwijl het oordeel is dat het niet voldoet.',
  found: 'Ter plaatse is niet, of maar ten dele, gevonden wat de organisatie zegt.',
}
const BY = { own: 'de organisatie zelf', shared: 'samen met een ander', other: 'een andere organisatie' } as const
const BLANK = html`–`

/** What the organisation is, each fact with its unit, day and source; nothing where none was recorded. */
export function keyDataOf(report: Report): Markup | null {
  if (report.profile.length + report.performers.length === 0) return null
  return html`<section>
<h2>Kerngegevens van de organisatie</h2>
${report.profile.length === 0 ? null : html`<table>
<caption class="aloud">Kerngegevens</caption>
<thead><tr><th scope="col">Onderwerp</th><th scope="col">Gegeven</th><th scope="col">Waarde</th><th scope="col">Eenheid</th><th scope="col">Peildatum</th><th scope="col">Bron</th></tr></thead>
<tbody>
${report.profile.map(({ id, fields }) => html`<tr><td>${told(fields.topic, (one) => TOPICS[one], BLANK)}</td><th scope="row">${
  recorded('profile', id, fields, 'label')}</th><td>${recorded('profile', id, fields, 'value')}</td><td>${recorded('profile', id, fields, 'unit', BLANK)}</td><td>${
  told(fields.day, dayOf)}</td><td>${recorded('profile', id, fields, 'source')}</td></tr>
`)}</tbody>
</table>
`}${performedOf(report)}</section>
`
}

function performedOf({ performers, round: { framework } }: Report): Markup | null {
  if (performers.length === 0) return null
  return html`<h3>Wie wat uitvoert</h3>
<dl class="facts ad">
${performers.map(({ expectation, fields }) => html`<dt>${expectationOf(framework, expectation)?.number ?? expectation}</dt><dd>${
  told(fields.by, (one) => BY[one])}${isTold(fields.organisation) ? html`: ${recorded('performer', expectation, fields, 'organisation')}` : null}${
  isTold(fields.cannot) ? html`. ${recorded('performer', expectation, fields, 'cannot')}` : null}</dd>
`)}</dl>
`
}

/** Where the organisation says one thing and the inspectors found another, and every count as reported and as counted. */
export function claimedOf(report: Report): Markup | null {
  const atOdds = report.claims.filter(({ because }) => because.length > 0)
  if (report.claims.length + report.caseloads.length === 0) return null
  return html`<section>
<h2>Beweerd en bevonden</h2>
${report.claims.length === 0 ? null : html`<p>${several(report.claims.length, 'bewering', 'beweringen')} van de organisatie over verwachtingen; ${
  several(atOdds.length, 'verschilt', 'verschillen')} van wat is bevonden.</p>
`}${atOdds.length === 0 ? null : html`<table>
<caption class="aloud">Verschillen tussen wat is beweerd en wat is bevonden</caption>
<thead><tr><th scope="col" class="number">Nr.</th><th scope="col">Beweerd</th><th scope="col">Document</th><th scope="col">Gereed per</th><th scope="col">Bevonden</th><th scope="col">Verschil</th></tr></thead>
<tbody>
${atOdds.map((claim) => claimRow(report, claim))}</tbody>
</table>
`}${countsOf(report)}</section>
`
}

function claimRow({ round: { framework } }: Report, { id, fields, because }: Report['claims'][number]): Markup {
  const { expectation, says, statement, dated, readyBy, found, outcome } = fields
  return html`<tr><td class="number">${told(expectation, (one) => expectationOf(framework, one)?.number ?? one)}</td><td>${told(says, (one) => SAYS[one], BLANK)}${
    isTold(statement) ? html`: ${recorded('claim', id, fields, 'statement')}` : null}</td><td>${recorded('claim', id, fields, 'document', BLANK)}${
    isTold(dated) ? html`, ${told(dated, dayOf)}` : null}</td><td>${told(readyBy, dayOf, BLANK)}</td><td>${told(outcome, (one) => OUTCOMES[one], BLANK)}${
    isTold(found) ? html`: ${recorded('claim', id, fields, 'found')}` : null}</td><td>${because.map((why) => html`${BECAUSE[why]} `)}</td></tr>
`
}

function countsOf({ caseloads }: Report): Markup | null {
  if (caseloads.length === 0) return null
  return html`<h3>Werkvoorraad en wachtlijsten</h3>
<table>
<caption class="aloud">Aantallen zaken zoals opgegeven en zoals ter plaatse geteld</caption>
<thead><tr><th scope="col">Wat</th><th scope="col">Systeem</th><th scope="col">Peildatum</th><th scope="col">Opgegeven</th><th scope="col">Bron</th><th scope="col">Geteld</th><th scope="col">Verschil</th></tr></thead>
<tbody>
${caseloads.map(({ id, fields, more }) => {
  const { counted, ownCounted, day, reported, document, found, foundHow } = fields
  return html`<tr><th scope="row">${isTold(ownCounted) ? recorded('caseload', id, fields, 'ownCounted') : told(counted, (one) => COUNTS[one])}</th><td>${recorded('caseload', id, fields, 'system', BLANK)}</td><td>${
    told(day, dayOf)}</td><td>${told(reported, String, BLANK)}</td><td>${recorded('caseload', id, fields, 'reportedBy', BLANK)}${
    isTold(document) ? html`, ${recorded('caseload', id, fields, 'document')}` : null}</td><td>${told(found, String, NONE)}${
    isTold(foundHow) ? html` (${recorded('caseload', id, fields, 'foundHow')})` : null}</td><td>${
    more === null ? html`niet bekend` : more === 0 ? html`geen` : html`<strong>≠ ${more > 0 ? '+' : '−'}${Math.abs(more)}</strong>`}</td></tr>
`
})}</tbody>
</table>
`
}
