import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../shared/domain/framework-cell.ts'
import { DraftBody } from '../shared/domain/framework-draft.ts'
import { frameworkFromList, isList } from '../shared/domain/framework-list.ts'
import { faultsIn, listedOf } from '../shared/domain/framework.ts'
import { openLaptop } from './helpers/backend.ts'
import { openTestFolder } from './helpers/folder.ts'

const read = (...rows: Cell[][]) => frameworkFromList([{ name: 'Blad1', rows }])
const treeOf = ({ framework }: ReturnType<typeof read>) => framework!.themes.map(({ number, title, criteria }) =>
  [`${number} ${title}`, ...criteria.map((criterion) => `${criterion.number} ${criterion.title}: ${criterion.expectations.map(({ number }) => number).join(' ')}`)])

test('a list with merged cells for theme and criterion becomes a draft with the strictest rule, and says what was filled in', () => {
  const list = read(
    ['Toetsingskader schuldhulp'], [],
    ['Thema', 'Criterium', 'Nr.', 'Verwachting', 'Toelichting'],
    ['1. Toegang', '1.1 Bereikbaar zijn', '1.1.1', 'Er is elke werkdag een balie open.', 'Ook telefonisch.'],
    [null, null, '1.1.2', 'Wie belt, krijgt dezelfde dag antwoord.', null],
    [null, '1.2 Snel helpen', '1.2.1', 'Het eerste gesprek is binnen vier weken.', null],
    ['2. Hulp', '2.1 Een plan', '2.1.1', 'Er is een plan.', null],
  )
  expect(treeOf(list)).toEqual([['1 Toegang', '1.1 Bereikbaar zijn: 1.1.1 1.1.2', '1.2 Snel helpen: 1.2.1'], ['2 Hulp', '2.1 Een plan: 2.1.1']])
  expect(list.framework).toMatchObject({ title: 'Toetsingskader schuldhulp', rule: { wording: 'ownWording', outcomes: [{ when: { kind: 'every', within: null } }, { when: null }] } })
  expect(listedOf(list.framework!).every(({ wording }) => wording === 'ownWording')).toBe(true)
  expect(list.notes.map(({ what }) => what)).toEqual(['rule-missing', 'scale-missing', 'title-missing'])
  expect(faultsIn(list.framework).map(({ where }) => where)).toEqual(['id'])
})

test('headings may stand on a line of their own, with or without numbers', () => {
  expect(treeOf(read(
    ['Nummer', 'Criterium', 'Norm'], ['Thema 1: Toegang'], ['1', 'Bereikbaar', 'Er is een balie.'], ['Thema 2: Hulp'], ['2', 'Plan', 'Er is een plan.'],
  ))).toEqual([['1 Toegang', '1.1 Bereikbaar: 1'], ['2 Hulp', '2.1 Plan: 2']])
  expect(treeOf(read(
    ['Nr', 'Omschrijving'], ['1', 'Toegang'], ['1.1', 'Bereikbaar'], ['1.1.1', 'Er is een balie.'], ['1.2', 'Snel'], ['1.2.1', 'Binnen vier weken.'], ['2', 'Hulp'], ['2.1.1', 'Er is een plan.'],
  ))).toEqual([['1 Toegang', '1.1 Bereikbaar: 1.1.1', '1.2 Snel: 1.2.1'], ['2 Hulp', '2.1 Criterium 2.1: 2.1.1']])
})

test('what is wrong is told by its cell, and nothing is made of it', () => {
  const list = read(['Nummer', 'Criterium', 'Verwachting'], ['1.1.1', '1.1', 'Er is een balie.'], ['1.1.1', '1.1', 'Er is een loket.'], ['1.1.3', '1.1', null], [{ day: '2026-03-04', format: 'd-m' }, '1.1', 'Er is een stoel.'])
  expect(list.framework).toBeNull()
  expect(list.faults.map(({ sheet, cell, what }) => `${sheet} ${cell} ${what}`)).toEqual(['Blad1 A5 date-instead', 'Blad1 C4 missing'])
  expect(read(['Nummer', 'Criterium', 'Verwachting'], ['1.1.1', '1.1', 'Er is een balie.'], ['1.1.1', '1.1', 'Er is een loket.']).faults).toMatchObject([{ cell: 'A3', what: 'duplicate' }])
  expect(read(['Nummer', 'Criterium'], ['1.1.1', '1.1']).faults).toMatchObject([{ cell: null, what: 'column-missing', about: 'Verwachting' }])
  expect(read(['Nummer', 'Verwachting']).faults).toMatchObject([{ sheet: 'Blad1', cell: null, what: 'missing' }])
  expect(isList([{ name: 'Kader', rows: [['Nummer', 'Verwachting']] }])).toBe(false)
  expect(isList([{ name: 'Blad1', rows: [['Datum', 'Bedrag']] }])).toBe(false)
})

/** Whether every expectation of a list is in the draft once, in order and under the criterion that it stood at. */
function keeps(rows: readonly [string, string, string][], list: ReturnType<typeof read>): boolean {
  const kept = list.framework?.themes.flatMap(({ criteria }) => criteria.flatMap(({ title, expectations }) => expectations.map(({ number, statement }) => [title, number, statement].join('|'))))
  return JSON.stringify(kept) === JSON.stringify(rows.map((row) => row.join('|')))
}

test('no list loses an expectation or puts it elsewhere, and a reader that would is found', () => {
  const lists = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8})?$/)), { minLength: 1, maxLength: 12 })
    .map((list) => list.sort(([one], [other]) => one - other).map(([criterion, text], index): [string, string, string] => [`Onderdeel ${'ABCD'[criterion - 1]}`, `v${index + 1}`, text]))
  const cellsOf = (rows: readonly [string, string, string][]): Cell[][] =>
    [['Criterium', 'Nummer', 'Verwachting'], ...rows.map(([criterion, ...rest], index) => [rows[index - 1]?.[0] === criterion ? null : criterion, ...rest])]
  fc.assert(fc.property(lists, (rows) => {
    const list = read(...cellsOf(rows))
    expect(DraftBody.safeParse(list.framework).success).toBe(true)
    return keeps(rows, list)
  }), { numRuns: 100 })
  expect(fc.check(fc.property(lists, (rows) => keeps(rows, read(...cellsOf(rows).slice(0, -1)))), { numRuns: 100 }).failed).toBe(true)
})

test('read in from a file it stands among the drafts, to be finished there', async () => {
  const laptop = await openLaptop()
  const file = join(openTestFolder(), 'lijst.xlsx')
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Blad1')
  for (const row of [['Thema', 'Criterium', 'Nummer', 'Verwachting'], ['Toegang', 'Bereikbaar', 1, 'Er is een balie.'], [null, null, 2, 'Er is een loket.']]) sheet.addRow(row)
  sheet.mergeCells('A2:A3')
  sheet.mergeCells('B2:B3')
  await workbook.xlsx.writeFile(file)
  expect(await laptop.api.framework.check({ file })).toMatchObject({ kind: 'list', listed: 2, assessed: 2 })
  const { draft } = await laptop.api.framework.import({ file })
  expect(await laptop.api.framework.drafts({})).toMatchObject([{ id: draft, listed: 2 }])
  const { revision } = await laptop.api.framework.draft({ id: draft! })
  await expect(laptop.api.framework.freeze({ id: draft!, revision })).rejects.toMatchObject({ failure: { code: 'framework-invalid' } })
})
