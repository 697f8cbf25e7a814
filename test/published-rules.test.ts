import { expect, test } from 'vitest'
import { parseFramework } from '../shared/domain/framework.ts'
import { fullSensitivityOf, sensitivityOf } from '../shared/domain/sensitivity.ts'
import { warningsOfRule } from '../shared/domain/rule-warning.ts'
import { type Answers, verdictOf } from '../shared/domain/verdict.ts'
import { frameworkUnder, inferredStepTwo, withNotMet, youthCare } from './helpers/published-rules.ts'
import { framework as framework2015 } from './helpers/worked-case.ts'

const stepTwo = frameworkUnder(inferredStepTwo, [8, 8, 7, 7])
const waiting = (triage: boolean | null, investigation: boolean | null): Answers['factOf'] => (fact) => (fact === 'waiting-triage' ? triage : investigation)
const NONE = waiting(false, false)
const judged = (notMet: number, facts: Answers['factOf']) => verdictOf(stepTwo, withNotMet(stepTwo, notMet, facts))

test('both rules are sound, and the one that was inferred says that it was', () => {
  for (const rule of [inferredStepTwo, youthCare]) expect(() => parseFramework(frameworkUnder(rule, [8, 8, 7, 7]))).not.toThrow()
  expect(inferredStepTwo.statement).toContain('AFGELEID')
})

// The 24 organisations of April 2017. Published are how many fell in each group and why, not the figures of each.
test.each<[string, number, number[], Answers['factOf'][], string]>([
  ['12 were sufficient', 12, [0, 1, 2, 3, 4, 5, 6], [NONE], 'voldoende'],
  ['4 were moderate because of a waiting list', 4, [0, 3, 6], [waiting(true, false), waiting(false, true), waiting(true, true)], 'matig'],
  ['6 were moderate with 7 to 10 not met', 6, [7, 8, 9, 10], [NONE], 'matig'],
  ['2 were insufficient with a waiting list and 9 not met', 2, [9], [waiting(true, false), waiting(false, true), waiting(true, true)], 'onvoldoende'],
])('step 2: %s', (_, _many, figures, facts, outcome) => {
  for (const notMet of figures) for (const each of facts) expect([notMet, judged(notMet, each).outcome]).toEqual([notMet, outcome])
})

test.each<[string, number, Answers['factOf'], string]>([
  ['Drenthe, July 2017: 27 of 30', 3, NONE, 'voldoende'],
  ['Zuid-Holland Zuid: 26 of 30', 4, NONE, 'voldoende'],
  ['Amsterdam, April 2017: 7 not met', 7, NONE, 'matig'],
  ['Amsterdam, half a year later: waiting time', 6, waiting(false, true), 'matig'],
  ['Rotterdam-Rijnmond, April 2017', 9, waiting(true, false), 'onvoldoende'],
  ['Rotterdam-Rijnmond, October 2017, no more waiting list', 9, NONE, 'matig'],
  ['Hollands Midden, April 2017', 9, waiting(false, true), 'onvoldoende'],
])('step 2: %s', (_, notMet, facts, outcome) => {
  expect(judged(notMet, facts).outcome).toBe(outcome)
})

test('an unanswered question keeps the verdict open, also where it no longer matters, and says so by itself', () => {
  expect(judged(3, waiting(false, null))).toMatchObject({ open: 0, outcome: 'open', reasons: ['fact-unanswered'] })
  expect(sensitivityOf(stepTwo, withNotMet(stepTwo, 3, waiting(false, null)))).toEqual({ best: 'voldoende', worst: 'matig', fewestChanges: null, exact: true })
  expect(sensitivityOf(stepTwo, withNotMet(stepTwo, 9, waiting(true, null)))).toMatchObject({ best: 'onvoldoende', worst: 'onvoldoende' })
})

test('Hollands Midden was one rating or its waiting list away from moderate', () => {
  const study = fullSensitivityOf(stepTwo, withNotMet(stepTwo, 9, waiting(false, true)))
  expect(study).toMatchObject({ fewestChanges: 1, setCount: 9, facts: ['waiting-investigation'] })
  expect(study.weights.map(({ alone, sets }) => [alone, sets])).toEqual(Array(9).fill([true, 1]))
  expect(judged(9, waiting(false, true)).reasons).toEqual(['fact', 'too-many-not-met'])
})

test.each([
  // of, met, outcome
  [20, 16, 'vertrouwen'], [20, 15, 'niet-vermeld'], [20, 13, 'niet-vermeld'], [20, 12, 'zwaarder'], [24, 19, 'vertrouwen'], [24, 18, 'niet-vermeld'],
  [24, 16, 'niet-vermeld'], [24, 15, 'zwaarder'], [3, 2, 'niet-vermeld'], [101, 76, 'vertrouwen'], [103, 77, 'niet-vermeld'], [103, 66, 'zwaarder'],
])('youth care: of %i with %i met the outcome is %s', (size, met, outcome) => {
  const framework = frameworkUnder(youthCare, [size])
  expect(verdictOf(framework, withNotMet(framework, size - met)).outcome).toBe(outcome)
})

test('youth care: what does not apply is out of the percentage', () => {
  const framework = frameworkUnder(youthCare, [5])
  const rated = (ratings: readonly string[]): Answers => ({ ratingOf: (id) => ratings[Number(id.at(-1)) - 1]!, factOf: () => null })
  expect(verdictOf(framework, rated(['+', '+', '+', '-', '-'])).outcome).toBe('zwaarder')
  expect(verdictOf(framework, rated(['+', '+', '+', '-', 'nvt'])).outcome).toBe('niet-vermeld')
  expect(verdictOf(framework, rated(['+', '+', '+', 'nvt', 'nvt'])).outcome).toBe('vertrouwen')
})

test('an outcome that nothing leads to and a fact that nothing uses are worth a second look', () => {
  const unstated = frameworkUnder(inferredStepTwo, [8, 8, 7, 7])
  expect([warningsOfRule(unstated), warningsOfRule(frameworkUnder(youthCare, [24])), warningsOfRule(framework2015)]).toEqual([[], [], []])
  const [first, second, otherwise] = inferredStepTwo.outcomes
  const swapped = { ...inferredStepTwo, outcomes: [second!, first!, otherwise!] }
  expect(warningsOfRule(frameworkUnder(swapped, [30]))).toEqual([{ where: 'rule.outcomes[1]', what: 'unreachable-outcome' }])
  const onlyCounting = { ...youthCare, facts: inferredStepTwo.facts.slice(0, 1) }
  expect(warningsOfRule(frameworkUnder(onlyCounting, [24]))).toEqual([{ where: 'rule.facts[0]', what: 'unused-fact' }])
  expect(warningsOfRule(frameworkUnder(youthCare, [2]))).toEqual([{ where: 'rule.outcomes[1]', what: 'unreachable-outcome' }])
})
