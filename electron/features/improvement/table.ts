import { stringify } from 'csv-stringify/sync'
import type { Db } from '../../db/open.ts'
import { bytesOfWorkbook, newWorkbook } from '../../xlsx-file.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { daysOf, listLines, listMeasures, listPoints } from './repository.ts'
import { numbersIn, STANDINGS, STATES, URGENCIES } from './words.ts'

const HEADS = [
  'Verbeterpunt', 'Waarover', 'Verwachtingen', 'Urgentie', 'Stand', 'Stand sinds', 'Bron', 'Maatregel', 'Wat', 'Wie', 'Gereed per', 'Klaar gemeld op',
  'Vastgesteld op', 'Hoe het staat', 'Voortgang in %',
] as const
type Row = (string | number)[]

/** Points and measures, a row for each measure of a point: text only, so that nothing in it is ever reckoned. */
export async function tableBytes(db: Db, inspection: string, format: 'xlsx' | 'csv', day: string): Promise<{ bytes: Buffer; rows: number }> {
  const rows = tableRows(db, inspection, day)
  const bytes = format === 'csv'
    ? Buffer.from(stringify([[...HEADS], ...rows], { bom: true, delimiter: ';', escape_formulas: true, record_delimiter: '\r\n' }))
    : await sheetOf(rows)
  return { bytes, rows: rows.length }
}

async function sheetOf(rows: readonly Row[]): Promise<Buffer> {
  const workbook = await newWorkbook()
  const sheet = workbook.addWorksheet('Verbeterpunten', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = HEADS.map((header) => ({ header, width: header === 'Waarover' || header === 'Wat' ? 48 : 18 }))
  sheet.addRows(rows.map((row) => [...row]))
  sheet.getRow(1).font = { bold: true }
  return bytesOfWorkbook(workbook)
}

function tableRows(db: Db, inspection: string, day: string): Row[] {
  const { framework } = getFrameworkOf(db, inspection)
  const [measures, lines] = [listMeasures(db, inspection, day), listLines(db, inspection)]
  return listPoints(db, inspection).flatMap(({ fields, expectations, measures: served }) => {
    const state = fields.state.value
    const point = [
      fields.label.value ?? '≠', fields.title.value ?? '', numbersIn(framework, expectations), URGENCIES[fields.urgency.value ?? 'normal'],
      fields.state.different ? 'verschil' : STATES[state?.state ?? 'open'], state?.on ?? '', state?.source ?? '',
    ]
    const of = measures.filter(({ id }) => served.includes(id)).map((measure) => {
      const { label, what, owner } = measure.fields
      const { due, claimedOn, establishedOn } = daysOf(measure, lines)
      const percent = measure.progress.findLast(({ fields }) => fields.entry.value?.percent != null)?.fields.entry.value?.percent ?? ''
      return [label.value ?? '≠', what.value ?? '', owner.value ?? '', due ?? '', claimedOn ?? '', establishedOn ?? '', STANDINGS[measure.standing], percent]
    })
    return (of.length === 0 ? [Array<string>(8).fill('')] : of).map((measure) => [...point, ...measure])
  })
}
