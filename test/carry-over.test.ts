import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carriedOver, isReworded } from '../shared/domain/carry-over.ts'
import { comparisonOf } from '../shared/domain/comparison.ts'
import { criteriaOf, type Framework } from '../shared/domain/framework.ts'
import { trendOf } from '../shared/domain/trend.ts'
import { smallFramework } from './helpers/small-framework.ts'
import { firstRound, framework, judgementsOf, ratingsOf, retest } from './helpers/worked-case.ts'

const asked = (...texts: readonly (readonly [id: string, statement: string])[]) => texts.map(([id, statement]) => ({ id, statement }))
const named = (pairs: ReturnType<typeof carriedOver>) => pairs.map(({ before, after }) => `${before?.id ?? '·'} ${after?.id ?? '·'}`)

test('the same words under another number are the same question', () => {
  const before = asked(['1.1', 'Binnen 5 dagen.'], ['1.2', 'Er is een arts.'], ['1.3', 'Vervallen.'])
  const after = asked(['1.1', 'Er is  een\narts.'], ['1.2', 'Binnen 5 dagen.'], ['1.4', 'Nieuw.'])
  expect(named(carriedOver(before, after))).toEqual(['1.2 1.1', '1.1 1.2', '· 1.4', '1.3 ·'])
})

test('one changed character under the same number is a changed question, under another number a new one', () => {
  const before = asked(['1.1', 'Binnen 5 dagen.'], ['1.2', 'Er is een arts.'])
  expect(named(carriedOver(before, asked(['1.1', 'Binnen 6 dagen.'])))).toEqual(['1.1 1.1', '1.2 ·'])
  expect(named(carriedOver(before, asked(['2.1', 'Binnen 6 dagen.'])))).toEqual(['· 2.1', '1.1 ·', '1.2 ·'])
})

test('words that stand twice are told apart by their number only', () => {
  const twice = asked(['1.1', 'Er is overleg.'], ['2.1', 'Er is overleg.'])
  expect(named(carriedOver(twice, asked(['2.1', 'Er is overleg.'], ['3.1', 'Er is overleg.'])))).toEqual(['2.1 2.1', '1.1 3.1'])
  expect(named(carriedOver(twice, asked(['4.1', 'Er is overleg.'], ['5.1', 'Er is overleg.'])))).toEqual(['· 4.1', '· 5.1', '1.1 ·', '2.1 ·'])
})

const statements = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 })
const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8'), { minLength: 7, maxLength: 8 })
const anyList = fc.tuple(ids, statements).map(([names, texts]) => texts.map((statement, at) => ({ id: names[at]!, statement })))

/** Nobody is lost or used twice; equal words always meet; and who meets with other words has the same number. */
const carries = (join: typeof carriedOver) => fc.property(anyList, anyList, (before, after) => {
  const pairs = join(before, after)
  expect(pairs.flatMap((pair) => pair.before ?? []).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort())
  expect(pairs.flatMap((pair) => pair.after ?? [])).toEqual(after)
  const met = pairs.flatMap((pair) => (pair.before && pair.after ? [{ one: pair.before, other: pair.after }] : []))
  const common = before.filter((one) => after.some((other) => one.statement === other.statement))
  expect(met.filter(({ one, other }) => !isReworded(one, other))).toHaveLength(common.length)
  expect(met.filter(({ one, other }) => isReworded(one, other) && one.id !== other.id)).toEqual([])
})

test('whatever the two frameworks ask, equal words meet and nothing is lost', () => {
  fc.assert(carries(carriedOver))
})

test('joining by number alone is noticed', () => {
  const byNumber: typeof carriedOver = (before, after) => [
    ...after.map((one) => ({ before: before.find(({ id }) => id === one.id), after: one })),
    ...before.filter(({ id }) => !after.some((one) => one.id === id)).map((one) => ({ before: one, after: undefined })),
  ]
  expect(() => fc.assert(carries(byNumber))).toThrow()
})

const roundOf = (round: typeof retest, of: Framework = framework) => ({ framework: of, ratingOf: ratingsOf(round), judgementOf: judgementsOf(round) })

test('three rounds of Drenthe stand beside each other, each with what became of it since the first and since the last', () => {
  const final = { ...retest, ratings: { ...retest.ratings, '1.1.2': '+', '1.1.1': '-' } }
  const { rows, criteria, marks, counts } = trendOf([firstRound, retest, final].map((round) => roundOf(round)))
  expect(marks).toEqual([8, 18, 18].map((met) => ({ met, assessed: 24, printed: false })))
  expect(counts.map(({ listed, notAssessed }) => [listed, notAssessed])).toEqual([[25, 1], [25, 1], [25, 1]])
  const rowOf = (id: string) => rows.find(({ expectation }) => expectation === id)!
  expect(rowOf('1.1.1')).toMatchObject({ cells: [{ code: '-' }, { code: '+' }, { code: '-' }], sinceFirst: 'unchanged-not-met', sinceLast: 'worsened' })
  expect(rowOf('1.1.2')).toMatchObject({ cells: [{ code: '-' }, { code: '-' }, { code: '+' }], sinceFirst: 'improved', sinceLast: 'improved' })
  expect(rowOf('3.1.1')).toMatchObject({ cells: [{ standing: 'notAssessed' }, { code: null }, { code: null }], sinceFirst: 'not-assessed' })
  expect(criteria.map(({ number, cells }) => `${number} ${cells.map((cell) => `${cell?.judgement} ${cell?.marks?.met}`).join(' ')}`).slice(0, 3)).toEqual([
    '1.1 O 0 M 2 M 2', '1.2 O 1 M 3 M 3', '1.3 O 1 V 4 V 4',
  ])
})

test('two columns of the trend say what the comparison of the two says', () => {
  const { rows } = trendOf([roundOf(firstRound), roundOf(retest)])
  const { expectations } = comparisonOf(roundOf(firstRound), roundOf(retest))
  expect(rows.map(({ expectation, sinceLast, sinceFirst }) => [expectation, sinceLast, sinceFirst])).toEqual(
    expectations.map(({ expectation, development }) => [expectation, development, development]))
})

test('a question keeps its row when it is renumbered and reworded along the way; what is no longer asked comes last', () => {
  const worded = (...statements: string[]): Framework => {
    const made = smallFramework([statements.length], [{ kind: 'count', what: 'met', compare: 'at-least', count: 1, within: null }], 'unstated')
    statements.forEach((statement, at) => void (criteriaOf(made)[0]!.expectations[at]!.statement = statement))
    return made
  }
  const round = (...statements: string[]) => ({ framework: worded(...statements), ratingOf: () => '+', judgementOf: () => null })
  const { rows } = trendOf([round('Vervallen.', 'Binnen 5 dagen.'), round('Binnen 5 dagen.'), round('Binnen 5 werkdagen.', 'Nieuw.')])
  expect(rows.map(({ number, statement, cells }) => [number, statement, cells.map((cell) => cell && `${cell.number}${cell.changed ? ' anders' : ''}`)])).toEqual([
    ['1.1.1', 'Binnen 5 werkdagen.', ['1.1.2 anders', '1.1.1 anders', '1.1.1']],
    ['1.1.2', 'Nieuw.', [null, null, '1.1.2']],
    ['1.1.1', 'Vervallen.', ['1.1.1', null, null]],
  ])
})

test('what is printed stands in only for a round of which nothing was rated', () => {
  const printed = { met: 27, assessed: 30 }
  const counted = { ...roundOf(firstRound), ratingOf: () => null, printedOf: (criterion: string | null) => (criterion === null ? printed : null) }
  const { marks, criteria } = trendOf([counted, { ...roundOf(retest), printedOf: () => printed }])
  expect(marks).toEqual([{ ...printed, printed: true }, { met: 18, assessed: 24, printed: false }])
  expect(criteria[0]!.cells[0]).toEqual({ judgement: 'O', marks: null })
})
