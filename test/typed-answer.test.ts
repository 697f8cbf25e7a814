import { expect, test } from 'vitest'
import type { FileField } from '../shared/domain/file-review.ts'
import { cellsOf, laidOut } from '../renderer/features/file-review/paste.ts'
import { answerAtOnce, answerFrom } from '../renderer/features/file-review/typed.ts'
import { columnsIn, edgesOf, rowsIn } from '../renderer/features/file-review/windowed.ts'
import { dayFrom } from '../renderer/ui/typed-date.ts'

const base = { id: 'x', label: 'X', expectations: [], irrelevantWhen: null }
const date: FileField = { ...base, kind: 'date' }
const yesNo: FileField = { ...base, kind: 'yes-no' }
const number: FileField = { ...base, kind: 'number', least: 1, most: 20 }
const text: FileField = { ...base, kind: 'text' }
const choice: FileField = { ...base, kind: 'choice', options: [{ code: 'high', label: 'Hoog' }, { code: 'normal', label: 'Normaal' }, { code: 'none', label: 'Niet vermeld' }] }

test('a day is read however an inspector types it, and only if it is one', () => {
  for (const typed of ['3-5-16', '03-05-2016', '3/5/16', '3.5.2016', '3 5 16', '030516', '03052016', '3 mei 2016', '3 mei 16', '3mei16', '3 May 2016', '2016-05-03']) {
    expect([typed, dayFrom(typed)]).toEqual([typed, '2016-05-03'])
  }
  for (const [typed, day] of [['1 mrt 2016', '2016-03-01'], ['1 maart 2016', '2016-03-01'], ['29-2-16', '2016-02-29'], ['31 okt. 2015', '2015-10-31']]) expect(dayFrom(typed!)).toBe(day)
  for (const typed of ['', '30-2-16', '29-2-15', '3-5', '3516', '3 foo 2016', 'mei 2016', '32-1-16', '3-13-16', '2016-5-3', '__proto__']) expect([typed, dayFrom(typed)]).toEqual([typed, null])
})

test('one key answers, as far as it cannot be the beginning of something else', () => {
  expect(['+', '-', 'n', '?'].map((key) => answerAtOnce(yesNo, key))).toEqual(['yes', 'no', 'not-applicable', 'not-found'])
  expect(['+', '-', 'n', '?'].map((key) => answerAtOnce(date, key))).toEqual([undefined, 'not-yet', 'not-applicable', 'not-found'])
  expect(['3', 'n', '?'].map((key) => answerAtOnce(choice, key))).toEqual([undefined, undefined, 'not-found'])
  expect(answerAtOnce(text, '?')).toBeUndefined()
})

test('what is typed is an answer of the field, an emptied cell, or nothing', () => {
  expect([answerFrom(date, '3-5-16'), answerFrom(date, ' '), answerFrom(date, 'gisteren'), answerFrom(date, '3-5-2116')]).toEqual([{ value: '2016-05-03' }, { value: null }, null, null])
  expect(['ja', 'NEE', 'n.v.t.', '?', 'misschien'].map((typed) => answerFrom(yesNo, typed)?.value)).toEqual(['yes', 'no', 'not-applicable', 'not-found', undefined])
  expect(['3', '21', '0', '3,5', 'n'].map((typed) => answerFrom(number, typed)?.value)).toEqual([3, undefined, undefined, undefined, 'not-applicable'])
  expect(['1', 'ho', 'normaal', 'ni', 'none', '4', 'n', 'x'].map((typed) => answerFrom(choice, typed)?.value)).toEqual(
    ['high', 'high', 'normal', 'none', 'none', undefined, 'not-applicable', undefined])
  expect([answerFrom(text, 'Emmen')?.value, answerFrom(text, 'constructor')?.value, answerFrom(choice, 'constructor')]).toEqual(['Emmen', 'constructor', null])
})

test('a block from a spreadsheet is laid over the fields, an empty cell leaves what is there, and what does not fit is refused', () => {
  const cells = laidOut(cellsOf('3-5-16\tja\t\r\nmorgen\t\t4\tte veel\r\n'), { row: 1, column: 0 }, 3, [date, yesNo, number])
  expect(cells.map(({ row, column, answer }) => [row, column, answer?.value])).toEqual([
    [1, 0, '2016-05-03'], [1, 1, 'yes'], [2, 0, undefined], [2, 2, 4], [2, 3, undefined],
  ])
  expect(laidOut([['3']], { row: 3, column: 2 }, 3, [date, yesNo, number])[0]!.answer).toBeNull()
})

test('of a thousand files only those in view are drawn, and no cell of them is left out', () => {
  const edges = edgesOf(Array.from({ length: 48 }, (_, index) => 90 + (index % 5) * 20))
  for (let top = 0; top < 34_000; top += 777) {
    const [first, behind] = rowsIn({ top, height: 500 }, 1_000)
    expect(first * 34).toBeLessThanOrEqual(top)
    expect(behind * 34 >= Math.min(34_000, top + 500)).toBe(true)
    expect(behind - first).toBeLessThan(32)
  }
  for (let left = 0; left < edges.at(-1)!; left += 333) {
    const [first, behind] = columnsIn({ left, width: 900 }, edges)
    expect(edges[first]).toBeLessThanOrEqual(left)
    expect(edges[behind]! >= Math.min(edges.at(-1)!, left + 900)).toBe(true)
    expect(behind - first).toBeLessThan(17)
  }
})
