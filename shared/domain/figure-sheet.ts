import { z } from 'zod'
import { daysBetween, PlainDate } from './calendar.ts'
import { lastDayOf, monthFrom } from './month.ts'
import { FigureName, type Figures, fitsFigure, System } from './monthly-figure.ts'
import type { ProfileFact } from './profile.ts'

export const MAX_ROWS = 2_000
export const MAX_COLUMNS = 60
/** Above the heads of a sheet a title may stand, in so many rows. */
const TITLE_ROWS = 20

export const CellProblem = z.enum(['no-month', 'month-wrong', 'system-wrong', 'number-wrong', 'out-of-range', 'twice', 'head-twice', 'too-large'])
/** A cell that is not taken over; `row` is counted from 1 and `column` a letter, as a spreadsheet shows them. */
export const RefusedCell = z.strictObject({ row: z.int(), column: z.string(), head: z.string(), text: z.string(), problem: CellProblem })
export type RefusedCell = z.infer<typeof RefusedCell>

/** What a sheet says, what of it is refused, and the heads that mean nothing here. */
export interface ReadSheet {
  figures: Figures[]
  refused: RefusedCell[]
  ignored: string[]
}

/** One system that the sheet does not name. */
const UNNAMED = 'registratie'

const ofKind = (kind: 'triage' | 'investigation', words: readonly string[]): [FigureName, string[]][] => {
  const heads = (texts: readonly string[]) => texts.flatMap((text) => words.map((word) => text.replace('*', word)))
  return [
    [`${kind}Waiting`, heads(['wachtlijst *', 'wachtlijst voor *', 'wachtend op *', '* waiting', 'waiting list *'])],
    [`${kind}Oldest`, heads(['oudste *', 'langst wachtend *', '* oudste', '* oldest', 'oldest *'])],
    [`${kind}High`, heads(['* hoog', '* prioriteit hoog', '* high'])],
    [`${kind}Middle`, heads(['* midden', '* prioriteit midden', '* middle'])],
    [`${kind}Low`, heads(['* laag', '* prioriteit laag', '* low'])],
    [`${kind}Time`, heads(['doorlooptijd *', '* doorlooptijd', '* time'])],
    [`${kind}InTerm`, heads(['* in termijn', '* binnen termijn', '* op tijd', '* in term'])],
  ]
}

const HEADS: ReadonlyMap<string, FigureName | 'month' | 'system'> = new Map(([
  ['month', ['maand', 'periode', 'month']],
  ['system', ['systeem', 'registratiesysteem', 'system']],
  ['openCases', ['werkvoorraad', 'lopende zaken', 'open zaken', 'open cases', 'caseload']],
  ['received', ['meldingen', 'ontvangen', 'ontvangen meldingen', 'instroom', 'received']],
  ['closed', ['afgesloten', 'afgerond', 'uitstroom', 'closed']],
  ...ofKind('triage', ['triage', 'veiligheidsbeoordeling']),
  ...ofKind('investigation', ['onderzoek', 'investigation']),
] as const satisfies readonly (readonly [FigureName | 'month' | 'system', readonly string[]])[]).flatMap(([name, texts]) => texts.map((text) => [text, name] as const)))

/** A head without what stands in brackets, signs and capitals. */
const headOf = (text: string) =>
  HEADS.get(text.toLowerCase().replace(/\(.*?\)/g, ' ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim())

/** The heads as a person may copy them to an empty sheet. */
export const TEMPLATE = [
  'maand', 'registratiesysteem', 'werkvoorraad', 'meldingen', 'afgesloten', 'wachtlijst triage', 'oudste triage (dagen)', 'triage hoog', 'triage midden',
  'triage laag', 'doorlooptijd triage (dagen)', 'triage in termijn (%)', 'wachtlijst onderzoek', 'oudste onderzoek (dagen)', 'onderzoek hoog',
  'onderzoek midden', 'onderzoek laag', 'doorlooptijd onderzoek (dagen)', 'onderzoek in termijn (%)',
]

/** What was reported over a month as facts for the key data of a report, on its last day, by the heads of a sheet. */
export function factsOf({ month, system, values }: Figures): ProfileFact[] {
  const source = `Maandcijfers van de organisatie, ${system}`
  return TEMPLATE.flatMap((head) => {
    const name = headOf(head)
    const value = name === undefined || name === 'month' || name === 'system' ? undefined : values[name]
    if (value === undefined) return []
    const [, label, unit = 'aantal'] = /^(.+?)(?: \((.+)\))?$/.exec(head)!
    return [{ topic: 'figure', label: label![0]!.toUpperCase() + label!.slice(1), value: String(value).replace('.', ','), unit, day: lastDayOf(month), source }]
  })
}

interface Column {
  at: number
  head: string
  name: ReturnType<typeof headOf>
}

/** Reads a sheet with one month and system a row, below a row of heads of which one is the month. */
export function readSheet(cells: readonly (readonly string[])[]): ReadSheet {
  const read: ReadSheet = { figures: [], refused: [], ignored: [] }
  const top = cells.slice(0, TITLE_ROWS).findIndex((row) => row.slice(0, MAX_COLUMNS).some((cell) => headOf(cell) === 'month'))
  if (top < 0) return { ...read, refused: [{ row: 1, column: 'A', head: '', text: short(cells[0]?.[0] ?? ''), problem: 'no-month' }] }
  const columns = columnsOf(read, cells[top]!.slice(0, MAX_COLUMNS), top + 1)
  const rows = cells.slice(top + 1, top + 1 + MAX_ROWS)
  rows.forEach((row, index) => readRow(read, columns, row, top + 2 + index))
  if (cells.length > top + 1 + MAX_ROWS) read.refused.push({ row: top + 2 + MAX_ROWS, column: 'A', head: '', text: '', problem: 'too-large' })
  if (cells.some((row) => row.length > MAX_COLUMNS)) read.refused.push({ row: top + 1, column: letterOf(MAX_COLUMNS), head: '', text: '', problem: 'too-large' })
  return read
}

/** What each column is about; of two with the same head the first counts, and the other is refused whole. */
function columnsOf(read: ReadSheet, heads: readonly string[], row: number): Column[] {
  const names = heads.map(headOf)
  return heads.map((text, at): Column => {
    const [head, name] = [short(text.trim()), names[at]]
    const isTwice = name !== undefined && names.indexOf(name) < at
    if (isTwice) read.refused.push({ row, column: letterOf(at), head, text: head, problem: 'head-twice' })
    else if (name === undefined && head !== '') read.ignored.push(head)
    return { at, head, name: isTwice ? undefined : name }
  })
}

function readRow(read: ReadSheet, columns: readonly Column[], cells: readonly string[], row: number): void {
  const textOf = ({ at }: Column) => (cells[at] ?? '').trim()
  if (columns.every((column) => column.name === undefined || textOf(column) === '')) return
  const refuse = (column: Column, problem: RefusedCell['problem']) =>
    read.refused.push({ row, column: letterOf(column.at), head: column.head, text: short(textOf(column)), problem })
  const named = (name: 'month' | 'system') => columns.find((column) => column.name === name)
  const [monthColumn, systemColumn] = [named('month')!, named('system')]
  const month = monthFrom(textOf(monthColumn))
  if (month === null) return void refuse(monthColumn, 'month-wrong')
  const system = systemColumn && textOf(systemColumn) !== '' ? textOf(systemColumn) : UNNAMED
  if (!System.safeParse(system).success) return void refuse(systemColumn!, 'system-wrong')
  if (read.figures.some((one) => one.month === month && one.system === system)) return void refuse(monthColumn, 'twice')
  const values = readValues(columns, textOf, month, refuse)
  if (Object.keys(values).length > 0) read.figures.push({ month, system, values })
}

function readValues(columns: readonly Column[], textOf: (column: Column) => string, month: string, refuse: (column: Column, problem: RefusedCell['problem']) => void) {
  const values: Figures['values'] = {}
  for (const column of columns) {
    const { name } = column
    if (name === undefined || name === 'month' || name === 'system' || NOTHING.has(textOf(column).toLowerCase())) continue
    const value = valueFrom(name, textOf(column), month)
    if (value === null) refuse(column, 'number-wrong')
    else if (!fitsFigure(name, value)) refuse(column, 'out-of-range')
    else values[name] = value
  }
  return values
}

/** What says that a figure is not known. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '–', 'n.b.', 'nb', 'n.v.t.', 'nvt', 'onbekend', 'unknown'])

/** A number as the Dutch write it or, for what has waited longest, the day since when: then the days up to the end of the month. */
function valueFrom(name: FigureName, text: string, month: string): number | null {
  const day = name.endsWith('Oldest') ? dayFrom(text) : null
  return day === null ? numberFrom(text) : daysBetween(day, lastDayOf(month))
}

/** `1.234,5`, `81,5%` or `81.5`: a point before three digits goes between thousands. */
export function numberFrom(text: string): number | null {
  const typed = text.replace(/\s|%$/g, '')
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$|^-?\d+\.\d{1,2}$|^-?\d+\.\d{4,}$/.test(typed)) return null
  const isDutch = typed.includes(',') || /^-?\d{1,3}(\.\d{3})+$/.test(typed)
  return Number(isDutch ? typed.replaceAll('.', '').replace(',', '.') : typed)
}

function dayFrom(text: string): PlainDate | null {
  const [, dutchDay, dutchMonth, dutchYear] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  const day = dutchYear ? `${dutchYear}-${dutchMonth!.padStart(2, '0')}-${dutchDay!.padStart(2, '0')}` : text.slice(0, 10)
  return PlainDate.safeParse(day).success ? day : null
}

const short = (text: string) => text.slice(0, 100)

/** A, B … Z, AA … as a spreadsheet counts its columns, from 0. */
const letterOf = (at: number): string => (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
