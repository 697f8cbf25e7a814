import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DrawRecord, allocationIn, drawFaultOf, isInOrder } from '../shared/domain/draw-record.ts'
import {
  ALGORITHM, allocationOf, commitmentOf, drawOf, nextDrawn, Population, populationHashOf, sizeOf, unitsOf,
} from '../shared/domain/sample.ts'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const seedOf = (number: number) => digest(`seed ${number}`)
const AT = '2026-01-05T09:00:00.000Z'

const counted = (...sizes: number[]): Population => sizes.map((size, index) => ({ name: sizes.length === 1 ? '' : `laag ${index + 1}`, size, units: null }))

const populations = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }).map((sizes) => counted(...sizes)),
  fc.uniqueArray(fc.stringMatching(/^[A-Z]{1,3}-\d{1,4}$/), { minLength: 1, maxLength: 60 }).map((units): Population => [{ name: '', size: units.length, units }]),
)
const draws = fc.record({ population: populations, seed: fc.integer().map(seedOf), share: fc.double({ min: 0.05, max: 1, noNaN: true }) })
  .map(({ population, seed, share }) => ({
    population, seed, take: allocationOf(Math.max(1, Math.round(sizeOf(population) * share)), population.map(({ size }) => size)),
  }))

/** The same draw made otherwise: time after time the file with the lowest number, as a number. */
function drawnByHand({ population, seed, take }: { population: Population; seed: string; take: number[] }): string[] {
  const numberOf = (unit: string) => BigInt(`0x${createHash('sha256').update(Buffer.concat([Buffer.from(seed), Buffer.from([10]), Buffer.from(unit)])).digest('hex')}`)
  return population.flatMap((stratum, index) => {
    const left = new Set(unitsOf(stratum))
    return Array.from({ length: take[index]! }, () => {
      const lowest = [...left].reduce((one, other) => (numberOf(other) < numberOf(one) ? other : one))
      left.delete(lowest)
      return lowest
    })
  })
}

test('a draw is what a second implementation makes of it, whatever the files are called', () => {
  fc.assert(fc.property(draws, (draw) => {
    expect(drawOf(digest, draw).map(({ unit }) => unit)).toEqual(drawnByHand(draw))
  }), { numRuns: 60 })
})

test('a draw that forgets the line feed is seen', () => {
  const draw = { population: counted(40), seed: seedOf(1), take: [10] }
  const planted = (text: string) => digest(text.replace('\n', ''))
  expect(drawOf(planted, draw).map(({ unit }) => unit)).not.toEqual(drawnByHand(draw))
})

test('a draw does not depend on the order in which the list was given', () => {
  fc.assert(fc.property(draws, ({ population, seed, take }) => {
    const turned = population.map((stratum) => ({ ...stratum, units: unitsOf(stratum).toReversed() }))
    expect(drawOf(digest, { population: turned, seed, take })).toEqual(drawOf(digest, { population, seed, take }))
  }), { numRuns: 40 })
})

test('this seed draws these files, now and in every later version', () => {
  const draw = { population: counted(120, 30), seed: '0'.repeat(64), take: [4, 1] }
  expect(drawOf(digest, draw)).toEqual([
    { stratum: 'laag 1', unit: 'laag 1 30', place: 1 }, { stratum: 'laag 1', unit: 'laag 1 45', place: 2 },
    { stratum: 'laag 1', unit: 'laag 1 48', place: 3 }, { stratum: 'laag 1', unit: 'laag 1 55', place: 4 },
    { stratum: 'laag 2', unit: 'laag 2 14', place: 1 },
  ])
  expect(commitmentOf(digest, draw.seed)).toBe('60e05bd1b195af2f94112fa7197a5c88289058840ce7c6df9693756bc6250f55')
})

/** Pearson's statistic of how often each file was drawn, over a fixed set of seeds. */
function unevenness(drawn: (seed: string) => readonly string[], files: number, rounds: number): number {
  const counts = new Map<string, number>()
  for (let round = 0; round < rounds; round++) for (const unit of drawn(seedOf(round))) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return Array.from({ length: files }, (_, index) => ((counts.get(`${index + 1}`) ?? 0) - total / files) ** 2 / (total / files)).reduce((sum, part) => sum + part, 0)
}

test('every file has the same chance', () => {
  const draw = (seed: string) => drawOf(digest, { population: counted(50), seed, take: [10] }).map(({ unit }) => unit)
  // 49 degrees of freedom, and less spread than that because a file is drawn once: 85.4 is exceeded once in a thousand
  expect(unevenness(draw, 50, 2_000)).toBeLessThan(85.4)
  const favouring = (seed: string) => [...new Set(['7', ...draw(seed)])].slice(0, 10)
  expect(unevenness(favouring, 50, 2_000)).toBeGreaterThan(85.4)
})

test('a sample is divided over strata by whole shares and largest remainders', () => {
  expect(allocationOf(10, [120, 30])).toEqual([8, 2])
  expect(allocationOf(10, [1, 1, 1])).toEqual([1, 1, 1])
  expect(allocationOf(2, [1, 1, 1])).toEqual([1, 1, 0])
  expect(allocationOf(7, [50, 30, 20])).toEqual([4, 2, 1])
  expect(allocationOf(30, [43, 12, 5])).toEqual([22, 6, 2])
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 6_000 }), (sizes, sample) => {
    const total = sizes.reduce((sum, size) => sum + size, 0)
    const allocation = allocationOf(sample, sizes)
    expect(allocation.reduce((sum, many) => sum + many, 0)).toBe(Math.min(sample, total))
    for (const [index, many] of allocation.entries()) {
      expect(many).toBeLessThanOrEqual(sizes[index]!)
      const distance = BigInt(many) * BigInt(total) - BigInt(Math.min(sample, total)) * BigInt(sizes[index]!) // the quota rule: less than one file off
      expect(distance < BigInt(total) && distance > -BigInt(total)).toBe(true)
    }
  }), { numRuns: 200 })
})

test('who drops out is replaced by the next of the same stratum, until none is left', () => {
  const draw = { population: counted(5), seed: seedOf(3), take: [3] }
  const order = drawnByHand({ ...draw, take: [5] })
  const used = new Set(order.slice(0, 3))
  for (const unit of order.slice(3)) {
    expect(nextDrawn(digest, draw, '', (one) => used.has(one)).unit).toBe(unit)
    used.add(unit)
  }
  expect(() => nextDrawn(digest, draw, '', (one) => used.has(one))).toThrow('sample-exhausted')
  expect(() => drawOf(digest, { ...draw, take: [6] })).toThrow('sample-too-large')
  expect(() => drawOf(digest, { ...draw, take: [0] })).toThrow('sample-too-large')
})

test('a population is refused that counts a file twice, names a stratum twice or says another size', () => {
  const listed = (units: string[], size = units.length) => [{ name: '', size, units }]
  expect(Population.safeParse(listed(['D-01', 'D-02'])).success).toBe(true)
  for (const wrong of [
    listed(['D-01', 'D-01']), listed(['D-01'], 2), [], counted(0), [...counted(2, 2), { name: 'laag 1', size: 1, units: null }],
    [{ name: '', size: 1, units: ['Jan de Vries'] }], [{ name: '', size: 1, units: null }, { name: 'B', size: 1, units: null }],
    [{ name: 'A', size: 1, units: ['D-01'] }, { name: 'B', size: 1, units: ['D-01'] }],
  ]) expect(Population.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
})

/** A record as the program writes it. */
function recordOf({ population, seed, take }: { population: Population; seed: string; take: number[] }): DrawRecord {
  const drawn = drawOf(digest, { population, seed, take }).map((one, index) => ({ ...one, pseudonym: `D-${index + 1}` }))
  return {
    format: 'veldtoets/draw/1', algorithm: ALGORITHM, inspection: crypto.randomUUID(), sample: crypto.randomUUID(), organisation: 'Veilig Thuis',
    committedAt: AT, listedAt: AT, drawnAt: AT, commitment: commitmentOf(digest, seed), seed,
    population: { size: sizeOf(population), sha256: populationHashOf(digest, population), strata: population },
    allocation: allocationIn(population, take), take, drawn, replacements: [], targeted: [],
  }
}

test('a record holds, and does not once anything in it is altered', () => {
  const good = recordOf({ population: counted(12, 8), seed: seedOf(5), take: [3, 2] })
  const [first, ...rest] = good.drawn
  const next = drawnByHand({ population: good.population.strata, seed: good.seed, take: [4, 2] })[3]!
  const incoming = { stratum: 'laag 1', unit: next, place: 4, pseudonym: 'D-6', replaces: first!.unit, reason: 'niet te vinden' }
  expect(drawFaultOf(digest, good)).toBeNull()
  expect(drawFaultOf(digest, { ...good, replacements: [incoming] })).toBeNull()
  expect([isInOrder(good), isInOrder({ ...good, committedAt: '2026-01-05T09:00:01.000Z' })]).toEqual([true, false])
  const { strata } = good.population
  for (const [fault, altered] of [
    ['commitment', { ...good, seed: seedOf(6) }],
    ['population', { ...good, population: { ...good.population, strata: [{ ...strata[0]!, size: 13 }, strata[1]!] } }],
    ['population', { ...good, population: { ...good.population, size: 21 } }],
    ['allocation', { ...good, allocation: 'chosen' as const }],
    ['allocation', { ...good, take: [3] }],
    ['draw', { ...good, drawn: rest }],
    ['draw', { ...good, drawn: [{ ...first!, unit: next }, ...rest] }],
    ['replacement', { ...good, replacements: [{ ...incoming, unit: 'laag 1 99' }] }],
    ['replacement', { ...good, replacements: [{ ...incoming, stratum: 'laag 9' }] }],
    ['replacement', { ...good, replacements: [{ ...incoming, replaces: 'laag 1 99' }] }],
  ] as const) expect([fault, drawFaultOf(digest, altered as DrawRecord)]).toEqual([fault, fault])
})
