import { expect, test } from 'vitest'
import { adoptionBlockersOf, officialFrom, withOfficial } from '../shared/domain/framework-official.ts'
import { compareFrameworks } from '../shared/domain/framework-comparison.ts'
import { expectationOf as find, faultsIn } from '../shared/domain/framework.ts'
import { framework } from './helpers/worked-case.ts'

const sheet = (...rows: (string | number | null)[][]) => [{ name: 'Officiële tekst', rows: [['Soort', 'Nummer', 'Officiële tekst', 'Beoordeeld'], ...rows] }]

test('official words replace ours as a new version, and what was not in the file stays marked as ours', () => {
  const { lines, faults } = officialFrom(framework, sheet(
    [null, '1.1.1', 'De officiële stelling.', null], ['criterium', '1.1', 'Officiële titel', null], ['thema', '1', 'Officieel thema', null], ['voetnoot', '3', 'Officiële voetnoot', null],
    ['beslisregel', null, 'De officiële regel.', null],
  ))
  expect(faults).toEqual([])
  const made = withOfficial(framework, lines, '2015 officieel')
  expect(faultsIn(made)).toEqual([])
  expect(find(made, '1.1.1')).toMatchObject({ statement: 'De officiële stelling.', wording: 'official' })
  expect(find(made, '1.1.2')).toEqual(find(framework, '1.1.2'))
  expect(made).toMatchObject({ version: '2015 officieel', rule: { statement: 'De officiële regel.', wording: 'official', outcomes: framework.rule.outcomes } })
  expect(made.themes[0]).toMatchObject({ title: 'Officieel thema', wording: 'ownWording', criteria: [{ title: 'Officiële titel', wording: 'official' }, {}, {}] })
  expect(made.provenance.at(-1)).toBe('Officiële tekst ingelezen: 5; nog in eigen woorden: 34.')
  const altered = compareFrameworks(framework, made).items.find(({ id }) => id === '1.1.1')!.altered.find(({ words }) => words !== null)!
  expect(altered.words!.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(altered.after)
})

test('a theme is official once its aim is too', () => {
  const both = officialFrom(framework, sheet(['thema', '1', 'Titel', null], ['doelzin', '1', 'Doel?', null])).lines
  expect(withOfficial(framework, both, '2').themes[0]).toMatchObject({ title: 'Titel', aim: 'Doel?', wording: 'official' })
})

test('a line about nothing, twice about the same, or without words is told with its cell', () => {
  const { faults } = officialFrom(framework, sheet(['verwachting', '9.9.9', 'x', null], [null, '1.1.1', 'x', null], [null, '1.1.1', 'y', null], [null, '1.1.2', null, null]))
  expect(faults.map(({ cell, what }) => [cell, what])).toEqual([['B2', 'unknown-number'], ['B4', 'number-twice'], ['C5', 'official-text-missing']])
})

test('what was not assessed stays so unless the file says otherwise', () => {
  const said = (assessed: string | null) => withOfficial(framework, officialFrom(framework, sheet([null, '3.1.1', 'Tekst', assessed])).lines, '2')
  expect(find(said(null), '3.1.1')).toMatchObject({ assessed: false, wording: 'official' })
  expect(find(said('ja'), '3.1.1')).toMatchObject({ assessed: true, notAssessedBecause: null })
})

test('everything in our words blocks adoption: rule, standard, themes, criteria and expectations', () => {
  const kinds = Object.groupBy(adoptionBlockersOf(framework), ({ kind }) => kind)
  expect(Object.entries(kinds).map(([kind, list]) => [kind, list.length])).toEqual([['rule', 1], ['standard', 1], ['theme', 3], ['criterion', 7], ['expectation', 25]])
  const all = officialFrom(framework, sheet(
    ...adoptionBlockersOf(framework).map(({ kind, number }) => [{ rule: 'beslisregel', standard: 'norm', theme: 'thema', criterion: 'criterium', expectation: 'verwachting' }[kind], number, 'Tekst', null]),
    ...framework.themes.map(({ number }) => ['doelzin', number, 'Doel', null]),
  ))
  expect(adoptionBlockersOf(withOfficial(framework, all.lines, '2'))).toEqual([])
})
