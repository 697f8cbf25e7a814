import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessedOf, criteriaOf, listedOf } from '../shared/domain/framework.ts'
import { isAsked, scopeOf, within } from '../shared/domain/scope.ts'
import { countsOf, type RatingOf, standingOf, verdictOf } from '../shared/domain/verdict.ts'
import { answer, at, carry, frameworkOf, newInspection, openLaptop, rate, ratingAt } from './helpers/backend.ts'
import { framework, ratingsOf, retest } from './helpers/worked-case.ts'

const assessed = assessedOf(framework).map(({ id }) => id)
const anyScope = fc.subarray(assessed, { minLength: 1 }).chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length })).map((ids) => scopeOf(framework, ids))
const anyRatings = fc.tuple(...assessed.map(() => fc.constantFrom('+', '-', 'nvt', null))).map((all): RatingOf => (id) => all[assessed.indexOf(id)] ?? null)
const noFacts = () => null

/** listed = assessed + not assessed + not examined; assessed = met + not met + not applicable + open; and what is examined is what was chosen. */
const addsUp = (limit: typeof within) => fc.property(anyScope, anyRatings, (scope, ratings) => {
  const counts = countsOf(framework, limit(scope, ratings))
  expect(counts.listed).toBe(counts.assessed + counts.notAssessed + counts.notExamined)
  expect(counts.assessed).toBe(counts.met + counts.notMet + counts.notApplicable + counts.open)
  expect([counts.listed, counts.notAssessed, counts.assessed]).toEqual([25, 1, scope === null ? 24 : scope.length])
  const chosen = scope ?? assessed
  expect(counts.met).toBe(chosen.filter((id) => ratings(id) === '+').length)
})

test('whatever is chosen and rated, all counts add up and only what was chosen counts', () => {
  fc.assert(addsUp(within))
})

test('a scope that leaves ratings from before in the count is noticed', () => {
  expect(() => fc.assert(addsUp((_, ratings) => ratings))).toThrow()
})

test('the same choice is the same value, and all is no choice', () => {
  expect(scopeOf(framework, ['2.1.1', '1.1.2', '1.1.2'])).toEqual(['1.1.2', '2.1.1'])
  expect(scopeOf(framework, assessed)).toBeNull()
})

test('a visit to a part has no verdict where the rule looks at the rest, also where the rest decides nothing any more', () => {
  fc.assert(fc.property(anyScope, fc.constantFrom('+', '-'), (scope, all) => {
    const { outcome, reasons } = verdictOf(framework, { ratingOf: within(scope, () => all), factOf: noFacts })
    expect([outcome === 'open', reasons.includes('partly-examined')]).toEqual([scope !== null, scope !== null])
  }))
})

test('a rule that looks at one theme only is applied to a visit of that theme', () => {
  const own = structuredClone(framework)
  own.rule.outcomes = [
    { ...own.rule.outcomes[0]!, when: { kind: 'every', within: { theme: '2' } } }, { ...own.rule.outcomes.at(-1)!, when: null },
  ]
  const safety = scopeOf(own, listedOf(own).filter(({ theme }) => theme === '2').map(({ id }) => id))
  const told = verdictOf(own, { ratingOf: within(safety, ratingsOf(retest)), factOf: noFacts })
  expect(told).toMatchObject({ listed: 25, assessed: 6, notAssessed: 1, notExamined: 18, met: 5, notMet: 1, outcome: own.rule.outcomes[1]!.code })
  expect(verdictOf(own, { ratingOf: within(safety, () => '+'), factOf: noFacts }).outcome).toBe(own.rule.outcomes[0]!.code)
})

test('a criterion of which a part is not examined is not asked for', () => {
  const scope = scopeOf(framework, assessed.filter((id) => id !== '1.1.2'))
  const asked = criteriaOf(framework).filter((criterion) => isAsked(scope, criterion)).map(({ id }) => id)
  expect(asked).toEqual(['1.2', '1.3', '2.1', '2.2', '3.1', '3.2'])
})

/** A progress visit on two expectations. */
async function openProgressVisit() {
  const laptop = await openLaptop()
  const { id: organisation } = (await laptop.api.organisation.list({}))[0]!
  const about = {
    organisation, framework: await frameworkOf(laptop), kind: 'progress-visit' as const, earlier: null, firstDay: '2016-11-10', lastDay: null, announced: true, team: [],
  }
  const { id } = await laptop.api.inspection.create({ ...about, part: { expectations: ['1.2.4', '1.1.2'], reason: 'Hierop liep verscherpt toezicht.' } })
  return { laptop, about, inspection: id }
}

test('a progress visit on a selection counts, asks and tells only what it examines', async () => {
  const { laptop: { api }, laptop, about, inspection } = await openProgressVisit()
  await expect(api.inspection.create({ ...about, kind: 'retest', part: { expectations: ['1.1.2'], reason: 'x' } })).rejects.toThrow('part-not-fitting')
  await expect(api.inspection.create({ ...about, part: { expectations: ['3.1.1'], reason: 'x' } })).rejects.toThrow('not-assessed')
  expect(await api.finding.marks({ inspection })).toMatchObject({ judged: 0, open: 2 })
  await rate(laptop, inspection, '1.1.2', '+')
  await rate(laptop, inspection, '1.2.4', '-')
  await expect(rate(laptop, inspection, '1.1.1', '+')).rejects.toThrow('not-examined')
  const [summary] = await api.inspection.list({})
  expect(summary).toMatchObject({
    counts: { listed: 25, assessed: 2, notAssessed: 1, notExamined: 22, met: 1, notMet: 1, notApplicable: 0, open: 0 },
    verdict: { outcome: 'open', reasons: ['partly-examined'], sensitivity: null },
  })
  expect(summary!.criteria.every(({ asked }) => !asked)).toBe(true)
})

test('the choice is changed with a reason, by whoever saw it; what is taken out keeps its history and no longer counts', async () => {
  const { laptop, inspection } = await openProgressVisit()
  const { api } = laptop
  await rate(laptop, inspection, '1.1.2', '+')
  const seen = async () => (await api.inspection.get({ inspection })).fields.scope.heads.map(({ id }) => id)
  await expect(answer(laptop, at(inspection, 'inspection', inspection, 'scope'), ['2.1.1'])).rejects.toThrow('reason-required')
  await api.inspection.rescope({ inspection, expectations: ['2.1.1', '1.2.4'], reason: 'De GGD vroeg om het zicht op veiligheid.', seen: await seen() })
  const { fields, summary } = await api.inspection.get({ inspection })
  expect(fields.scope).toMatchObject({ value: ['1.2.4', '2.1.1'], heads: [{ reason: 'De GGD vroeg om het zicht op veiligheid.' }] })
  expect(summary.counts).toMatchObject({ assessed: 2, open: 2, met: 0, notExamined: 22 })
  expect(await api.field.history(ratingAt(inspection, '1.1.2'))).toHaveLength(1)
  await api.inspection.rescope({ inspection, expectations: [], reason: 'Toch alles.', seen: await seen() })
  expect((await api.inspection.get({ inspection })).summary.counts).toMatchObject({ assessed: 24, notExamined: 0, met: 1 })
})

test('two who choose otherwise differ, and until that is settled nothing is left out', async () => {
  const { laptop: ours, inspection } = await openProgressVisit()
  const theirs = await openLaptop('B. Visser')
  carry(ours, theirs, inspection)
  for (const [laptop, chosen] of [[ours, '1.1.1'], [theirs, '2.1.1']] as const) {
    const { fields } = await laptop.api.inspection.get({ inspection })
    await laptop.api.inspection.rescope({ inspection, expectations: [chosen], reason: 'Anders.', seen: fields.scope.heads.map(({ id }) => id) })
  }
  carry(theirs, ours, inspection)
  const { fields, summary } = await ours.api.inspection.get({ inspection })
  expect([fields.scope.different, summary.differences, summary.counts.assessed]).toEqual([true, 1, 24])
})

test('an inspection of the whole has no other figures than before', async () => {
  const laptop = await openLaptop()
  await newInspection(laptop)
  expect((await laptop.api.inspection.list({}))[0]).toMatchObject({ counts: { listed: 25, assessed: 24, notAssessed: 1, notExamined: 0 }, takenFrom: null })
  const one = listedOf(framework)[0]!
  expect(standingOf(framework, one, within(null, () => '+'))).toBe('met')
})
