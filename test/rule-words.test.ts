import { expect, test } from 'vitest'
import { linesOfVerdict } from '../electron/cli/verdict-lines.ts'
import type { Framework } from '../shared/domain/framework.ts'
import type { Condition } from '../shared/domain/rule.ts'
import { briefOf, type Said, sayOf } from '../shared/domain/rule-words.ts'
import { fullSensitivityOf } from '../shared/domain/sensitivity.ts'
import { type Answers, explanationOf, verdictOf } from '../shared/domain/verdict.ts'
import { frameworkUnder, inferredStepTwo, withNotMet } from './helpers/published-rules.ts'
import { smallFramework } from './helpers/small-framework.ts'
import { framework as stepOne, ratingsOf, retest } from './helpers/worked-case.ts'

/** The tree as indented lines. */
function linesOf({ asks, figures, holds, of }: Said): string[] {
  const mark = holds === null ? '?' : holds ? '✓' : '✕'
  return [`${mark} ${asks}${figures === null ? '' : ` (${figures})`}`, ...of.flatMap(linesOf).map((line) => `  ${line}`)]
}

const first = (framework: Framework, answers: Answers) => explanationOf(framework, answers)[0]!.condition!
const told = (framework: Framework, answers: Answers, language: 'nl' | 'en') => linesOf(sayOf(framework, first(framework, answers), language))

test('the rule of 2015 reads in Dutch and in English, with its figures', () => {
  const drenthe = { ratingOf: ratingsOf(retest), factOf: () => null }
  expect(told(stepOne, drenthe, 'nl')).toEqual([
    '✕ al het volgende',
    '  ✕ ten minste 20 van de 24 beoordeelde verwachtingen voldoen (18 van 24 voldoen)',
    '  ✕ alle beoordeelde verwachtingen van thema Veiligheid voldoen (5 van 6 voldoen)',
  ])
  expect(told(stepOne, drenthe, 'en')).toEqual([
    '✕ all of the following',
    '  ✕ at least 20 of the 24 assessed expectations are met (18 of 24 met)',
    '  ✕ all assessed expectations of theme Veiligheid are met (5 of 6 met)',
  ])
  expect([briefOf(stepOne, first(stepOne, drenthe), 'nl'), briefOf(stepOne, first(stepOne, drenthe), 'en')])
    .toEqual(['ten minste 20 van 24 én heel Veiligheid', 'at least 20 of 24 and all of Veiligheid'])
})

test('a denial in one line stands before what it denies', () => {
  const framework = frameworkUnder(inferredStepTwo, [30])
  expect(briefOf(framework, first(framework, withNotMet(framework, 7)), 'nl')).toBe(
    'niet (“Is er een wachtlijst voor triage? ja” of “Is er een wachtlijst voor onderzoek? ja”) én hoogstens 6 van 30 niet')
})

test('denials and facts read with the answer that was given, or that there is none', () => {
  const framework = frameworkUnder(inferredStepTwo, [30])
  const answers = withNotMet(framework, 7, (fact) => (fact === 'waiting-triage' ? false : null))
  expect(told(framework, answers, 'nl')).toEqual([
    '✕ al het volgende',
    '  ? niet het volgende',
    '    ? ten minste een van deze',
    '      ✕ Is er een wachtlijst voor triage? ja (antwoord: nee)',
    '      ? Is er een wachtlijst voor onderzoek? ja (nog niet beantwoord)',
    '  ✕ hoogstens 6 van de 30 beoordeelde verwachtingen voldoen niet (7 van 30 voldoen niet)',
  ])
  expect(told(framework, answers, 'en').slice(1, 5)).toEqual([
    '  ? not the following',
    '    ? at least one of these',
    '      ✕ Is there a waiting list for triage? yes (answer: no)',
    '      ? Is there a waiting list for investigation? yes (not answered yet)',
  ])
})

test.each<[Condition, number, string, string]>([
  [{ kind: 'share', what: 'met', compare: 'more-than', percent: 75, within: null }, 1,
    '✕ meer dan 75% van de beoordeelde verwachtingen voldoet (3 van 4 voldoen, 75%)', '✕ more than 75% of the assessed expectations is met (3 of 4 met, 75%)'],
  [{ kind: 'share', what: 'not-met', compare: 'less-than', percent: 33, within: { theme: '1' } }, 1,
    '✕ minder dan 33% van de beoordeelde verwachtingen van thema Thema 1 voldoet niet (1 van 3 voldoet niet, ruim 33,3%)',
    '✕ less than 33% of the assessed expectations of theme Thema 1 is not met (1 of 3 not met, just over 33.3%)'],
  [{ kind: 'count', what: 'met', compare: 'at-most', count: 1, within: { criterion: '2.1' } }, 1,
    '✓ hoogstens 1 van de 1 beoordeelde verwachtingen van criterium 2.1 Criterium 2.1 voldoet (1 van 1 voldoet)',
    '✓ at most 1 of the 1 assessed expectations of criterion 2.1 Criterium 2.1 is met (1 of 1 met)'],
  [{ kind: 'every', within: null }, 0, '✓ alle beoordeelde verwachtingen voldoen (4 van 4 voldoen)', '✓ all assessed expectations are met (4 of 4 met)'],
])('%j reads as a sentence', (condition, notMet, dutch, english) => {
  const framework = smallFramework([3, 1], [condition], 'unstated')
  const answers = withNotMet(framework, notMet)
  expect([told(framework, answers, 'nl'), told(framework, answers, 'en')]).toEqual([[dutch], [english]])
})

test('a number is compared in its unit', () => {
  const weeks = { id: 'weeks', kind: 'number' as const, unit: 'weken', englishUnit: 'weeks', question: 'Hoe lang wacht men?', english: 'How long is the wait?', guidance: null }
  const framework = smallFramework([1], [{ kind: 'fact', fact: 'weeks', compare: 'at-most', value: 4 }], 'unstated', [weeks])
  const answers: Answers = { ratingOf: () => '+', factOf: () => 6 }
  expect([...told(framework, answers, 'nl'), ...told(framework, answers, 'en')])
    .toEqual(['✕ Hoe lang wacht men? hoogstens 4 weken (antwoord: 6 weken)', '✕ How long is the wait? at most 4 weeks (answer: 6 weeks)'])
})

test('what is open is counted apart, and shows no percentage', () => {
  const framework = smallFramework([4], [{ kind: 'share', what: 'met', compare: 'at-least', percent: 75, within: null }], 'unstated')
  expect(told(framework, { ratingOf: (id) => (id === '1.1.1' ? '+' : null), factOf: () => null }, 'nl'))
    .toEqual(['? ten minste 75% van de beoordeelde verwachtingen voldoet (1 van 4 voldoet, 3 nog onbekend)'])
})

test('a terminal shows the rule as a tree, what came of it and which ratings would change that', () => {
  const answers = { ratingOf: ratingsOf(retest), factOf: () => null }
  const told = { verdict: verdictOf(stepOne, answers), explanation: explanationOf(stepOne, answers), sensitivity: fullSensitivityOf(stepOne, answers) }
  expect(linesOfVerdict(stepOne, told, 'nl')).toEqual([
    'voldoende, als:',
    '  ✕ al het volgende',
    '    ✕ ten minste 20 van de 24 beoordeelde verwachtingen voldoen (18 van 24 voldoen)',
    '    ✕ alle beoordeelde verwachtingen van thema Veiligheid voldoen (5 van 6 voldoen)',
    'anders: voldoet nog niet aan de eisen',
    '',
    '= voldoet nog niet aan de eisen',
    'andere oordelen nodig voor een andere uitkomst: 2 (5 manieren)',
    '  1.1.2 + 2.1.1', '  1.1.4 + 2.1.1', '  1.2.4 + 2.1.1', '  1.2.5 + 2.1.1', '  2.1.1 + 3.1.4',
  ])
})
