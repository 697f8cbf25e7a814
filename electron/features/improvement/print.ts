import type { Framework } from '../../../shared/domain/framework.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf, getSummary } from '../inspection/repository.ts'
import { html, Markup } from '../report/markup.ts'
import { STYLE } from '../report/style.ts'
import { prose, told } from '../report/told.ts'
import { dayOf } from '../report/words.ts'
import { daysOf, type ListedLine, type ListedMeasure, type ListedPoint, listLines, listMeasures, listPoints } from './repository.ts'
import { numbersIn, STANDINGS, STATES, URGENCIES } from './words.ts'

/** Nothing in the file may run or fetch, whatever someone typed. */
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`

/** Points and measures to print, as they stand on a day; it holds no clock and no chance. */
export function printedPoints(db: Db, inspection: string, day: string): { bytes: Buffer; rows: number } {
  const points = listPoints(db, inspection)
  const page = html`<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width">
<title>Verbeterpunten en maatregelen</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>Verbeterpunten ${getSummary(db, inspection).organisation.name}</h1>
<p>Zoals het stond op ${dayOf(day)}.</p>
${pointsTable(getFrameworkOf(db, inspection).framework, points, listMeasures(db, inspection, day), listLines(db, inspection))}</main>
</body>
</html>
`
  return { bytes: Buffer.from(page.toString()), rows: points.length }
}

/** The points, each with its measures below it; nothing where there are none. */
export function pointsTable(framework: Framework, points: readonly ListedPoint[], measures: readonly ListedMeasure[], lines: readonly ListedLine[]): Markup | null {
  if (points.length === 0) return html`<p>Er zijn geen verbeterpunten vastgelegd.</p>
`
  return html`${points.map(({ fields, expectations, measures: served }) => html`<h3>${told(fields.label, String)} ${told(fields.title, String)}</h3>
<dl class="facts">
<dt>Verwachtingen</dt><dd>${expectations.length === 0 ? '–' : numbersIn(framework, expectations)}</dd>
<dt>Urgentie</dt><dd>${told(fields.urgency, (one) => URGENCIES[one], html`gewoon`)}</dd>
<dt>Stand</dt><dd>${told(fields.state, ({ state, on, source }) => `${STATES[state]} (${dayOf(on)}${source === null ? '' : `, ${source}`})`, html`open`)}</dd>
${fields.text.value === null || fields.text.value === '' ? null : html`<dt>Toelichting</dt><dd>${told(fields.text, prose)}</dd>
`}</dl>
${measuresTable(measures.filter(({ id }) => served.includes(id)), lines)}`)}`
}

function measuresTable(measures: readonly ListedMeasure[], lines: readonly ListedLine[]): Markup {
  if (measures.length === 0) return html`<p class="small">Nog geen maatregel.</p>
`
  return html`<table>
<thead><tr><th scope="col" class="number">Nr.</th><th scope="col">Maatregel</th><th scope="col">Wie</th><th scope="col">Gereed per</th><th scope="col">Hoe het staat</th></tr></thead>
<tbody>
${measures.map((measure) => {
  const { fields: { label, what, owner }, standing } = measure
  const { due, establishedOn } = daysOf(measure, lines)
  return html`<tr><td class="number">${told(label, String)}</td><th scope="row">${told(what, prose)}</th><td>${told(owner, String, html`–`)}</td><td>${
    due === null ? '–' : dayOf(due)}</td><td>${STANDINGS[standing]}${establishedOn === null ? null : ` (${dayOf(establishedOn)})`}</td></tr>
`
})}</tbody>
</table>
`
}
