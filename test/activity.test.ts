import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Activity } from '../shared/domain/activity.ts'
import { coverageOf, type Planned, unreachedOf } from '../shared/domain/coverage.ts'
import { assessedOf, type Framework } from '../shared/domain/framework.ts'
import { answer, at, carry, newInspection, openLaptop } from './helpers/backend.ts'
import { exchange, openEnrolled, openOffice } from './helpers/office.ts'
import { smallFramework } from './helpers/small-framework.ts'

const question = (id: string, expectations: string[]) => ({ id, text: `Vraag ${id}`, expectations })

/** Two themes of two expectations; a role, a document and a field of a file speak to some of them. */
const framework: Framework = {
  ...smallFramework([2, 2], [], 'unstated'),
  fieldwork: {
    wording: 'ownWording', provenance: ['Voor tests.'],
    roles: [
      { id: 'board', title: 'bestuur', questions: [question('b1', ['1.1.1']), question('b2', ['1.1.1', '2.1.1'])] },
      { id: 'staff', title: 'uitvoerend medewerkers', questions: [question('s1', ['1.1.2'])] },
    ],
    documents: [{ id: 'd1', text: 'Het protocol', expectations: ['2.1.1'] }],
    observations: [], chronology: [], terms: [], targets: [], minimumSourceKinds: null,
    fileFields: [{ id: 'f1', label: 'Datum', explanation: null, kind: 'date', expectations: ['2.1.2'], irrelevantWhen: null }],
  } as unknown as NonNullable<Framework['fieldwork']>,
}

const planned = (id: string, kind: Planned['kind'], over: Partial<Planned> = {}): Planned =>
  ({ id, kind, role: null, state: 'planned', about: null, questions: [], ...over })

test('a plan reaches what its roles are asked, what files show, and what the team says it will look at', () => {
  const coverage = coverageOf(framework, [
    planned('a', 'interview', { role: 'board' }), planned('b', 'document-review'), planned('c', 'observation', { about: ['2.1.1'] }),
    planned('d', 'interview', { role: 'wijkagent', questions: ['1.1.1'] }),
  ])
  expect(coverage.map(({ expectation, kinds, activities }) => [expectation, kinds, activities.join('')])).toEqual([
    ['1.1.1', ['interview'], 'ad'], ['1.1.2', [], ''], ['2.1.1', ['interview', 'document', 'observation'], 'abc'], ['2.1.2', [], ''],
  ])
  expect(unreachedOf(coverage)).toEqual(['1.1.2', '2.1.2'])
  expect(unreachedOf(coverageOf(framework, [planned('e', 'file-review'), planned('f', 'interview', { role: 'staff' })]))).toEqual(['1.1.1', '2.1.1'])
})

test('a cancelled activity reaches nothing, and one that is done still does', () => {
  const reached = (state: Activity['state']) => 4 - unreachedOf(coverageOf(framework, [planned('a', 'interview', { role: 'board', state })])).length
  expect([reached('planned'), reached('done'), reached('cancelled')]).toEqual([2, 2, 0])
})

const anyPlanned = fc.record<Planned>({
  id: fc.uuid(), kind: fc.constantFrom('interview', 'file-review', 'document-review', 'observation', null),
  role: fc.constantFrom('board', 'staff', 'own', null), state: fc.constantFrom('planned', 'busy', 'paused', 'done', 'cancelled', null),
  about: fc.option(fc.subarray(['1.1.1', '1.1.2', '2.1.1', '2.1.2'])), questions: fc.subarray(['1.1.1', '2.1.2']),
})

/** Asks one expectation and one activity at a time, in so many words. */
function canSpeak({ kind, role, state, about, questions }: Planned, expectation: string): boolean {
  if (kind === null || state === 'cancelled') return false
  if ((about ?? []).includes(expectation) || questions.includes(expectation)) return true
  if (kind === 'interview' && role === 'board') return expectation === '1.1.1' || expectation === '2.1.1'
  if (kind === 'interview' && role === 'staff') return expectation === '1.1.2'
  if (kind === 'file-review') return expectation === '2.1.2'
  return kind === 'document-review' && expectation === '2.1.1'
}

test('coverage says of each assessed expectation what an oracle says, and another activity never takes anything away', () => {
  fc.assert(fc.property(fc.array(anyPlanned, { maxLength: 6 }), anyPlanned, (plan, more) => {
    const coverage = coverageOf(framework, plan)
    expect(coverage.map(({ expectation }) => expectation)).toEqual(assessedOf(framework).map(({ id }) => id))
    for (const { expectation, activities } of coverage) {
      expect(activities).toEqual(plan.filter((one) => canSpeak(one, expectation)).map(({ id }) => id))
    }
    const [before, after] = [unreachedOf(coverage), unreachedOf(coverageOf(framework, [...plan, more]))]
    expect(after.every((expectation) => before.includes(expectation))).toBe(true)
  }))
})

test('a plan says who, when and where; each talk has its own label', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const [talk, second] = [await api.activity.add({ inspection, kind: 'interview', role: 'wijkagent' }), await api.activity.add({ inspection, kind: 'interview', role: null })]
  const files = await api.activity.add({ inspection, kind: 'file-review', role: null })
  expect([talk.label, second.label, files.label]).toEqual(['I1', 'I2', null])
  const { team } = await api.inspection.get({ inspection })
  const facts = { day: '2026-01-05', time: '09:30', place: 'locatie Assen', announced: true, leadBy: team[0]!.id, notedBy: team[0]!.id, about: ['1.1.1'] }
  for (const [field, value] of Object.entries(facts)) await answer(laptop, at(inspection, 'activity', talk.id, field), value as string)
  const { activities, coverage } = await api.activity.list({ inspection })
  expect(activities.map(({ id }) => id)).toEqual([talk.id, second.id, files.id])
  expect(Object.fromEntries(Object.entries(activities[0]!.fields).map(([name, { value }]) => [name, value]))).toMatchObject({ ...facts, kind: 'interview', state: 'planned', role: 'wijkagent' })
  expect(coverage.find(({ expectation }) => expectation === '1.1.1')!.activities).toContain(talk.id)
})

test.each([
  ['time', '24:00'], ['time', '9:30'], ['day', '2026-02-30'], ['about', ['9.9.9']], ['participants', [{ role: 'medewerker', count: 0 }]],
  ['participants', [{ name: 'J. Jansen' }]], ['leadBy', 'A. Bakker'], ['label', 'gesprek 1'], ['state', 'klaar'],
])('%s of an activity is not %j', async (field, value) => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id } = await laptop.api.activity.add({ inspection, kind: 'interview', role: null })
  await expect(answer(laptop, at(inspection, 'activity', id, field), value as string)).rejects.toThrow(/value-invalid|not-found/)
  expect((await laptop.api.activity.list({ inspection })).activities).toHaveLength(1)
})

test('two who plan apart keep all, see the label that both gave, and one of them renumbers', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  carry(ours, theirs, inspection)
  await ours.api.activity.add({ inspection, kind: 'interview', role: 'wijkagent' })
  const { id } = await theirs.api.activity.add({ inspection, kind: 'interview', role: 'huisarts' })
  carry(theirs, ours, inspection)
  carry(ours, theirs, inspection)
  for (const { api } of [ours, theirs]) expect((await api.source.coverage({ inspection })).shared).toEqual(['I1'])
  await answer(ours, at(inspection, 'activity', id, 'label'), 'I2')
  const { sources, shared } = await ours.api.source.coverage({ inspection })
  expect([sources.map(({ label, title }) => [label, title]).sort(), shared]).toEqual([[['I1', 'wijkagent'], ['I2', 'huisarts']], []])
  expect((await ours.api.activity.add({ inspection, kind: 'interview', role: null })).label).toBe('I3')
})

test('a plan travels in a bundle, and the office sees it', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  await laptop.api.activity.add({ inspection, kind: 'interview', role: 'wijkagent' })
  const file = await exchange(laptop, inspection)
  expect(await office.api.bundle.import({ files: [file] })).toMatchObject([{ state: 'new' }])
  expect(await office.api.activity.list({ inspection })).toEqual(await laptop.api.activity.list({ inspection }))
})
