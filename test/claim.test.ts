import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportHtml } from '../electron/features/report/html.ts'
import { reportOf } from '../electron/features/report/repository.ts'
import { type Counted, miscountsOf, questionsFromCounts, shortfallOf } from '../shared/domain/caseload.ts'
import { type Claimed, disagreementsOf, questionsFromClaims, questionsToRole } from '../shared/domain/claim.ts'
import type { Grade, Framework } from '../shared/domain/framework.ts'
import { rolesOf } from '../shared/domain/interview.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, openMachine, rate } from './helpers/backend.ts'
import { plainOf, rowsOf } from './helpers/html.ts'
import { exchange, openEnrolled, openOffice } from './helpers/office.ts'
import { smallFramework } from './helpers/small-framework.ts'
import { framework } from './helpers/worked-case.ts'

const claimed = (over: Partial<Claimed>): Claimed => ({
  id: 'a', expectation: '1.1.1', says: null, statement: null, kind: null, ownKind: null, document: null, dated: null, readyBy: null,
  found: null, outcome: null, ...over,
})
const grades = smallFramework([2], [], 'unstated').scales.rating
const gradeOf = (code: string | null) => () => grades.find((grade) => grade.code === code)
const because = (claim: Partial<Claimed>, code: string | null, day: string | null = '2016-05-20') =>
  disagreementsOf([claimed(claim)], gradeOf(code), day).flatMap((one) => one.because)

test('a claim of done beside a rating of not met is a finding, as is one whose day has come', () => {
  expect(because({ says: 'done' }, '-')).toEqual(['rating'])
  expect(because({ says: 'planned', readyBy: '2016-04-30' }, '-')).toEqual(['rating'])
  expect(because({ says: 'planned', readyBy: '2016-05-20' }, '-')).toEqual(['rating'])
  expect(because({ says: 'planned', readyBy: '2016-05-21' }, '-')).toEqual([])
  expect(because({ says: 'planned', readyBy: '2016-04-30' }, '-', null)).toEqual([])
  for (const code of ['+', 'nvt', null]) expect(because({ says: 'done' }, code)).toEqual([])
})

test('what was found otherwise is a finding whatever the rating; what is open or confirmed is not', () => {
  expect(because({ outcome: 'partly' }, '+')).toEqual(['found'])
  expect(because({ says: 'done', outcome: 'not-confirmed' }, '-')).toEqual(['rating', 'found'])
  expect(because({ outcome: 'open' }, '+')).toEqual([])
  expect(because({ outcome: 'confirmed', says: 'done' }, '-')).toEqual(['rating'])
})

const anyDay = fc.option(fc.integer({ min: 0, max: 4 }).map((day) => `2016-05-0${day + 1}`))
const anyClaim = fc.record({
  expectation: fc.option(fc.constantFrom('1.1.1', '1.1.2')), says: fc.option(fc.constantFrom('done' as const, 'planned' as const)),
  readyBy: anyDay, outcome: fc.option(fc.constantFrom('confirmed' as const, 'partly' as const, 'not-confirmed' as const, 'open' as const)),
})

/** Says it in other words, one claim at a time, days as numbers. */
function isAtOdds({ expectation, says, readyBy, outcome }: Pick<Claimed, 'expectation' | 'says' | 'readyBy' | 'outcome'>, codes: Readonly<Record<string, string>>, day: string | null): boolean {
  if (!expectation) return false
  if (['partly', 'not-confirmed'].includes(outcome ?? '')) return true
  const isDue = readyBy && day ? Number(readyBy.slice(-2)) <= Number(day.slice(-2)) : false
  return codes[expectation] === '-' && (says === 'done' || isDue)
}

test('which claims disagree is what an oracle says, and one claim never hides another', () => {
  const anyCodes = fc.record({ '1.1.1': fc.constantFrom('+', '-', 'nvt', ''), '1.1.2': fc.constantFrom('+', '-', 'nvt', '') })
  const isTold = (plan: typeof disagreementsOf) => fc.property(fc.array(anyClaim, { maxLength: 6 }), anyCodes, anyDay, (facts, codes, day) => {
    const claims = facts.map((fact, place) => claimed({ ...fact, id: String(place) }))
    const told = plan(claims, (expectation) => grades.find(({ code }) => code === codes[expectation as '1.1.1']), day)
    expect(told.map(({ claim }) => claim)).toEqual(claims.filter((claim) => isAtOdds(claim, codes, day)).map(({ id }) => id))
  })
  fc.assert(isTold(disagreementsOf))
  const forgetsTheDay: typeof disagreementsOf = (claims, grade: (expectation: string) => Grade | undefined) => disagreementsOf(claims, grade, null)
  expect(() => fc.assert(isTold(forgetsTheDay))).toThrow()
})

const counted = (over: Partial<Counted>): Counted => ({
  id: 'a', system: null, counted: 'over-ten-weeks', ownCounted: null, day: null, reported: null, reportedBy: null, document: null,
  found: null, foundHow: null, about: null, ...over,
})

test('a count that differs from what was reported is a finding; what is not known is no zero', () => {
  expect([shortfallOf({ reported: 43, found: 51 }), shortfallOf({ reported: 43, found: 40 }), shortfallOf({ reported: 0, found: 0 })]).toEqual([8, -3, 0])
  expect([shortfallOf({ reported: 43, found: null }), shortfallOf({ reported: null, found: 0 })]).toEqual([null, null])
  expect(miscountsOf([counted({ id: 'a', reported: 0, found: 7 }), counted({ id: 'b', reported: 7, found: 7 }), counted({ id: 'c', found: 7 })]).map(({ id }) => id)).toEqual(['a'])
  const [question] = questionsFromCounts([counted({ system: 'oude registratie', reported: 0, found: 7 })], 'nl')
  expect(question).toMatchObject({ text: 'langer dan tien weken (oude registratie): opgegeven 0, geteld 7. Hoe komt dat verschil?', roles: [] })
})

test('what is claimed is asked of the roles that can speak to it, until it is confirmed', () => {
  const roles = rolesOf(framework)
  const { id: role, questions: [first] } = roles[0]!
  const expectation = first!.expectations[0]!
  const claim = claimed({ expectation, says: 'done', document: 'DOC1', readyBy: '2016-04-01', statement: 'Alles staat in één systeem.' })
  const [question] = questionsFromClaims([claim], roles, 'nl')
  expect(question).toMatchObject({
    id: 'a', text: 'De organisatie zegt dat dit klaar is (DOC1, gereed per 01-04-2016): “Alles staat in één systeem.” Waaruit blijkt dat?', expectations: [expectation],
  })
  expect(question!.roles).toEqual(roles.filter((one) => one.questions.some(({ expectations }) => expectations.includes(expectation))).map(({ id }) => id))
  expect(questionsToRole([question!], role)).toEqual([question])
  expect(questionsToRole([question!], 'wijkagent')).toEqual([])
  expect(questionsToRole([{ ...question!, roles: [] }], 'wijkagent')).toHaveLength(1)
  expect(questionsFromClaims([{ ...claim, outcome: 'confirmed' }, { ...claim, expectation: null }], roles, 'nl')).toEqual([])
})

const give = (laptop: Laptop, inspection: string, entity: string, id: string, facts: Readonly<Record<string, unknown>>) =>
  Object.entries(facts).reduce<Promise<unknown>>(
    (before, [field, value]) => before.then(() => answer(laptop, at(inspection, entity, id, field), value as string)), Promise.resolve())

const valuesOf = (fields: Readonly<Record<string, { value: unknown }>>) =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, { value }]) => (value === null ? [] : [[name, value]])))

test('claims, counts, facts and performers are recorded, and shown where the expectation is judged', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const second = await api.claim.add({ inspection, expectation: '2.1.1', kind: 'improvement-plan' })
  const { id } = await api.claim.add({ inspection, expectation: '1.3.1', kind: 'internal-audit' })
  await give(laptop, inspection, 'claim', id, { says: 'done', statement: 'Er is één systeem.', found: 'Er zijn er twee.', outcome: 'not-confirmed', document: 'DOC1', dated: '2015-12-01' })
  const count = await api.claim.addCount({ inspection, counted: 'investigation-waiting', system: 'Regas' })
  await give(laptop, inspection, 'caseload', count.id, { reported: 43, found: 51, foundHow: 'lijst van het systeem', reportedBy: 'manager', about: ['1.3.1'] })
  const fact = await api.claim.addFact({ inspection, topic: 'function', label: 'gedragswetenschapper' })
  await give(laptop, inspection, 'profile', fact.id, { value: '32', unit: 'uur' })
  await give(laptop, inspection, 'performer', '1.3.1', { by: 'other', organisation: 'Veilig Thuis Friesland', cannot: 'Geen toegang tot Regas.' })
  await rate(laptop, inspection, '1.3.1', '-')

  const listed = await api.claim.list({ inspection })
  expect(listed.claims.map((claim) => [claim.id, claim.because])).toEqual([[id, ['rating', 'found']], [second.id, []]])
  expect(listed.ratings).toEqual({ '1.3.1': '-' })
  expect(listed.caseloads.map(({ more }) => more)).toEqual([8])
  expect(listed.profile.map(({ fields }) => valuesOf(fields))).toEqual([{ topic: 'function', label: 'gedragswetenschapper', value: '32', unit: 'uur' }])
  expect(listed.performers.map(({ expectation }) => expectation)).toEqual(['1.3.1'])
  const beside = await api.claim.beside({ inspection, expectation: '1.3.1' })
  expect([beside.claims.map((claim) => claim.id), beside.caseloads.map((one) => one.id)]).toEqual([[id], [count.id]])
  expect(valuesOf(beside.performer)).toEqual({ by: 'other', organisation: 'Veilig Thuis Friesland', cannot: 'Geen toegang tot Regas.' })
  await answer(laptop, at(inspection, 'claim', id, 'expectation'), null)
  expect((await api.claim.list({ inspection })).claims.map((claim) => claim.id)).toEqual([second.id])
})

test.each([
  ['claim', 'expectation', '9.9.9'], ['claim', 'outcome', 'ja'], ['claim', 'readyBy', 'april 2016'], ['caseload', 'reported', -1],
  ['caseload', 'found', 4.5], ['caseload', 'about', ['9.9.9']], ['profile', 'topic', 'directeur'], ['profile', 'label', ''],
])('%s.%s is not %j', async (entity, field, value) => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await expect(give(laptop, inspection, entity, crypto.randomUUID(), { [field]: value })).rejects.toThrow(/value-invalid|not-found/)
})

test('a performer is of an expectation of the framework, and a claim stands under its own id', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await expect(give(laptop, inspection, 'performer', '9.9.9', { by: 'own' })).rejects.toThrow('not-found')
  await expect(give(laptop, inspection, 'claim', '1.1.1', { says: 'done' })).rejects.toThrow('not-found')
  await expect(laptop.api.claim.add({ inspection, expectation: '9.9.9', kind: 'other' })).rejects.toThrow('not-found')
  expect((await laptop.api.claim.list({ inspection })).claims).toEqual([])
})

test('a claim and a count that differ enter the guide of a talk, and a note under one is about its expectation', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const { id: role, questions: [first] } = rolesOf(framework)[0]!
  const expectation = first!.expectations[0]!
  const claim = await api.claim.add({ inspection, expectation, kind: 'improvement-plan' })
  const count = await api.claim.addCount({ inspection, counted: 'triage-waiting', system: null })
  await give(laptop, inspection, 'caseload', count.id, { reported: 0, found: 3 })
  const { id: talk } = await api.activity.add({ inspection, kind: 'interview', role })
  const raised = async () => (await api.interview.get({ inspection, talk })).questions.map(({ id }) => id).filter((id) => [claim.id, count.id].includes(id))
  expect(await raised()).toEqual([claim.id, count.id])
  await api.interview.note({ inspection, talk, question: claim.id, text: 'Het rooster is er nog niet.', followUp: false })
  expect((await api.interview.get({ inspection, talk })).notes.map(({ tags }) => tags)).toEqual([[expectation]])
  await give(laptop, inspection, 'claim', claim.id, { outcome: 'confirmed' })
  expect(await raised()).toEqual([count.id])
})

test('two who find otherwise of one claim both keep what they found, and it is a finding only once settled', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  const { id } = await ours.api.claim.add({ inspection, expectation: '1.1.1', kind: 'internal-audit' })
  carry(ours, theirs, inspection)
  await give(ours, inspection, 'claim', id, { outcome: 'confirmed' })
  await give(theirs, inspection, 'claim', id, { outcome: 'not-confirmed' })
  carry(theirs, ours, inspection)
  const place = at(inspection, 'claim', id, 'outcome')
  const [differing] = (await ours.api.claim.list({ inspection })).claims
  expect([differing!.fields.outcome.different, differing!.because]).toEqual([true, []])
  const seen = differing!.fields.outcome.heads.map((head) => head.id)
  await ours.api.field.settle({ ...place, value: 'not-confirmed', reason: 'Samen nagelezen.', seen })
  expect((await ours.api.claim.list({ inspection })).claims[0]!.because).toEqual(['found'])
})

test('what is claimed and counted travels in a bundle, and the office sees the same', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  const { id } = await laptop.api.claim.add({ inspection, expectation: '1.1.1', kind: 'other' })
  await give(laptop, inspection, 'claim', id, { ownKind: 'brief aan de raad', says: 'done' })
  const count = await laptop.api.claim.addCount({ inspection, counted: 'open-cases', system: 'Regas' })
  await give(laptop, inspection, 'caseload', count.id, { reported: 1, found: 2 })
  await laptop.api.claim.addFact({ inspection, topic: 'team', label: 'intaketeam' })
  await give(laptop, inspection, 'performer', '1.1.2', { by: 'shared' })
  const file = await exchange(laptop, inspection)
  expect(await office.api.bundle.import({ files: [file] })).toMatchObject([{ state: 'new' }])
  expect(await office.api.claim.list({ inspection })).toEqual(await laptop.api.claim.list({ inspection }))
})

test('the report tells the key data, the counts and where what was claimed was not found', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id } = await laptop.api.claim.add({ inspection, expectation: '1.3.1', kind: 'internal-audit' })
  await give(laptop, inspection, 'claim', id, { says: 'done', statement: 'Er is één systeem.', document: 'DOC1', outcome: 'not-confirmed', found: 'Er zijn er twee.' })
  await laptop.api.claim.add({ inspection, expectation: '1.1.1', kind: 'internal-audit' })
  const count = await laptop.api.claim.addCount({ inspection, counted: 'over-ten-weeks', system: 'oude registratie' })
  await give(laptop, inspection, 'caseload', count.id, { reported: 0, found: 7, reportedBy: 'manager', day: '2026-01-05' })
  const fact = await laptop.api.claim.addFact({ inspection, topic: 'function', label: 'gedragswetenschapper' })
  await give(laptop, inspection, 'profile', fact.id, { value: '32', unit: 'uur', day: '2026-01-05', source: 'formatieoverzicht' })
  const page = reportHtml(reportOf(laptop.db(), inspection))
  expect(rowsOf(page).filter(({ length, 0: first }) => length > 4 && !['Onderwerp', 'Nr.', 'Wat'].includes(first!))).toEqual([
    ['Functie en uren', 'gedragswetenschapper', '32', 'uur', '5 januari 2026', 'formatieoverzicht'],
    ['1.3.1', 'klaar: Er is één systeem.', 'DOC1', '–', 'niet bevestigd: Er zijn er twee.', 'Ter plaatse is niet, of maar ten dele, gevonden wat de organisatie zegt.'],
    ['Langer dan tien weken', 'oude registratie', '5 januari 2026', '0', 'manager', '7', '≠ +7'],
  ])
  expect(plainOf(page)).toContain('2 beweringen van de organisatie over verwachtingen; 1 verschilt van wat is bevonden.')
})

test('monthly figures are taken into the key data, updated where they stand, and so into the report with unit, day and source', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const { organisation: { id: organisation } } = (await api.inspection.get({ inspection })).summary
  const month = { month: '2016-04', system: 'Regas' }
  await expect(api.claim.takeFigures({ inspection, ...month })).rejects.toThrow('not-found')
  await api.monthlyFigure.take({ organisation, figures: [{ ...month, values: { openCases: 43, triageInTerm: 81.5, investigationOldest: 112 } }] })
  expect(await api.claim.takeFigures({ inspection, ...month })).toMatchObject({ taken: 3 })
  await api.monthlyFigure.take({ organisation, figures: [{ ...month, values: { openCases: 51 } }] })
  expect(await api.claim.takeFigures({ inspection, ...month })).toMatchObject({ taken: 1 })
  expect(await api.claim.takeFigures({ inspection, ...month })).toMatchObject({ taken: 0 })
  const { id } = (await api.claim.list({ inspection })).profile[0]!
  await answer(laptop, at(inspection, 'profile', id, 'label'), null)
  expect(await api.claim.takeFigures({ inspection, ...month })).toMatchObject({ taken: 1 })
  expect((await api.claim.list({ inspection })).profile.some(({ fields }) => Object.values(fields).some(({ different }) => different))).toBe(false)
  const [day, source] = ['30 april 2016', 'Maandcijfers van de organisatie, Regas']
  expect(rowsOf(reportHtml(reportOf(laptop.db(), inspection))).filter(([first]) => first === 'Kerncijfer')).toEqual([
    ['Kerncijfer', 'Triage in termijn', '81,5', '%', day, source], ['Kerncijfer', 'Werkvoorraad', '51', 'aantal', day, source],
    ['Kerncijfer', 'Oudste onderzoek', '112', 'dagen', day, source], // taken once more, after the others
  ])
})

test('who takes in the same monthly figures as a colleague did says the same of one fact, and a difference where the figures differ', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  const { organisation: { id: organisation } } = (await ours.api.inspection.get({ inspection })).summary
  const month = { month: '2016-04', system: 'Regas' }
  for (const [laptop, openCases] of [[ours, 43], [theirs, 44]] as const) {
    await laptop.api.monthlyFigure.take({ organisation, figures: [{ ...month, values: { openCases, investigationOldest: 112 } }] })
    expect(await laptop.api.claim.takeFigures({ inspection, ...month })).toMatchObject({ taken: 2 })
  }
  await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  const { profile } = await ours.api.claim.list({ inspection })
  expect(profile.map(({ fields: { label, value } }) => [label.value, value.value, value.different]).sort()).toEqual([['Oudste onderzoek', '112', false], ['Werkvoorraad', null, true]])
  await expect(ours.api.claim.takeFigures({ inspection, ...month })).rejects.toThrow('difference-open')
})

test('the worked case has the published facts of the organisation, and no count that nobody made', async () => {
  const { api } = openMachine()
  await api.workspace.openExample({})
  const { id: inspection } = (await api.inspection.list({})).find(({ kind }) => kind === 'retest')!
  const { profile, caseloads, performers, claims } = await api.claim.list({ inspection })
  expect(caseloads.map(({ fields, more }) => [fields.counted.value, fields.reported.value, fields.found.value, more])).toEqual([['investigation-waiting', 43, null, null]])
  expect(profile.map(({ fields }) => fields.value.value)).toEqual(expect.arrayContaining(['16', '32', '3', 'Regas', 'begin januari 2016']))
  expect(performers.map(({ expectation, fields }) => [expectation, fields.organisation.value])).toEqual([
    ['1.1.1', 'Veilig Thuis Friesland, buiten kantoortijd'], ['1.1.2', 'Veilig Thuis Friesland, buiten kantoortijd'], ['1.1.3', 'Kopland, voor volwassenen'],
  ])
  expect(claims).toEqual([])
})

test('the words of a question are in the language of the framework', () => {
  const languages: Framework['language'][] = ['nl', 'en']
  expect(languages.map((language) => questionsFromClaims([claimed({ says: 'done' })], [], language)[0]!.text)).toEqual(
    ['De organisatie zegt dat dit klaar is. Waaruit blijkt dat?', 'The organisation says that this is done. What shows that?'])
})
