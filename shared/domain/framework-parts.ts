import { type Cell, type CellFault, readCell } from './framework-cell.ts'
import { type LayoutName, LAYOUTS } from './framework-layout.ts'
import { type Findings, nameOfCell, type Row, rowsOf, sheetFor, simplified } from './framework-rows.ts'
import { ITEMS, type Sheet } from './framework-sheets.ts'
import { Id } from './text.ts'

export type Values = Record<string, unknown>
export type Place = (key: string) => { sheet: string; cell: string | null }

/** What is being read: the sheets, what was found, and from which cells each part came. */
export interface Reading extends Findings {
  readonly sheets: readonly Sheet[]
  readonly origins: WeakMap<object, Place>
}

/** The lines of one sheet; none, and a fault unless it may be left out, where there is no such sheet. */
export function linesOf(reading: Reading, name: Exclude<LayoutName, 'general'>): Row[] {
  const layout = LAYOUTS[name]
  const sheet = sheetFor(reading.sheets, name)
  if (sheet) return rowsOf(sheet, layout, reading)
  if (!('optional' in layout)) reading.faults.push({ sheet: layout.nl, cell: null, what: 'sheet-missing', about: layout.nl })
  return []
}

/** A part of the framework that stands on one line. */
export function part<T extends Values>(reading: Reading, row: Row, value: T): T {
  reading.origins.set(value, row.place)
  return value
}

/** The id of a line: as it was given, or made of what it is called. */
export function idOf({ values: { id } }: Row, called: unknown): unknown {
  if (id !== null) return id
  if (typeof called !== 'string') return undefined
  return Id.safeParse(called).success ? called : slugOf(called)
}

const slugOf = (name: string) =>
  name.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '').slice(0, 40).replace(/-+$/, '') || undefined

/** For what must be there: blank is nothing at all, so that it is found missing. */
export const needed = (value: unknown) => value ?? undefined

/** What is said once, of the whole and of its parts; `place` finds the cell of each, by the path to the part. */
export function generalFrom(reading: Reading) {
  const parts: Record<'whole' | 'rule' | 'standard' | 'fieldwork', Values> = {
    whole: { inspectorates: [] }, rule: { wording: 'ownWording', notApplicable: 'unstated' }, standard: { wording: 'ownWording' }, fieldwork: {},
  }
  const cells = new Map<string, string>()
  const sheet = sheetFor(reading.sheets, 'general')
  const name = sheet?.name ?? LAYOUTS.general.nl
  if (!sheet) reading.faults.push({ sheet: name, cell: null, what: 'sheet-missing', about: name })
  for (const [index, [said, cell = null]] of (sheet?.rows ?? []).entries()) {
    if (typeof said !== 'string' || said.trim() === '' || isHead(said)) continue
    const fault = readItem(parts, cells, said, { cell, at: nameOfCell(1, index) })
    if (fault) reading.faults.push({ sheet: name, cell: nameOfCell(1, index), what: fault, about: said.trim().slice(0, 60) })
  }
  const place = (path: string): Place => (key) => ({ sheet: name, cell: cells.get(path + key) ?? null })
  return { ...parts, place }
}

const isHead = (said: string) => LAYOUTS.general.columns.some(({ nl, en }) => [nl, en].includes(said.trim()))

function readItem(parts: Record<string, Values>, cells: Map<string, string>, said: string, { cell, at }: { cell: Cell; at: string }): CellFault | null {
  const item = ITEMS.find(({ nl, en }) => [nl, en].some((known) => simplified(known) === simplified(said)))
  if (!item) return 'unknown-item'
  const read = readCell(item.kind, cell)
  if ('fault' in read) return read.fault
  if (read.value === null) return null
  if (!item.many && cells.has(item.at)) return 'item-twice'
  if (!cells.has(item.at)) cells.set(item.at, at)
  const path = item.at.split('.')
  const [of, key] = path.length === 1 ? ['whole', path[0]!] : [path[0]!, path[1]!]
  const into = parts[of]!
  into[key] = item.many ? [...(into[key] as unknown[] | undefined ?? []), read.value] : read.value
  return null
}

export function footnotesFrom(reading: Reading): Values[] {
  return linesOf(reading, 'footnotes').map((row) =>
    part(reading, row, { id: idOf(row, row.values.number), number: needed(row.values.number), text: needed(row.values.text) }))
}

/** Themes with their criteria, in the order of the lines; the level of a line is as given, or as many as its number has parts. */
export function structureFrom(reading: Reading): { themes: Values[]; criteria: Values[] } {
  const [themes, criteria, above]: [Values[], Values[], Values[]] = [[], [], []]
  for (const row of linesOf(reading, 'structure')) {
    const { level: given, number, title, aim, wording } = row.values
    const level = (given ?? String(number ?? '').split('.').filter(Boolean).length) as number
    const base = { id: idOf(row, number), number: needed(number), title: needed(title), wording: wording ?? 'ownWording' }
    const one = part<Values>(reading, row, level === 1 ? { ...base, aim, criteria: [] } : { ...base, ...(aim !== null && { aim }), expectations: [] })
    const parent = above[level - 2]
    if (level !== 1 && !parent) reading.faults.push({ ...row.place('level'), what: 'level-wrong', about: null })
    else if (level === 1) themes.push(one)
    else parent!.criteria = [...(parent!.criteria as Values[] | undefined ?? []), one]
    if (level > 1) criteria.push(one)
    above.splice(level - 1, Infinity, one)
  }
  return { themes, criteria }
}

/** Gives each criterion its expectations; which one that is stands in its column, or shows in the number of the expectation. */
export function addExpectations(reading: Reading, criteria: readonly Values[], footnotes: readonly Values[]): void {
  const known = byName(criteria)
  const notes = byName(footnotes)
  for (const row of linesOf(reading, 'expectations')) {
    const { criterion: named, number, statement, assessed, notAssessedBecause, legal, limbs, footnotes: cited, guidance, wording } = row.values
    const criterion = known(criterionName(named, number))
    if (!criterion) reading.faults.push({ ...row.place('criterion'), what: 'unknown-criterion', about: named === null ? null : String(named) })
    else (criterion.expectations as Values[]).push(part(reading, row, {
      id: idOf(row, number), number: needed(number), statement: needed(statement), wording: wording ?? 'ownWording',
      assessed: assessed ?? notAssessedBecause === null, notAssessedBecause, legal: legal ?? false, limbs: limbs ?? [],
      footnotes: (cited as string[] | undefined ?? []).map((name) => notes(name)?.id ?? name), guidance,
    }))
  }
}

/** A criterion 1.10 that became the number 1.1 shows in the numbers of its expectations. */
function criterionName(named: unknown, number: unknown): string {
  if (named === null || named === undefined) return String(number ?? '').split('.').slice(0, -1).join('.')
  return String(number).startsWith(`${named}0.`) ? `${named}0` : String(named)
}

const byName = (parts: readonly Values[]) => (name: string) => parts.find(({ id }) => id === name) ?? parts.find(({ number }) => number === name)

export function scalesFrom(reading: Reading): { rating: Values[]; judgement: Values[] } {
  const scales: { rating: Values[]; judgement: Values[] } = { rating: [], judgement: [] }
  for (const row of linesOf(reading, 'scales')) {
    const { scale, code, label, english, key, sign, shape, counts, met, sufficient } = row.values
    const shared = { code: needed(code), label: needed(label), english: needed(english), key: needed(key) }
    if (scale === 'judgement') scales.judgement.push(part(reading, row, { ...shared, sufficient: sufficient ?? false }))
    else scales.rating.push(part(reading, row, { ...shared, sign: needed(sign), shape: needed(shape), counts: counts ?? false, met: met ?? false }))
  }
  return scales
}

export const outcomesFrom = (reading: Reading): Values[] => linesOf(reading, 'outcomes').map((row) => {
  const { code, label, english, when, followUp } = row.values
  return part(reading, row, { code: needed(code), label: needed(label), english: needed(english), followUp, when })
})

export const factsFrom = (reading: Reading): Values[] => linesOf(reading, 'facts').map((row) => {
  const { question, english, kind, unit, englishUnit, guidance } = row.values
  const more = kind === 'number' ? { unit: needed(unit), englishUnit: needed(englishUnit) } : {}
  return part(reading, row, { id: idOf(row, question), question: needed(question), english: needed(english), kind: needed(kind), ...more, guidance })
})
