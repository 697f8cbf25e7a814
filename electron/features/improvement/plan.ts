import type ExcelJS from 'exceljs'
import {
  FIRST_TO_FILL, PLAN_COLUMNS, type PlanCell, type PlanColumn, type PlanKnown, type PlanRow, type PreviewedRow, previewOf, type Said,
} from '../../../shared/domain/improvement-plan.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { digestOf } from '../../crypto/digest.ts'
import { record } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { bytesOfWorkbook, newWorkbook, readXlsxBytes, workbookFrom } from '../../xlsx-file.ts'
import { getFrameworkOf, getInspection, getSummary } from '../inspection/repository.ts'
import { type ListedLine, type ListedMeasure, listLines, listMeasures, listPlans, listPoints, newestOf } from './repository.ts'
import { numbersIn, STATES, URGENCIES } from './words.ts'

const SHEET = 'Verbeterplan'
const ABOUT = 'Uitleg'
const HEADS: Readonly<Record<PlanColumn, { head: string; width: number }>> = {
  point: { head: 'Verbeterpunt', width: 14 }, title: { head: 'Waarover', width: 48 }, expectations: { head: 'Verwachtingen', width: 16 },
  urgency: { head: 'Urgentie', width: 13 }, state: { head: 'Stand', width: 14 }, measure: { head: 'Maatregel', width: 12 },
  what: { head: 'Wat gaat u doen?', width: 48 }, owner: { head: 'Wie (functie, geen naam)', width: 26 }, due: { head: 'Gereed per', width: 14 },
  progress: { head: 'Hoe ver bent u?', width: 40 }, percent: { head: 'Voortgang in %', width: 14 }, doneOn: { head: 'Klaar op', width: 14 },
}
const HELP = [
  'Vul op het blad Verbeterplan de lichte kolommen in. De grijze kolommen zijn van de inspectie; laat ze staan.',
  'Meer maatregelen bij één verbeterpunt? Voeg een regel toe en neem het kenmerk van het verbeterpunt over (bijvoorbeeld VP1). Laat Maatregel leeg.',
  'Noem functies en geen namen. Schrijf niets dat naar een cliënt te herleiden is.',
  'Een dag is bijvoorbeeld 31-12-2026, voortgang een getal van 0 tot en met 100. Gebruik geen formules.',
]

/** The template with what is known filled in: one row per measure, and one for each point without. */
export async function bytesOfPlan(db: Db, inspection: string, day: string): Promise<{ bytes: Buffer; rows: number }> {
  const workbook = await newWorkbook()
  const sheet = workbook.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1 }], pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 } })
  sheet.columns = PLAN_COLUMNS.map((key) => ({ key, header: HEADS[key].head, width: HEADS[key].width }))
  const rows = planRows(db, inspection, day)
  for (const row of rows) sheet.addRow(PLAN_COLUMNS.map((column) => row[column] ?? null))
  dress(sheet)
  const about = workbook.addWorksheet(ABOUT)
  about.columns = [{ width: 24 }, { width: 100 }]
  about.addRows([['Inspectie', inspection], ['Organisatie', getSummary(db, inspection).organisation.name], [], ...HELP.map((line) => ['', line])])
  about.getColumn(2).alignment = { wrapText: true, vertical: 'top' }
  return { bytes: await bytesOfWorkbook(workbook), rows: rows.length }
}

/** Text is written as text and never as a formula; a day as a day, so that the program of the organisation shows its own notation. */
function dress(sheet: ExcelJS.Worksheet): void {
  const first = PLAN_COLUMNS.indexOf(FIRST_TO_FILL) + 1
  sheet.eachRow((row, number) => {
    for (let column = 1; column <= PLAN_COLUMNS.length; column++) {
      const cell = row.getCell(column)
      cell.alignment = { wrapText: true, vertical: 'top' }
      if (number === 1 || column < first) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: number === 1 ? 'FFD9DCE0' : 'FFF0F1F3' } }
      if (number === 1) cell.font = { bold: true }
    }
  })
  for (const column of ['due', 'doneOn'] as const) sheet.getColumn(column).numFmt = 'dd-mm-yyyy'
}

type Filled = Partial<Record<PlanColumn, string | number | Date>>

function planRows(db: Db, inspection: string, day: string): Filled[] {
  const { framework } = getFrameworkOf(db, inspection)
  const [measures, lines] = [new Map(listMeasures(db, inspection, day).map((one) => [one.id, one])), listLines(db, inspection)]
  return listPoints(db, inspection).flatMap(({ id, fields, expectations, measures: served }) => {
    const point = {
      point: fields.label.value ?? '', title: fields.title.value ?? '', expectations: numbersIn(framework, expectations),
      urgency: URGENCIES[fields.urgency.value ?? 'normal'], state: STATES[fields.state.value?.state ?? 'open'],
    }
    const own = ownLines(lines).filter((said) => said.point === id).map(filledOf)
    const known = served.map((one) => measures.get(one)).filter((one) => one !== undefined)
      .map((measure) => ({ measure: measure.fields.label.value ?? '', ...filledOf(nowOf(measure, id, lines)) }))
    const rows = [...known, ...own]
    return (rows.length === 0 ? [{}] : rows).map((row) => ({ ...point, ...row }))
  })
}

const filledOf = ({ what, owner, due, progress, percent, doneOn }: Said): Filled => Object.fromEntries(
  Object.entries({ what, owner, due: due && new Date(due), progress, percent, doneOn: doneOn && new Date(doneOn) }).filter(([, value]) => value !== null))

/** What is known of a measure as a plan says it: the newest line about it, else what inspectors recorded. */
function nowOf({ id, fields: { what, owner, due, claimedOn } }: ListedMeasure, point: string, lines: readonly ListedLine[]): Said {
  const newest = newestOf(lines, id)
  return newest
    ? { ...withoutPlan(newest), point, measure: id }
    : { point, measure: id, what: what.value ?? '', owner: owner.value, due: due.value, progress: null, percent: null, doneOn: claimedOn.value }
}

const withoutPlan = ({ plan: _plan, ...said }: ListedLine['said']): Said => said

/** Measures that the organisation brought and nobody took over yet, in the words of the newest plan that has them. */
function ownLines(lines: readonly ListedLine[]): Said[] {
  const own = lines.filter(({ said, adopted }) => said.measure === null && adopted === null).map(({ said }) => withoutPlan(said))
  return [...new Map(own.toReversed().map((said) => [JSON.stringify([said.point, said.what.toLowerCase()]), said])).values()]
}

/** What a plan that was filled in would bring; nothing is recorded. */
export async function previewPlan(db: Db, inspection: string, path: string): Promise<{ sha256: string; rows: PreviewedRow[] }> {
  const bytes = await readXlsxBytes(path)
  getInspection(db, inspection)
  const workbook = await workbookFrom(bytes)
  const [sheet, about] = [workbook.getWorksheet(SHEET), workbook.getWorksheet(ABOUT)]
  if (!sheet || !about) throw appError('plan-without-points', {})
  if (about.getCell('B1').text !== inspection) throw appError('plan-of-another', {})
  return { sha256: digestOf(bytes).sha256, rows: previewOf(rowsOf(sheet), knownOf(db, inspection)) }
}

interface Taking {
  inspection: string
  sha256: string
  dated: string
  on: string
}

/** Keeps the lines that are new or changed under the plan that brought them; what is recorded of measures stays as it is. */
export async function takePlan(context: Context, { inspection, sha256: looked, dated, on }: Taking, path: string) {
  const { db } = context
  const { sha256: file, rows } = await previewPlan(db, inspection, path)
  if (file !== looked) throw appError('plan-changed', {})
  if (listPlans(db, inspection).some(({ received }) => received.file === file)) throw appError('plan-known', {})
  const taken = rows.filter(({ state }) => state === 'new' || state === 'changed')
  const as = { kind: 'set', reason: null, seen: [] } as const
  const plan = context.newId()
  const edits: Edit[] = [
    { ...as, entity: 'plan', entityId: plan, field: 'received', value: { dated, on, file } },
    ...taken.map(({ said }) => ({ ...as, entity: 'planLine' as const, entityId: context.newId(), field: 'said' as const, value: { plan, ...said! } })),
  ]
  const saved = db.transaction(() => record(context, inspection, edits)).immediate()
  return { ...saved, taken: taken.length, left: rows.filter(({ state }) => !['new', 'changed', 'same', 'empty'].includes(state)).length }
}

function knownOf(db: Db, inspection: string): PlanKnown {
  const [points, measures, lines] = [listPoints(db, inspection), listMeasures(db, inspection, ''), listLines(db, inspection)]
  const labelled = <T extends { shared: boolean; fields: { label: { value: string | null } } }>(all: readonly T[]) =>
    all.flatMap((one) => (one.shared || one.fields.label.value === null ? [] : [[one.fields.label.value.toUpperCase(), one] as const]))
  return {
    points: new Map(labelled(points).map(([label, { id }]) => [label, id])),
    measures: new Map(labelled(measures).map(([label, one]) => [label, { id: one.id, now: nowOf(one, one.points[0] ?? '', lines) }])),
    own: ownLines(lines),
  }
}

/** The rows below the head, by the heads that stand above them, in whatever order someone put the columns. */
function rowsOf(sheet: ExcelJS.Worksheet): PlanRow[] {
  const byHead = new Map(PLAN_COLUMNS.map((column) => [HEADS[column].head.toLowerCase(), column]))
  const columns = new Map<number, PlanColumn>()
  sheet.getRow(1).eachCell((cell, at) => {
    const column = byHead.get(cell.text.trim().toLowerCase())
    if (column) columns.set(at, column)
  })
  if (![...columns.values()].includes('point') || ![...columns.values()].includes('what')) throw appError('plan-without-points', {})
  const rows: PlanRow[] = []
  sheet.eachRow((row, number) => {
    if (number === 1) return
    rows.push({ row: number, cells: Object.fromEntries([...columns].map(([at, column]) => [column, cellOf(row.getCell(at))])) })
  })
  return rows
}

function cellOf(cell: ExcelJS.Cell): PlanCell {
  const { value } = cell
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number') return cell.numFmt?.includes('%') ? Math.round(value * 100) : value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '?' : { day: value.toISOString().slice(0, 10) }
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value)) return { formula: true }
  if (typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('')
  return cell.text
}
