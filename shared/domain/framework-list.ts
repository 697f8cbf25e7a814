import { emptyFramework } from './framework-draft.ts'
import { type FileFault, type FileNote, faultInWords, noteTaker } from './framework-file.ts'
import { FOREIGN_RULE, FOREIGN_STANDARD, lineOf } from './framework-foreign.ts'
import { LIST } from './framework-layout.ts'
import { idOf, part, type Reading, type Values } from './framework-parts.ts'
import { headOf, type Row, rowsOf, sheetFor } from './framework-rows.ts'
import type { Sheet } from './framework-sheets.ts'
import { cellAt } from './framework-from-sheets.ts'
import { faultsIn, type Framework } from './framework.ts'

/** Whether a workbook is only a list of expectations: it has none of our sheets but perhaps that of the expectations. */
export const isList = (sheets: readonly Sheet[]) =>
  !(['general', 'structure', 'scales', 'outcomes'] as const).some((name) => sheetFor(sheets, name))
  && sheets.some((sheet) => headOf(sheet, LIST) >= 0)

/**
 * Makes a draft of a list. What it does not say is filled in and told: the strictest rule, the usual scales, and a name for what only has a
 * number. Words are marked as own, for a list does not say whose they are. What is wrong is told with its cell.
 */
export function frameworkFromList(sheets: readonly Sheet[]): { framework: Framework | null; faults: FileFault[]; notes: FileNote[] } {
  const sheet = sheets.find((one) => headOf(one, LIST) >= 0)!
  const reading: Reading = { sheets, faults: [], notes: [], origins: new WeakMap() }
  const { take, notes } = noteTaker()
  for (const what of ['rule-missing', 'scale-missing', 'title-missing'] as const) take(what)
  for (const { name } of sheets) if (name !== sheet.name) take('sheet-ignored', name)
  const themes = new ListReader(reading, (name) => take('name-made', name)).themesOf(rowsOf(sheet, LIST, reading))
  const framework = { ...around(sheet), themes } as unknown as Framework
  const own = reading.faults.map((fault) => ({ ...fault, place: null }))
  const named = { ...framework, id: 'x', title: 'x' } // what only shows in a framework of the right shape is to be told as well
  const others = faultsIn(named).map((fault) => ({ ...faultInWords(named, fault), ...cellAt(named, fault.where, reading.origins) }))
  const told = new Set(own.map(({ cell }) => cell))
  const faults = [...own, ...others.filter(({ cell }) => cell !== null && !told.has(cell))]
  if (faults.length === 0 && themes.length === 0) faults.push({ sheet: sheet.name, cell: null, what: 'missing', about: null, place: null })
  return { framework: faults.length === 0 ? framework : null, faults, notes: [...notes(), ...reading.notes.map((note) => ({ ...note, count: 1 }))] }
}

/** What stands around the expectations; a line above the heads is the title. */
function around(sheet: Sheet): Framework {
  const empty = emptyFramework()
  const above = sheet.rows.slice(0, headOf(sheet, LIST)).flat().find((cell) => typeof cell === 'string' && cell.trim() !== '')
  return {
    ...empty, title: lineOf(typeof above === 'string' ? above : null) ?? '', provenance: [`Overgenomen uit een lijst in een spreadsheet, blad ${lineOf(sheet.name) ?? '1'}.`],
    rule: { ...empty.rule, statement: FOREIGN_RULE.nl }, standard: { ...empty.standard, statement: FOREIGN_STANDARD.nl },
  }
}

/** A heading as people write it: "Thema 1: Veiligheid", "1.2 Zicht op veiligheid", a number alone or a title alone. */
function headingOf(said: string): { number: string | null; title: string | null } {
  const [, number = null, title = ''] = /^(?:(?:thema|theme|criterium|criterion)\s+)?(\d+(?:\.\d+)*)[.:)]?(?:[\s–-]+(.*))?$/i.exec(said) ?? [null, null, said]
  return { number, title: title.trim() || null }
}

const aboveOf = (number: string) => number.split('.').slice(0, -1).join('.')

class ListReader {
  readonly #reading: Reading
  readonly #named: (name: string) => void
  /** Titles that stand on a line of their own, by their number. */
  readonly #titles = new Map<string, string>()
  readonly #themes = new Map<string, Values & { criteria: Values[] }>()
  readonly #criteria = new Map<string, Values & { expectations: Values[] }>()

  constructor(reading: Reading, named: (name: string) => void) {
    this.#reading = reading
    this.#named = named
  }

  themesOf(rows: readonly Row[]): Values[] {
    const above = new Set(rows.flatMap(({ values: { number } }) => (typeof number === 'string' ? [aboveOf(number), aboveOf(aboveOf(number))] : [])))
    let heading: string | null = null
    for (const row of rows) {
      const { number, statement, criterion } = row.values
      const loose = statement === null ? headingOf(String(number ?? '')) : null
      if (statement === null && loose!.title !== null) {
        if (loose!.number?.includes('.')) this.#titles.set(loose!.number, loose!.title!)
        else heading = String(number)
      } else if (criterion === null && typeof number === 'string' && above.has(number) && typeof statement === 'string') {
        this.#titles.set(number, statement)
      } else if (statement !== null || number !== null) this.#add(row, heading)
    }
    return [...this.#themes.values()]
  }

  #add(row: Row, heading: string | null): void {
    const { number, statement, guidance, theme, criterion } = row.values as Record<string, string | null | undefined>
    const own = headingOf(criterion ?? '')
    const prefix = aboveOf(number ?? '')
    const called = own.number ?? (prefix || null)
    const top = headingOf(theme ?? heading ?? '')
    const into = this.#criterionOf(row, { top: { number: top.number ?? (called?.includes('.') ? called.split('.')[0]! : null), title: top.title }, own: { number: called, title: own.title } })
    into.expectations.push(part(this.#reading, row, {
      id: idOf({ ...row, values: { id: null } }, number), number: number ?? undefined, statement: statement ?? undefined, wording: 'ownWording', assessed: true, notAssessedBecause: null, legal: false,
      limbs: [], footnotes: [], guidance: guidance ?? null,
    }))
  }

  #criterionOf(row: Row, { top, own }: Record<'top' | 'own', ReturnType<typeof headingOf>>) {
    const key = `${top.number ?? top.title ?? ''}`
    const theme = this.#themes.get(key) ?? this.#headed(this.#themes, key, { row, head: top, column: 'theme', word: 'Thema', number: String(this.#themes.size + 1), more: { aim: null, criteria: [] } as Values & { criteria: Values[] } })
    const name = `${key}/${own.title ?? own.number ?? ''}`
    const known = this.#criteria.get(name)
    if (known) return known
    const number = `${String(theme.number)}.${theme.criteria.length + 1}`
    const made = this.#headed(this.#criteria, name, { row, head: own, column: 'criterion', word: 'Criterium', number, more: { expectations: [] as Values[] } })
    theme.criteria.push(made)
    return made
  }

  #headed<T extends Values>(list: Map<string, Values & T>, key: string, made: {
    row: Row; head: ReturnType<typeof headingOf>; column: string; word: string; number: string; more: T
  }): Values & T {
    const { row, head, column, word, more } = made
    const number = head.number ?? made.number
    const title = head.title ?? this.#titles.get(number)
    if (title === undefined) this.#named(`${word} ${number}`)
    const one = { id: this.#idOf(list, number), number, title: title ?? `${word} ${number}`, wording: 'ownWording', ...more }
    this.#reading.origins.set(one, () => row.place(column))
    list.set(key, one)
    return one
  }

  #idOf(list: ReadonlyMap<string, Values>, number: string): string {
    const taken = new Set([...list.values()].map(({ id }) => id))
    let id = number
    for (let next = 2; taken.has(id); next++) id = `${number}-${next}`
    return id
  }
}
