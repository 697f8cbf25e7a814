import type { Db } from '../../db/open.ts'
import { getFrameworkOf, getSummary } from '../inspection/repository.ts'
import { html, Markup } from '../report/markup.ts'
import { pointsOf } from '../report/points.ts'
import { STYLE } from '../report/style.ts'
import { dayOf } from '../report/words.ts'
import { listPoints, listReportedMeasures } from './repository.ts'

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
${points.length === 0 ? html`<p>Er zijn geen verbeterpunten vastgelegd.</p>
` : pointsOf(getFrameworkOf(db, inspection).framework, points, listReportedMeasures(db, inspection, day))}</main>
</body>
</html>
`
  return { bytes: Buffer.from(page.toString()), rows: points.length }
}
