import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intervalOf } from '../shared/domain/proportion.ts'

test.each([
  // count, n, low, high: R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 5
  [81, 263, 0.2527, 0.3676], [15, 148, 0.0578, 0.1617], [0, 20, 0, 0.1684], [1, 29, 0.0009, 0.1776],
])('the interval of %i of %i is the published one', (count, n, low, high) => {
  expect(intervalOf(count, n).low).toBeCloseTo(low, 4)
  expect(intervalOf(count, n).high).toBeCloseTo(high, 4)
})

test.each([
  // from the quantiles of the beta distribution, by another program
  [0, 1, 0, 0.975], [1, 1, 0.025, 1], [0, 10, 0, 0.3084971078], [10, 10, 0.6915028922, 1], [1, 10, 0.0025285785, 0.445016117],
  [5, 10, 0.1870860284, 0.8129139716], [7, 20, 0.1539092048, 0.5921885345], [18, 24, 0.5328871976, 0.9022695905],
  [27, 30, 0.7347115495, 0.978882863], [0, 30, 0, 0.1157033082], [90, 100, 0.8237774023, 0.9509953108],
  [500, 1000, 0.468549173, 0.5314508270], [999, 1000, 0.9944410757, 0.9999746825],
])('the interval of %i of %i is from %d to %d', (count, n, low, high) => {
  expect(intervalOf(count, n).low).toBeCloseTo(low, 9)
  expect(intervalOf(count, n).high).toBeCloseTo(high, 9)
})

/** The chance of at least `count` of `n` in whole numbers: the share is a number of millionths. */
function atLeast(count: number, n: number, millionths: number): number {
  const [hit, miss] = [BigInt(millionths), BigInt(1_000_000 - millionths)]
  let [sum, ways] = [0n, 1n]
  for (let i = 0; i <= n; i++) {
    if (i >= count) sum += ways * hit ** BigInt(i) * miss ** BigInt(n - i)
    ways = (ways * BigInt(n - i)) / BigInt(i + 1)
  }
  return Number((sum * 10n ** 15n) / 10n ** BigInt(6 * n)) / 1e15
}

const counts = fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))
const holds = (said: typeof intervalOf) => fc.property(counts, ([count, n]) => {
  const { low, high } = said(count, n)
  const [within, outside] = [(share: number) => Math.ceil(share * 1e6), (share: number) => Math.floor(share * 1e6)]
  if (count > 0) expect(atLeast(count, n, within(low) + 1) >= 0.025 && atLeast(count, n, Math.max(0, outside(low) - 1)) <= 0.025).toBe(true)
  else expect(low).toBe(0)
  if (count < n) expect(1 - atLeast(count + 1, n, outside(high) - 1) >= 0.025 && 1 - atLeast(count + 1, n, Math.min(1e6, within(high) + 1)) <= 0.025).toBe(true)
  else expect(high).toBe(1)
})

test('at each end of the interval what was seen has a chance of one in forty, in whole numbers', () => {
  fc.assert(holds(intervalOf), { numRuns: 500 })
})

test('seeing and not seeing are each other’s mirror', () => {
  fc.assert(fc.property(counts, ([count, n]) => {
    expect(intervalOf(count, n).low).toBeCloseTo(1 - intervalOf(n - count, n).high, 12)
  }))
})

test.each<[string, typeof intervalOf]>([
  ['the interval of the normal distribution', (count, n) => {
    const [share, wide] = [count / n, 1.96 * Math.sqrt((count / n) * (1 - count / n) / n)]
    return { low: Math.max(0, share - wide), high: Math.min(1, share + wide) }
  }],
  ['a file too many', (count, n) => intervalOf(count, n + 1)],
  ['the two ends taken from the same tail', (count, n) => ({ low: intervalOf(count, n).low, high: intervalOf(Math.min(n, count + 1), n).high })],
])('the chance of one in forty notices %s', (_, bug) => {
  expect(fc.check(holds(bug), { numRuns: 200 }).failed).toBe(true)
})
