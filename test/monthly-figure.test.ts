import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Counted } from '../shared/domain/caseload.ts'
import { numberFrom, readSheet, TEMPLATE } from '../shared/domain/figure-sheet.ts'
import { monthFrom } from '../shared/domain/month.ts'
import { besideOf, type FigureName, figureIdOf, type Figures, JUMP, marksOf, readFigureId, TARGETS } from '../shared/domain/monthly-figure.ts'
import { answer, at, type Laptop, newInspection, openLaptop, openTestFolder } from './helpers/backend.ts'
import { run } from './helpers/command.ts'

test('months are read as organisations write them', () => {
  for (const text of ['mei 2016', 'Mei-16', 'mei ’16', '2016-05', '2016-05-31', '05-2016', '5/2016', '31-5-2016', 'May 2016']) expect(monthFrom(text), text).toBe('2016-05')
  for (const text of ['', 'mei', '13-2016', '2016-00', 'xyz 2016', '2016', 'totaal']) expect(monthFrom(text), text).toBeNull()
})

test('numbers are read as the Dutch write them', () => {
  const read = { '43': 43, '1.234': 1234, '1.234.567': 1_234_567, '81,5': 81.5, '81,5%': 81.5, '81 %': 81, '81.5': 81.5, '1.234,5': 1234.5, '-3': -3, '0': 0 }
  for (const [text, value] of Object.entries(read)) expect(numberFrom(text), text).toBe(value)
  for (const text of ['veel', '1,2,3', '12.34.5', '1.23.456', '4 of 5', '', 'ca. 40', '1e3']) expect(numberFrom(text), text).toBeNull()
})

test('whatever number is written in Dutch is the number that is read', () => {
  const isRead = (plan: typeof numberFrom) => fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, part) => {
    const text = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 2 }).format(whole + part / 100)
    expect(plan(text)).toBeCloseTo(whole + part / 100, 6)
  })
  fc.assert(isRead(numberFrom))
  expect(() => fc.assert(isRead((text) => numberFrom(text.replace(',', '.'))))).toThrow()
})

test('a sheet is read below its heads, whatever their order; what it does not know is not nought', () => {
  const { figures, refused, ignored } = readSheet([
    ['Maandcijfers Veilig Thuis', ''], [],
    ['Werkvoorraad', 'Maand', 'Opmerking', 'Wachtlijst onderzoek', 'Oudste (onderzoek)', 'Oudste onderzoek (dagen)', 'Onderzoek hoog', 'Triage binnen termijn (%)'],
    ['1.204', 'mei 2016', 'zie brief', '43', '', '4-1-2016', '', '81,5%'],
    ['-', 'juni 2016', '', 'n.b.', '', '', '', ''],
  ])
  expect(figures).toEqual([{ month: '2016-05', system: 'registratie', values: { openCases: 1204, investigationWaiting: 43, investigationOldest: 148, triageInTerm: 81.5 } }])
  expect([refused, ignored]).toEqual([[], ['Opmerking', 'Oudste (onderzoek)']])
})

test('what cannot be read is told by its cell, and the rest is read', () => {
  const { figures, refused } = readSheet([
    ['maand', 'systeem', 'werkvoorraad', 'triage in termijn', 'werkvoorraad'],
    ['mei 2016', 'Regas', 'veel', '101', '3'], ['wanneer', 'Regas', '5', '', ''], ['mei-16', 'Regas', '5', '', ''], ['juni 2016', 'Regas', '4,5', '90', ''],
  ])
  expect(refused.map(({ column, row, problem }) => `${column}${row} ${problem}`)).toEqual(['E1 head-twice', 'C2 number-wrong', 'D2 out-of-range', 'A3 month-wrong', 'C5 out-of-range'])
  expect(figures).toEqual([{ month: '2016-05', system: 'Regas', values: { openCases: 5 } }, { month: '2016-06', system: 'Regas', values: { triageInTerm: 90 } }])
})

test('the heads of the template are all understood, and a sheet without a month is refused', () => {
  expect(readSheet([TEMPLATE, ['mei 2016', 'Regas', ...TEMPLATE.slice(2).map(() => '1')]])).toMatchObject({ refused: [], ignored: [], figures: [{ values: { openCases: 1, investigationInTerm: 1 } }] })
  expect(Object.keys(readSheet([TEMPLATE, ['mei 2016', '', ...TEMPLATE.slice(2).map(() => '1')]]).figures[0]!.values)).toHaveLength(TEMPLATE.length - 2)
  expect(readSheet([['a'], ['b']]).refused).toMatchObject([{ problem: 'no-month' }])
  expect(readSheet([]).refused).toMatchObject([{ problem: 'no-month' }])
})

const series = (...values: (number | null)[]): Figures[] => values.flatMap((openCases, index) =>
  (openCases === null ? [] : [{ month: `2016-${String(index + 1).padStart(2, '0')}`, system: 'Regas', values: { openCases } }]))

test('a missing month is marked, and a change of more than half and more than ten', () => {
  expect(marksOf(series(20, 30))).toEqual([])
  expect(marksOf(series(20, 31))).toMatchObject([{ what: 'jump', month: '2016-02', name: 'openCases', from: 20, to: 31 }])
  expect(marksOf(series(4, 14))).toEqual([])
  expect(marksOf(series(0, 11))).toMatchObject([{ what: 'jump' }])
  expect(marksOf(series(100, null, null, 10)).map(({ what, month }) => `${what} ${month}`)).toEqual(['missing 2016-02', 'missing 2016-03'])
  expect(marksOf([...series(20), { month: '2016-02', system: 'AMK', values: { openCases: 99 } }])).toEqual([])
})

test('which months are marked is what looking at each pair of months says, in whatever order they came', () => {
  const anySeries = fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { minLength: 2, maxLength: 12 })
  const isMarked = (plan: typeof marksOf) => fc.property(anySeries, fc.infiniteStream(fc.nat()), (values, order) => {
    const expected: string[] = []
    const there = values.flatMap((value, index) => (value === null ? [] : [index]))
    for (let index = there[0] ?? 0; index <= (there.at(-1) ?? -1); index++) {
      const [before, now] = [values[index - 1], values[index]]
      if (now === null || now === undefined) expected.push(`missing ${index + 1}`)
      else if (index > there[0]! && typeof before === 'number' && Math.abs(now - before) > JUMP.least && Math.abs(now - before) * 2 > before) expected.push(`jump ${index + 1}`)
    }
    const shuffled = series(...values).map((one) => [order.next().value!, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one)
    expect(plan(shuffled).map(({ what, month }) => `${what} ${Number(month.slice(5))}`)).toEqual(expected)
  })
  fc.assert(isMarked(marksOf))
  expect(() => fc.assert(isMarked((figures) => marksOf(figures).filter(({ what }) => what === 'missing')))).toThrow()
})

test('what was counted on site stands beside what was reported of that month: the old system was left out', () => {
  const count = (over: Partial<Counted>): Counted => ({
    id: 'a', system: null, counted: 'investigation-waiting', ownCounted: null, day: '2016-05-20', reported: null, reportedBy: null, document: null, found: 51, foundHow: null, about: null, ...over,
  })
  const figures: Figures[] = [
    { month: '2016-05', system: 'Regas', values: { investigationWaiting: 43 } }, { month: '2016-05', system: 'AMK', values: { investigationWaiting: 2 } },
    { month: '2016-04', system: 'Regas', values: { investigationWaiting: 1 } },
  ]
  expect(besideOf(figures, [count({ system: ' regas' })])).toMatchObject([{ reported: 43, found: 51 }])
  expect(besideOf(figures, [count({})])).toMatchObject([{ reported: 45, found: 51, name: 'investigationWaiting' }])
  expect(besideOf(figures, [count({ counted: 'over-ten-weeks' }), count({ day: null }), count({ found: null }), count({ day: '2016-06-01' })])).toEqual([])
})

test('an id tells its month and system, and nothing else is one', () => {
  expect(readFigureId(figureIdOf({ month: '2016-05', system: 'AMK/SHG oud' }))).toEqual({ month: '2016-05', system: 'AMK/SHG oud' })
  for (const id of ['2016-13/x', '2016-05/', '2016-05/ x', 'x', '2016-05', `2016-05/${'x'.repeat(81)}`, '2016-05/a\nb']) expect(readFigureId(id), id).toBeNull()
  expect([TARGETS.triageInTerm?.percentage, TARGETS.investigationInTerm?.percentage]).toEqual([90, 80])
})

const drentheOf = async ({ api }: Laptop) => (await api.organisation.list({})).find(({ name }) => name.includes('Drenthe'))!.id
const valueAt = async (laptop: Laptop, organisation: string, id: string, name: FigureName) => (await laptop.api.field.history(at(organisation, 'monthlyFigure', id, name))).map(({ value }) => value)

test('importing the same file again changes nothing; a month that changed keeps what it said before', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await drentheOf(laptop)
  const first = 'maand;systeem;werkvoorraad\nmei 2016;Regas;43\njuni 2016;Regas;40'
  const take = async (text: string) => api.monthlyFigure.take({ organisation, figures: (await api.monthlyFigure.preview({ organisation, text })).figures.map(({ month, system, values }) => ({ month, system, values })) })
  expect(await take(first)).toMatchObject({ written: 2 })
  const count = () => laptop.db().prepare('SELECT count(*) FROM change').pluck().get()
  const before = count()
  expect((await api.monthlyFigure.preview({ organisation, text: first })).figures.map(({ state }) => state)).toEqual(['same', 'same'])
  expect(await take(first)).toMatchObject({ written: 0 })
  expect(count()).toBe(before)
  expect((await api.monthlyFigure.preview({ organisation, text: `${first}\n`.replace('40', '41') })).figures.map(({ state }) => state)).toEqual(['same', 'changed'])
  expect(await take(first.replace('40', '41'))).toMatchObject({ written: 1 })
  expect(await valueAt(laptop, organisation, '2016-06/Regas', 'openCases')).toEqual([40, 41])
  expect((await api.monthlyFigure.list({ organisation })).figures.map(({ month, values }) => [month, values])).toEqual([['2016-05', { openCases: 43 }], ['2016-06', { openCases: 41 }]])
  expect((await api.supervision.get({ organisation, today: '2016-07-01' })).timeline).toMatchObject([{ code: 'figures', facts: { count: 2 } }])
})

test('months that were asked for and did not come are told of', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const organisation = await drentheOf(laptop)
  await laptop.api.supervision.askFigures({ organisation, from: '2016-04', until: null })
  await laptop.api.monthlyFigure.take({ organisation, figures: [{ month: '2016-04', system: 'Regas', values: { openCases: 43 } }] })
  expect((await laptop.api.supervision.alerts({ today: '2016-06-15' }))).toEqual([])
  expect((await laptop.api.supervision.alerts({ today: '2016-06-16' }))[0]!.alerts).toMatchObject([{ kind: 'figures', months: ['2016-05'], due: '2016-06-15', days: -1 }])
})

test('a workbook is read like the same rows as text, percentages and days included', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const organisation = await drentheOf(laptop)
  const folder = openTestFolder()
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('cijfers')
  sheet.addRow(['Maand', 'Systeem', 'Werkvoorraad', 'Triage in termijn', 'Oudste onderzoek'])
  sheet.addRow([new Date(Date.UTC(2016, 4, 1)), 'Regas', 1204, 0.815, new Date(Date.UTC(2016, 0, 4))])
  sheet.getCell('D2').numFmt = '0.0%'
  sheet.addRow(['juni 2016', 'Regas', { formula: '1+1', result: 2 }, 'n.b.', 12])
  writeFileSync(join(folder, 'cijfers.xlsx'), Buffer.from(await workbook.xlsx.writeBuffer()))
  writeFileSync(join(folder, 'cijfers.csv'), '\uFEFF"Maand";"Systeem";"Werkvoorraad";"Triage in termijn";"Oudste onderzoek"\r\nmei 2016;Regas;1.204;81,5%;4-1-2016\r\njuni 2016;Regas;2;;12\r\n')
  const read = (name: string) => laptop.api.monthlyFigure.previewFile({ organisation, file: join(folder, name) })
  const fromBook = await read('cijfers.xlsx')
  expect(fromBook.refused).toEqual([])
  expect(fromBook.figures).toMatchObject([{ month: '2016-05', values: { openCases: 1204, triageInTerm: 81.5, investigationOldest: 148 } }, { month: '2016-06', values: { openCases: 2, investigationOldest: 12 } }])
  expect(await read('cijfers.csv')).toEqual(fromBook)
  writeFileSync(join(folder, 'geen.xlsx'), 'geen werkmap')
  await expect(read('geen.xlsx')).rejects.toThrow('xlsx-unreadable')
})

test('figures outside what they can be are refused whoever sends them, and a count on site is found beside them', async () => {
  const laptop = await openLaptop('A. Bakker', 'office')
  const { api } = laptop
  const organisation = await drentheOf(laptop)
  const take = (values: Figures['values']) => api.monthlyFigure.take({ organisation, figures: [{ month: '2016-05', system: 'Regas', values }] })
  for (const values of [{ triageInTerm: 101 }, { openCases: 4.5 }, { openCases: -1 }]) await expect(take(values)).rejects.toThrow('value-invalid')
  await take({ investigationWaiting: 43 })
  const inspection = await newInspection(laptop, { firstDay: '2016-05-20' })
  const { id } = await api.claim.addCount({ inspection, counted: 'investigation-waiting', system: 'Regas' })
  await answer(laptop, at(inspection, 'caseload', id, 'day'), '2016-05-20')
  await api.field.record({ ...at(inspection, 'caseload', id, 'found'), value: 51, reason: null, seen: [] })
  expect((await api.monthlyFigure.list({ organisation })).beside).toEqual([{ month: '2016-05', system: 'Regas', name: 'investigationWaiting', reported: 43, found: 51, day: '2016-05-20' }])
})

test('the command line imports a file whole or not at all, and says which cell is wrong', async () => {
  const folder = openTestFolder()
  const [work, file] = [join(folder, 'bureau'), join(folder, 'cijfers.csv')]
  await run(['init', '--workspace', work, '--role', 'office', '--name', 'B. Visser', '--json'])
  const organisations = (await run(['call', 'organisation.list', '{}', '--workspace', work, '--json'])).json as { id: string; name: string }[]
  const { id } = organisations.find(({ name }) => name.includes('Drenthe'))!
  const importing = () => run(['figures', 'import', file, '--organisation', id, '--workspace', work, '--json'])
  writeFileSync(file, 'maand;systeem;werkvoorraad\nmei 2016;Regas;43\njuni 2016;Regas;veel\n')
  const refused = await importing()
  expect(refused.status).not.toBe(0)
  expect(refused.stdout + refused.stderr).toContain('C3')
  writeFileSync(file, 'maand;systeem;werkvoorraad\nmei 2016;Regas;43\njuni 2016;Regas;90\n')
  expect((await importing()).json).toMatchObject({ written: 2, marks: [{ what: 'jump', month: '2016-06' }] })
  expect((await importing()).json).toMatchObject({ written: 0 })
  expect((await run(['supervision', id, '--workspace', work, '--json'])).json).toMatchObject({ timeline: [{ code: 'figures', facts: { year: '2016', count: 2 } }] })
})
