import { EXPLANATION, type LayoutName, LAYOUTS } from './framework-layout.ts'
import { addExpectations, factsFrom, footnotesFrom, generalFrom, outcomesFrom, type Reading, scalesFrom, structureFrom, type Values } from './framework-parts.ts'
import { fieldworkFrom } from './framework-parts-fieldwork.ts'
import { type FileFault, type FileNote, faultInWords } from './framework-file.ts'
import { sheetFor } from './framework-rows.ts'
import type { Sheet } from './framework-sheets.ts'
import { faultsIn, type Framework } from './framework.ts'

type Origins = Reading['origins']

/** Reads a framework from the sheets of a workbook: the framework, or everything that is wrong, each with its cell. */
export function frameworkFromSheets(sheets: readonly Sheet[]): { framework: Framework | null; faults: FileFault[]; notes: FileNote[] } {
  const reading: Reading = { sheets, faults: [], notes: [], origins: new WeakMap() }
  const raw = rawFrom(reading)
  const own = reading.faults.map((fault) => ({ ...fault, place: null }))
  const sheetsAreThere = !own.some(({ what }) => what === 'sheet-missing' || what === 'column-missing')
  const others = sheetsAreThere ? faultsIn(raw).map(({ where, what }) => ({ ...faultInWords(raw, { where, what }), ...cellAt(raw, where, reading.origins) })) : []
  const told = new Set(own.map(({ sheet, cell }) => `${sheet} ${cell}`))
  const faults = [...own, ...others.filter(({ sheet, cell }) => cell === null || !told.has(`${sheet} ${cell}`))]
  return { framework: faults.length === 0 ? raw as unknown as Framework : null, faults, notes: reading.notes.map((note) => ({ ...note, count: 1 })) }
}

/** The cell of the deepest part on the way that was read from one. */
export function cellAt(raw: object, where: string, origins: Origins): { sheet: string | null; cell: string | null } {
  let place: { sheet: string | null; cell: string | null } = { sheet: null, cell: null }
  let at: unknown = raw
  for (const key of where.match(/[^.[\]]+/g) ?? []) {
    if (typeof at !== 'object' || at === null) break
    place = origins.get(at)?.(key) ?? place
    at = (at as Values)[key]
  }
  return place
}

function rawFrom(reading: Reading): Values {
  for (const { name } of reading.sheets) {
    const isOurs = (Object.keys(LAYOUTS) as LayoutName[]).some((layout) => sheetFor([{ name, rows: [] }], layout)) || isExplanation(name)
    if (!isOurs) reading.notes.push({ sheet: name, cell: null, what: 'sheet-ignored', about: name })
  }
  const { whole, rule, standard, fieldwork, place } = generalFrom(reading)
  const footnotes = footnotesFrom(reading)
  const { themes, criteria } = structureFrom(reading)
  addExpectations(reading, criteria, footnotes)
  const raw = {
    format: 'veldtoets/framework/1', ...whole, scales: scalesFrom(reading), footnotes, themes,
    rule: { ...rule, facts: factsFrom(reading), outcomes: outcomesFrom(reading) }, standard, fieldwork: fieldworkFrom(reading, fieldwork),
  }
  reading.origins.set(raw, place(''))
  for (const key of ['rule', 'standard', 'fieldwork'] as const) if (raw[key]) reading.origins.set(raw[key], place(`${key}.`))
  return raw
}

const isExplanation = (name: string) => [EXPLANATION.nl, EXPLANATION.en].includes(name.trim())
