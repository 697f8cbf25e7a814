import type { Framework } from '../../../shared/domain/framework.ts'
import type { Report, ReportedMeasure, ReportedPoint } from '../../../shared/domain/report.ts'
import { numbersIn, STANDINGS, STATES, URGENCIES } from '../improvement/words.ts'
import { html, type Markup } from './markup.ts'
import { isTold, recorded, told } from './told.ts'
import { dayOf } from './words.ts'

const BLANK = html`–`

/** The improvement points with what is done about them; nothing where none was recorded. */
export function pointsIn({ points, measures, round: { framework } }: Report): Markup | null {
  if (points.length === 0) return null
  return html`<section>
<h2>Verbeterpunten en maatregelen</h2>
${pointsOf(framework, points, measures)}</section>
`
}

/** Each point with its measures below it. */
export const pointsOf = (framework: Framework, points: readonly ReportedPoint[], measures: readonly ReportedMeasure[]): Markup =>
  html`${points.map(({ id, fields, expectations, measures: served }) => html`<h3>${told(fields.label, String)} ${recorded('improvement', id, fields, 'title')}</h3>
<dl class="facts">
<dt>Verwachtingen</dt><dd>${expectations.length === 0 ? BLANK : numbersIn(framework, expectations)}</dd>
<dt>Urgentie</dt><dd>${told(fields.urgency, (one) => URGENCIES[one], html`gewoon`)}</dd>
<dt>Stand</dt><dd>${told(fields.state, (one) => `${STATES[one.state]} (${dayOf(one.on)}${one.source === null ? '' : `, ${one.source}`})`, html`open`)}</dd>
${isTold(fields.text) ? html`<dt>Toelichting</dt><dd>${recorded('improvement', id, fields, 'text')}</dd>
` : null}</dl>
${measuresOf(measures.filter(({ id }) => served.includes(id)))}`)}`

function measuresOf(measures: readonly ReportedMeasure[]): Markup {
  if (measures.length === 0) return html`<p class="small">Nog geen maatregel.</p>
`
  return html`<table>
<caption class="aloud">Maatregelen</caption>
<thead><tr><th scope="col" class="number">Nr.</th><th scope="col">Maatregel</th><th scope="col">Wie</th><th scope="col">Gereed per</th><th scope="col">Hoe het staat</th></tr></thead>
<tbody>
${measures.map((measure) => html`<tr><td class="number">${told(measure.fields.label, String)}</td><th scope="row">${recorded('improvementMeasure', measure.id, measure.fields, 'what')}</th><td>${
  recorded('improvementMeasure', measure.id, measure.fields, 'owner', BLANK)}</td><td>${measure.days.due === null ? BLANK : dayOf(measure.days.due)}</td><td>${howItIs(measure)}</td></tr>
`)}</tbody>
</table>
`
}

function howItIs({ days: { claimedOn, establishedOn }, standing }: ReportedMeasure): Markup {
  const day = establishedOn ?? claimedOn
  const word = standing ?? (establishedOn !== null ? 'established' : claimedOn !== null ? 'claimed' : null)
  if (word === null) return BLANK
  return day === null ? html`${STANDINGS[word]}` : html`${STANDINGS[word]} (${dayOf(day)})`
}
