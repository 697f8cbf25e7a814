import { several } from '../../../shared/domain/count-in-words.ts'
import type { CaseloadKind } from '../../../shared/domain/caseload.ts'
import type { Claim, ClaimOutcome, Disagreeing } from '../../../shared/domain/claim.ts'
import { expectationOf } from '../../../shared/domain/framework.ts'
import type { ProfileTopic } from '../../../shared/domain/profile.ts'
import type { Report } from '../../../shared/domain/report.ts'
import { type Both, both, html, type Markup } from './markup.ts'
import { isTold, NONE, recorded, told } from './told.ts'
import { day } from './words.ts'

const TOPICS: Readonly<Record<ProfileTopic, Both>> = {
  task: both('Taak', 'Task'), team: both('Team', 'Team'), function: both('Functie en uren', 'Function and hours'), system: both('Registratiesysteem', 'Registration system'),
  service: both('Dienst door een ander', 'Service by another'), figure: both('Kerncijfer', 'Key figure'),
}
const COUNTS: Readonly<Record<CaseloadKind, Both>> = {
  'open-cases': both('Lopende zaken', 'Open cases'), 'triage-waiting': both('Wachtlijst voor triage', 'Waiting for triage'),
  'investigation-waiting': both('Wachtlijst voor onderzoek door Veilig Thuis', 'Waiting for investigation'),
  'over-ten-weeks': both('Langer dan tien weken', 'Longer than ten weeks'), other: both('Zaken', 'Cases'),
}
const SAYS: Readonly<Record<Claim['says'], Both>> = { done: both('klaar', 'done'), planned: both('komt klaar', 'will be done') }
const OUTCOMES: Readonly<Record<ClaimOutcome, Both>> = {
  confirmed: both('bevestigd', 'confirmed'), partly: both('ten dele bevestigd', 'confirmed in part'), 'not-confirmed': both('niet bevestigd', 'not confirmed'), open: both('nog open', 'still open'),
}
const BECAUSE: Readonly<Record<Disagreeing, Both>> = {
  rating: both('Volgens de organisatie klaar, terwijl het oordeel is dat het niet voldoet.', 'Done according to the organisation, while it is judged as not met.'),
  found: both('Ter plaatse is niet, of maar ten dele, gevonden wat de organisatie zegt.', 'What the organisation says was not found on site, or only in part.'),
}
const BY = { own: both('de organisatie zelf', 'the organisation itself'), shared: both('samen met een ander', 'together with another'), other: both('een andere organisatie', 'another organisation') } as const
const BLANK = html`–`
const headsOf = (...heads: readonly [string, string][]) => heads.map(([dutch, english]) => html`<th scope="col">${both(dutch, english)}</th>`)

/** What the organisation is, each fact with its unit, day and source; nothing where none was recorded. */
export function keyDataOf(report: Report): Markup | null {
  if (report.profile.length + report.performers.length === 0) return null
  return html`<section>
<h2>${both('Kerngegevens van de organisatie', 'Key data of the organisation')}</h2>
${report.profile.length === 0 ? null : html`<table>
<caption class="aloud">${both('Kerngegevens', 'Key data')}</caption>
<thead><tr>${headsOf(['Onderwerp', 'Subject'], ['Gegeven', 'Fact'], ['Waarde', 'Value'], ['Eenheid', 'Unit'], ['Peildatum', 'Reference day'], ['Bron', 'Source'])}</tr></thead>
<tbody>
${report.profile.map(({ id, fields }) => html`<tr><td>${told(fields.topic, (one) => TOPICS[one], BLANK)}</td><th scope="row">${
  recorded('profile', id, fields, 'label')}</th><td>${recorded('profile', id, fields, 'value')}</td><td>${recorded('profile', id, fields, 'unit', BLANK)}</td><td>${
  told(fields.day, day)}</td><td>${recorded('profile', id, fields, 'source')}</td></tr>
`)}</tbody>
</table>
`}${performedOf(report)}</section>
`
}

function performedOf({ performers, round: { framework } }: Report): Markup | null {
  if (performers.length === 0) return null
  return html`<h3>${both('Wie wat uitvoert', 'Who performs what')}</h3>
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
<h2>${both('Beweerd en bevonden', 'Claimed and found')}</h2>
${report.claims.length === 0 ? null : html`<p>${both(
  `${several(report.claims.length, 'bewering', 'beweringen')} van de organisatie over verwachtingen; ${several(atOdds.length, 'verschilt', 'verschillen')} van wat is bevonden.`,
  `${several(report.claims.length, 'claim', 'claims')} of the organisation about expectations; ${several(atOdds.length, 'differs', 'differ')} from what was found.`)}</p>
`}${atOdds.length === 0 ? null : html`<table>
<caption class="aloud">${both('Verschillen tussen wat is beweerd en wat is bevonden', 'Differences between what was claimed and what was found')}</caption>
<thead><tr><th scope="col" class="number">${both('Nr.', 'No.')}</th>${headsOf(['Beweerd', 'Claimed'], ['Document', 'Document'], ['Gereed per', 'Ready by'], ['Bevonden', 'Found'], ['Verschil', 'Difference'])}</tr></thead>
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
    isTold(dated) ? html`, ${told(dated, day)}` : null}</td><td>${told(readyBy, day, BLANK)}</td><td>${told(outcome, (one) => OUTCOMES[one], BLANK)}${
    isTold(found) ? html`: ${recorded('claim', id, fields, 'found')}` : null}</td><td>${because.map((why) => html`${BECAUSE[why]} `)}</td></tr>
`
}

function countsOf({ caseloads }: Report): Markup | null {
  if (caseloads.length === 0) return null
  return html`<h3>${both('Werkvoorraad en wachtlijsten', 'Caseload and waiting lists')}</h3>
<table>
<caption class="aloud">${both('Aantallen zaken zoals opgegeven en zoals ter plaatse geteld', 'Numbers of cases as reported and as counted on site')}</caption>
<thead><tr>${headsOf(['Wat', 'What'], ['Systeem', 'System'], ['Peildatum', 'Reference day'], ['Opgegeven', 'Reported'], ['Bron', 'Source'], ['Geteld', 'Counted'], ['Verschil', 'Difference'])}</tr></thead>
<tbody>
${caseloads.map(({ id, fields, more }) => {
  const { counted, ownCounted, day: counting, reported, found, foundHow } = fields
  return html`<tr><th scope="row">${isTold(ownCounted) ? recorded('caseload', id, fields, 'ownCounted') : told(counted, (one) => COUNTS[one])}</th><td>${recorded('caseload', id, fields, 'system', BLANK)}</td><td>${
    told(counting, day)}</td><td>${told(reported, String, BLANK)}</td><td>${sourceOf(id, fields)}</td><td>${told(found, String, NONE)}${
    isTold(foundHow) ? html` (${recorded('caseload', id, fields, 'foundHow')})` : null}</td><td>${
    more === null ? both('niet bekend', 'not known') : more === 0 ? both('geen', 'none') : html`<strong>≠ ${more > 0 ? '+' : '−'}${Math.abs(more)}</strong>`}</td></tr>
`
})}</tbody>
</table>
`
}

/** Who gave a count, and in which document, as far as that is known. */
function sourceOf(id: string, fields: Report['caseloads'][number]['fields']): Markup {
  const names = (['reportedBy', 'document'] as const).filter((name) => isTold(fields[name]))
  return names.length === 0 ? BLANK : html`${names.map((name, index) => html`${index > 0 ? ', ' : null}${recorded('caseload', id, fields, name)}`)}`
}
