import type { Framework } from '../../../shared/domain/framework.ts'
import type { Report, ReportedMeasure, ReportedPoint } from '../../../shared/domain/report.ts'
import { numbersIn, standingIn, stateIn, urgencyIn } from '../improvement/words.ts'
import { both, html, type Markup } from './markup.ts'
import { isTold, recorded, told } from './told.ts'
import { day } from './words.ts'

const BLANK = html`–`

/** The improvement points with what is done about them; nothing where none was recorded. */
export function pointsIn({ points, measures, round: { framework } }: Report): Markup | null {
  if (points.length === 0) return null
  return html`<section>
<h2>${both('Verbeterpunten en maatregelen', 'Points to improve and measures')}</h2>
${pointsOf(framework, points, measures)}</section>
`
}

/** Each point with its measures below it. */
export const pointsOf = (framework: Framework, points: readonly ReportedPoint[], measures: readonly ReportedMeasure[]): Markup =>
  html`${points.map(({ id, fields, expectations, measures: served }) => html`<h3>${told(fields.label, String)} ${recorded('improvement', id, fields, 'title')}</h3>
<dl class="facts">
<dt>${both('Verwachtingen', 'Expectations')}</dt><dd>${expectations.length === 0 ? BLANK : numbersIn(framework, expectations)}</dd>
<dt>${both('Urgentie', 'Urgency')}</dt><dd>${told(fields.urgency, urgencyIn, html`${urgencyIn('normal')}`)}</dd>
<dt>${both('Stand', 'State')}</dt><dd>${told(fields.state, (one) => html`${stateIn(one.state)} (${day(one.on)}${one.source === null ? '' : `, ${one.source}`})`, html`open`)}</dd>
${isTold(fields.text) ? html`<dt>${both('Toelichting', 'Explanation')}</dt><dd>${recorded('improvement', id, fields, 'text')}</dd>
` : null}</dl>
${measuresOf(measures.filter(({ id }) => served.includes(id)))}`)}`

function measuresOf(measures: readonly ReportedMeasure[]): Markup {
  if (measures.length === 0) return html`<p class="small">${both('Nog geen maatregel.', 'No measure yet.')}</p>
`
  return html`<table>
<caption class="aloud">${both('Maatregelen', 'Measures')}</caption>
<thead><tr><th scope="col" class="number">${both('Nr.', 'No.')}</th><th scope="col">${both('Maatregel', 'Measure')}</th><th scope="col">${both('Wie', 'Who')}</th><th scope="col">${both('Gereed per', 'Ready by')}</th><th scope="col">${both('Hoe het staat', 'How it stands')}</th></tr></thead>
<tbody>
${measures.map((measure) => html`<tr><td class="number">${told(measure.fields.label, String)}</td><th scope="row">${recorded('improvementMeasure', measure.id, measure.fields, 'what')}</th><td>${
  recorded('improvementMeasure', measure.id, measure.fields, 'owner', BLANK)}</td><td>${measure.days.due === null ? BLANK : day(measure.days.due)}</td><td>${howItIs(measure)}</td></tr>
`)}</tbody>
</table>
`
}

function howItIs({ days: { claimedOn, establishedOn }, standing }: ReportedMeasure): Markup {
  const since = establishedOn ?? claimedOn
  const word = standing ?? (establishedOn !== null ? 'established' : claimedOn !== null ? 'claimed' : null)
  if (word === null) return BLANK
  return since === null ? html`${standingIn(word)}` : html`${standingIn(word)} (${day(since)})`
}
