import fc from 'fast-check'
import { expect, test } from 'vitest'
import { criteriaOf, type Framework, listedOf } from '../shared/domain/framework.ts'
import { Comparison, comparisonOf, type Round } from '../shared/domain/comparison.ts'
import { smallFramework } from './helpers/small-framework.ts'
import { firstRound, framework, judgementsOf, ratingsOf, retest } from './helpers/worked-case.ts'

const roundOf = (round: typeof retest): Round => ({ framework, ratingOf: ratingsOf(round), judgementOf: judgementsOf(round) })
const drenthe = comparisonOf(roundOf(firstRound), roundOf(retest))

test('at Drenthe ten improved, none worsened, eight stayed met and six not met', () => {
  expect(drenthe).toMatchObject({
    improved: ['1.1.1', '1.1.3', '1.2.1', '1.2.2', '1.3.1', '1.3.2', '1.3.4', '2.1.2', '2.2.1', '3.2.1'],
    worsened: [],
    unchangedMet: ['1.2.3', '1.3.3', '2.1.3', '2.2.2', '2.2.3', '3.1.2', '3.1.3', '3.2.2'],
    unchangedNotMet: ['1.1.2', '1.1.4', '1.2.4', '1.2.5', '2.1.1', '3.1.4'],
    other: [],
    counts: { before: { met: 8, assessed: 24 }, after: { met: 18, assessed: 24 } },
  })
})

test('the two columns are those of the published table', () => {
  expect(drenthe.criteria.map(({ number, before, after }) => `${number} ${before} ${after}`)).toEqual([
    '1.1 O M', '1.2 O M', '1.3 O V', '2.1 O M', '2.2 M V', '3.1 V V', '3.2 O V',
  ])
  expect(drenthe.expectations.map(({ number, before, after }) => `${number} ${before ?? ' '} ${after ?? ' '}`)).toEqual([
    '1.1.1 - +', '1.1.2 - -', '1.1.3 - +', '1.1.4 - -', '1.2.1 - +', '1.2.2 - +', '1.2.3 + +', '1.2.4 - -', '1.2.5 - -',
    '1.3.1 - +', '1.3.2 - +', '1.3.3 + +', '1.3.4 - +', '2.1.1 - -', '2.1.2 - +', '2.1.3 + +', '2.2.1 - +', '2.2.2 + +', '2.2.3 + +',
    '3.1.1    ', '3.1.2 + +', '3.1.3 + +', '3.1.4 - -', '3.2.1 - +', '3.2.2 + +',
  ])
  expect(drenthe.expectations.find(({ expectation }) => expectation === '3.1.1')!.development).toBe('not-assessed')
  expect(drenthe.criteria.map(({ countsBefore, countsAfter }) => [countsBefore!.met, countsAfter!.met, countsAfter!.assessed])).toEqual([
    [0, 2, 4], [1, 3, 5], [1, 4, 4], [1, 2, 3], [2, 3, 3], [2, 2, 3], [1, 2, 2],
  ])
})

const answered = (asked: Framework, ratings: Readonly<Record<string, string>>, judgements: Readonly<Record<string, string>> = {}): Round => ({
  framework: asked, ratingOf: (id) => ratings[id] ?? null, judgementOf: (id) => judgements[id] ?? null,
})
const small = (sizes: number[]) => smallFramework(sizes, [{ kind: 'every', within: null }], 'unstated')

test('what is open or does not apply on either side is neither better nor worse', () => {
  const before = answered(small([4]), { '1.1.1': '+', '1.1.2': 'nvt', '1.1.4': '-' })
  const after = answered(small([4]), { '1.1.1': 'nvt', '1.1.2': '-', '1.1.3': '+', '1.1.4': '+' })
  expect(comparisonOf(before, after)).toMatchObject({ improved: ['1.1.4'], worsened: [], other: ['1.1.1', '1.1.2', '1.1.3'] })
})

test('an expectation that fell back is worsened', () => {
  expect(comparisonOf(answered(small([1]), { '1.1.1': '+' }), answered(small([1]), { '1.1.1': '-' })).worsened).toEqual(['1.1.1'])
})

test('an earlier framework with other words is marked; other spacing or encoding is not another text', () => {
  const worded = (...statements: string[]): Framework => {
    const changed = structuredClone(small([statements.length]))
    statements.forEach((statement, index) => void (changed.themes[0]!.criteria[0]!.expectations[index]!.statement = statement))
    return changed
  }
  const before = answered(worded('Binnen 5 dagen.', 'Coördinatie  is\ngeregeld. '), {})
  const after = answered(worded('Binnen 5 werkdagen.', 'Coo\u0308rdinatie is geregeld.'), {})
  expect(comparisonOf(before, after).expectations.map(({ changedText }) => changedText)).toEqual([true, false])
})

test('what only one of the frameworks has stands in one column, the later order first', () => {
  const before = answered(small([1, 2]), { '1.1.1': '+', '2.1.1': '-', '2.1.2': '+' }, { '1.1': 'V', '2.1': 'O' })
  const after = answered(small([2]), { '1.1.1': '+', '1.1.2': '+' }, { '1.1': 'V' })
  const { expectations, criteria, other, unchangedMet } = comparisonOf(before, after)
  expect(expectations.map((row) => [row.expectation, row.before, row.after, row.in])).toEqual([
    ['1.1.1', '+', '+', 'both'], ['1.1.2', null, '+', 'after'], ['2.1.1', '-', null, 'before'], ['2.1.2', '+', null, 'before'],
  ])
  expect([other, unchangedMet]).toEqual([['1.1.2', '2.1.1', '2.1.2'], ['1.1.1']])
  expect(criteria.map((row) => [row.criterion, row.before, row.after, row.countsBefore?.listed, row.countsAfter?.listed])).toEqual([
    ['1.1', 'V', 'V', 1, 2], ['2.1', 'O', null, 2, undefined],
  ])
})

const anyRound = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }).chain((sizes) => {
  const asked = small(sizes)
  const ids = listedOf(asked).map(({ id }) => id)
  return fc.record({
    skipped: fc.subarray(ids),
    ratings: fc.tuple(...ids.map(() => fc.constantFrom('+', '-', 'nvt', null))),
    judgements: fc.tuple(...sizes.map(() => fc.constantFrom('V', 'O', null))),
  }).map(({ skipped, ratings, judgements }): Round => ({
    framework: withUnassessed(asked, skipped),
    ratingOf: (id) => ratings[ids.indexOf(id)] ?? null,
    judgementOf: (id) => judgements[criteriaOf(asked).findIndex((criterion) => criterion.id === id)] ?? null,
  }))
})

function withUnassessed(asked: Framework, ids: readonly string[]): Framework {
  const changed = structuredClone(asked)
  for (const { expectations } of criteriaOf(changed)) for (const one of expectations) one.assessed = !ids.includes(one.id)
  return changed
}

/** Every expectation that either round assesses is in exactly one list, and a list says what the two columns say. */
const partitions = (compare: typeof comparisonOf) => fc.property(anyRound, anyRound, (before, after) => {
  const { improved, worsened, unchangedMet, unchangedNotMet, other, ...rest } = Comparison.parse(compare(before, after))
  const assessed = [before, after].flatMap((round) => listedOf(round.framework).filter((one) => one.assessed).map(({ id }) => id))
  expect([...improved, ...worsened, ...unchangedMet, ...unchangedNotMet, ...other].sort()).toEqual([...new Set(assessed)].sort())

  const answer = (round: Round, id: string) =>
    listedOf(round.framework).some((one) => one.id === id && one.assessed) ? round.ratingOf(id) : null
  const both = (ids: readonly string[], columns: string) =>
    expect(ids.filter((id) => `${answer(before, id)}${answer(after, id)}` !== columns)).toEqual([])
  both(improved, '-+')
  both(worsened, '+-')
  both(unchangedMet, '++')
  both(unchangedNotMet, '--')
  expect(other.filter((id) => /^[+-][+-]$/.test(`${answer(before, id)}${answer(after, id)}`))).toEqual([])
  expect(rest.expectations.map((row) => [row.before, row.after])).toEqual(
    rest.expectations.map(({ expectation }) => [answer(before, expectation), answer(after, expectation)]))
})

test('whatever the rounds, each expectation is in one list and the lists agree with the columns', { timeout: 60_000 }, () => {
  fc.assert(partitions(comparisonOf), { numRuns: 300 })
})

test.each<[string, typeof comparisonOf]>([
  ['that swaps the rounds', (before, after) => comparisonOf(after, before)],
  ['that drops what only the earlier round has', (before, after) => {
    const known = new Set(listedOf(after.framework).map(({ id }) => id))
    const comparison = comparisonOf(before, after)
    return { ...comparison, other: comparison.other.filter((id) => known.has(id)) }
  }],
  ['that takes not applicable for not met', (before, after) =>
    comparisonOf({ ...before, ratingOf: (id) => (before.ratingOf(id) === 'nvt' ? '-' : before.ratingOf(id)) }, after)],
  ['that calls what stayed not met improved', (...of) => {
    const comparison = comparisonOf(...of)
    return { ...comparison, improved: [...comparison.improved, ...comparison.unchangedNotMet], unchangedNotMet: [] }
  }],
])('a comparison %s is noticed', { timeout: 60_000 }, (_, compare) => {
  expect(() => fc.assert(partitions(compare), { numRuns: 300 })).toThrow()
})
