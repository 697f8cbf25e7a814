import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import organisationFile from '../resources/organisations.json' with { type: 'json' }
import { assessedOf, criteriaOf, gradeOf, judgementOf, parseFramework } from '../shared/domain/framework.ts'
import { Organisation } from '../shared/domain/organisation.ts'
import { countsOf } from '../shared/domain/verdict.ts'
import { framework, judgementsOf, ratingsOf, workedCase } from './helpers/worked-case.ts'

const organisations = organisationFile.map((organisation) => Organisation.parse(organisation))

test.each(readdirSync('resources/frameworks'))('the framework file %s can be read', (name) => {
  expect(`${parseFramework(JSON.parse(readFileSync(`resources/frameworks/${name}`, 'utf8'))).id}.json`).toBe(name)
})

test('the 26 regional organisations of 2015 each have an id and a name of their own', () => {
  expect(organisations).toHaveLength(26)
  for (const key of ['id', 'name', 'region'] as const) expect(new Set(organisations.map((one) => one[key])).size).toBe(26)
  expect(organisations.every(({ name, region }) => name === `Veilig Thuis ${region}`)).toBe(true)
})

test('names that no source confirms are marked', () => {
  expect(organisations.filter(({ verified }) => !verified).map(({ region }) => region)).toEqual(['Groningen', 'IJsselland', 'Kennemerland'])
})

test('no organisation is merged into one that is not there', () => {
  const ids = new Set(organisations.map(({ id }) => id))
  expect(organisations.filter(({ mergedInto }) => mergedInto !== null && !ids.has(mergedInto))).toEqual([])
})

test('the worked case is about Veilig Thuis Drenthe, a part of GGD Drenthe, under the framework of 2015', () => {
  expect(organisations.find(({ id }) => id === workedCase.organisation)).toMatchObject({ name: 'Veilig Thuis Drenthe', partOf: 'GGD Drenthe' })
  expect(workedCase.framework).toBe(framework.id)
  expect(workedCase.rounds.map(({ kind, earlier, firstDay, lastDay }) => [kind, earlier, firstDay, lastDay])).toEqual([
    ['first', null, '2015-08-24', '2015-08-24'], ['retest', 'first', '2016-05-20', '2016-05-20'],
  ])
})

test.each(workedCase.rounds)('in $label everything that is assessed is rated, and nothing else', (round) => {
  const ids = assessedOf(framework).map(({ id }) => id)
  expect(Object.keys(round.ratings)).toEqual(ids)
  expect(ids.filter((id) => !gradeOf(framework, ratingsOf(round)(id))?.counts)).toEqual([])
  expect(Object.keys(round.rationales)).toEqual(ids.filter((id) => round.ratings[id] === '-'))
  expect(Object.keys(round.appraisals)).toEqual(criteriaOf(framework).map(({ id }) => id))
})

const verb = (met: number, one: string, more: string) => (met === 1 ? one : more)

test.each(workedCase.rounds)('the substantiation of $label begins with what was counted', (round) => {
  const earlier = workedCase.rounds.find(({ id }) => id === round.earlier)
  for (const { id, expectations } of criteriaOf(framework)) {
    const { met, assessed } = countsOf(framework, ratingsOf(round), expectations)
    const { now, before } = round.appraisals[id]!
    expect(now).toMatch(new RegExp(`^${met} van de ${assessed} beoordeelde verwachtingen ${verb(met, 'voldoet', 'voldoen')}\\.`))
    if (!earlier) {
      expect(before).toBeNull()
      continue
    }
    const then = countsOf(framework, ratingsOf(earlier), expectations).met
    const judged = judgementOf(framework, judgementsOf(earlier)(id))!.label
    const counted = `${verb(then, 'voldeed', 'voldeden')} ${then} van de ${assessed} beoordeelde verwachtingen`
    expect(before).toBe(`In augustus 2015 ${counted}; het oordeel was ${judged}.`)
  }
})
