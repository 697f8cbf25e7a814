import type { Db } from '../../db/open.ts'
import { getFrameworkOf, getSummary } from '../inspection/repository.ts'
import { html } from '../report/markup.ts'
import { pageOf } from '../report/page.ts'
import { pointsOf } from '../report/points.ts'
import { dayOf } from '../report/words.ts'
import { listPoints, listReportedMeasures } from './repository.ts'

/** Points and measures to print, as they stand on a day; it holds no clock and no chance. */
export function printedPoints(db: Db, inspection: string, day: string): { bytes: Buffer; rows: number } {
  const points = listPoints(db, inspection)
  const page = pageOf('Verbeterpunten en maatregelen', html`<h1>Verbeterpunten ${getSummary(db, inspection).organisation.name}</h1>
<p>Zoals het stond op ${dayOf(day)}.</p>
${points.length === 0 ? html`<p>Er zijn geen verbeterpunten vastgelegd.</p>
` : pointsOf(getFrameworkOf(db, inspection).framework, points, listReportedMeasures(db, inspection, day))}`)
  return { bytes: Buffer.from(page), rows: points.length }
}
