import fc from 'fast-check'
import { expect, test } from 'vitest'
import { miscountsIn, partsIn } from '../shared/domain/paper-round.ts'
import { answer, at, carry, frameworkOf, newInspection, openLaptop, ratingAt } from './helpers/backend.ts'
import { exchange, openEnrolled, openOffice } from './helpers/office.ts'
import { firstRound, framework, ratingsOf, retest, workedCase } from './helpers/worked-case.ts'

type Laptop = Awaited<ReturnType<typeof openLaptop>>
const SOURCE = 'Rapport Veilig Thuis Drenthe, stap 1, augustus 2015'

/** Step 1 at Drenthe of August 2015, taken over from the printed table by one person. */
async function takeOver(laptop: Laptop) {
  const { api } = laptop
  const { id: inspection } = await api.paperRound.create({
    organisation: workedCase.organisation, framework: await frameworkOf(laptop), kind: 'first', firstDay: '2015-08-24', source: SOURCE,
  })
  for (const [expectation, rating] of Object.entries(firstRound.ratings)) {
    await answer(laptop, ratingAt(inspection, expectation), rating)
    await answer(laptop, at(inspection, 'takenPart', `expectation/${expectation}`, 'page'), '41')
  }
  for (const [criterion, { judgement }] of Object.entries(firstRound.appraisals)) await answer(laptop, at(inspection, 'appraisal', criterion, 'judgement'), judgement)
  await print(laptop, inspection, 'whole', 8, 24)
  return inspection
}

async function print(laptop: Laptop, inspection: string, part: string, met: number, assessed: number) {
  for (const [field, value] of [['met', met], ['assessed', assessed]] as const) {
    const place = at(inspection, 'takenPart', part, field)
    const { field: { heads } } = await laptop.api.field.get(place)
    await laptop.api.field.record({ ...place, value, reason: null, seen: heads.map(({ id }) => id) })
  }
}

/** The second person agrees with every part that holds something. */
async function agreeAll({ api }: Laptop, inspection: string) {
  for (const { part, seen, state } of (await api.paperRound.get({ inspection })).parts) {
    if (state === 'entered') await api.paperRound.agree({ inspection, part, seen })
  }
}

const statesIn = async ({ api }: Laptop, inspection: string) =>
  Object.fromEntries([...Map.groupBy((await api.paperRound.get({ inspection })).parts, ({ state }) => state)].map(([state, parts]) => [state, parts.length]))

test('Drenthe step 1 is entered by one and checked by another, and never by the same', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await takeOver(ours)
  expect(await statesIn(ours, inspection)).toEqual({ entered: 32, empty: 3 })
  const { parts, miscounts } = await ours.api.paperRound.get({ inspection })
  expect([parts.map(({ part }) => part).slice(0, 4), miscounts]).toEqual([['whole', 'theme/1', 'criterion/1.1', 'expectation/1.1.1'], []])
  const first = parts[3]!
  await expect(ours.api.paperRound.agree({ inspection, part: first.part, seen: first.seen })).rejects.toThrow('checked-by-same-person')

  carry(ours, theirs, inspection)
  await agreeAll(theirs, inspection)
  carry(theirs, ours, inspection)
  expect(await statesIn(ours, inspection)).toEqual({ checked: 32, empty: 3 })

  const follow = await newInspection(ours, { kind: 'retest', earlier: inspection, firstDay: '2016-05-20' })
  const { earlier } = await ours.api.finding.get({ inspection: follow, expectation: '1.1.1' })
  expect(earlier).toMatchObject({ rating: '-', takenOver: { source: SOURCE, enteredBy: ['A. Bakker'], checkedBy: ['B. Visser'], parts: 32, unchecked: 0 } })
  expect((await ours.api.inspection.list({})).find(({ id }) => id === inspection)).toMatchObject({ takenFrom: 'report', counts: { met: 8, assessed: 24 } })
})

test('what is changed after the check is unchecked again, and who corrects is checked by the first', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await takeOver(ours)
  carry(ours, theirs, inspection)
  await agreeAll(theirs, inspection)
  const part = 'expectation/1.1.1'
  const stateOf = async ({ api }: Laptop) => (await api.paperRound.get({ inspection })).parts.find((one) => one.part === part)!
  expect((await stateOf(theirs)).state).toBe('checked')

  await answer(theirs, ratingAt(inspection, '1.1.1'), '+')
  expect((await stateOf(theirs)).state).toBe('entered')
  const corrected = await stateOf(theirs)
  await theirs.api.paperRound.agree({ inspection, part, seen: corrected.seen }) // with the page, that the first gave
  expect((await stateOf(theirs)).state).toBe('entered')
  carry(theirs, ours, inspection)
  await answer(ours, at(inspection, 'takenPart', part, 'page'), '42')
  await expect(ours.api.paperRound.agree({ inspection, part, seen: corrected.seen })).rejects.toThrow('nothing-to-check')
  await ours.api.paperRound.agree({ inspection, part, seen: (await stateOf(ours)).seen })
  expect((await stateOf(ours)).state).toBe('entered')
  carry(ours, theirs, inspection)
  await theirs.api.paperRound.agree({ inspection, part, seen: (await stateOf(theirs)).seen })
  expect(await stateOf(theirs)).toMatchObject({ state: 'checked', enteredBy: [expect.any(String), expect.any(String)], checkedBy: [expect.any(String), expect.any(String)] })
})

test('an agreement that someone writes for what they entered themselves counts for nothing', async () => {
  const laptop = await openLaptop()
  const inspection = await takeOver(laptop)
  const { parts } = await laptop.api.paperRound.get({ inspection })
  const { part, seen, enteredBy } = parts.find((one) => one.part === 'expectation/2.1.1')!
  for (const person of [...enteredBy, crypto.randomUUID()]) await answer(laptop, at(inspection, 'takenCheck', `${person}/${part}`, 'agreed'), seen)
  expect(await statesIn(laptop, inspection)).toEqual({ entered: 32, empty: 3 })
})

test('two who enter a part otherwise differ, and a difference cannot be agreed with', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await takeOver(ours)
  carry(ours, theirs, inspection)
  await answer(ours, ratingAt(inspection, '3.2.2'), '-')
  await answer(theirs, ratingAt(inspection, '3.2.2'), 'nvt', 'In het rapport staat n.v.t.')
  carry(theirs, ours, inspection)
  const { part, state, seen } = (await ours.api.paperRound.get({ inspection })).parts.find((one) => one.part === 'expectation/3.2.2')!
  expect(state).toBe('different')
  await expect(ours.api.paperRound.agree({ inspection, part, seen })).rejects.toThrow('nothing-to-check')
})

test('a part that the framework does not have, a page that is none and an inspection of one\'s own are refused', async () => {
  const laptop = await openLaptop()
  const inspection = await takeOver(laptop)
  const write = (part: string, field: string, value: string) => answer(laptop, at(inspection, 'takenPart', part, field), value)
  for (const [part, field, value, code] of [
    ['expectation/9.9.9', 'page', '4', 'not-found'], ['expectation/3.1.1', 'page', '4', 'not-assessed'], ['criterion/9', 'page', '4', 'not-found'],
    ['elsewhere', 'page', '4', 'not-found'], ['whole', 'page', 'blz. 4', 'value-invalid'], ['whole', 'outcome', 'excellent', 'not-found'],
  ] as const) await expect(write(part, field, value), `${part} ${field}`).rejects.toThrow(code)
  const own = await newInspection(laptop)
  await expect(laptop.api.paperRound.get({ inspection: own })).rejects.toThrow('not-a-paper-round')
})

test('a printed total that is not what was entered is told, by ratings and by its parts', () => {
  const ratings = ratingsOf(firstRound)
  expect(miscountsIn(framework, ratings, { whole: { met: 8, assessed: 24 }, 'theme/1': { met: 2, assessed: 13 }, 'criterion/1.1': { met: 0, assessed: 4 } })).toEqual([])
  expect(miscountsIn(framework, ratings, { whole: { met: 9, assessed: 24 }, 'criterion/3.1': { met: 2, assessed: 4 } })).toEqual([
    { part: 'whole', printed: { met: 9, assessed: 24 }, counted: { met: 8, assessed: 24 }, by: 'ratings' },
    { part: 'criterion/3.1', printed: { met: 2, assessed: 4 }, counted: { met: 2, assessed: 3 }, by: 'ratings' },
  ])
  const themes = { 'theme/1': { met: 2, assessed: 13 }, 'theme/2': { met: 3, assessed: 6 }, 'theme/3': { met: 3, assessed: 5 } }
  expect(miscountsIn(framework, () => null, { whole: { met: 8, assessed: 24 }, ...themes })).toEqual([])
  expect(miscountsIn(framework, () => null, { whole: { met: 10, assessed: 24 }, ...themes })).toMatchObject([{ part: 'whole', by: 'parts', counted: { met: 8 } }])
})

test('any one rating that is entered wrongly shows in the totals', () => {
  const printed = { whole: { met: 18, assessed: 24 } }
  fc.assert(fc.property(fc.constantFrom(...Object.keys(retest.ratings)), (wrong) => {
    const turned = (id: string) => (id === wrong ? (retest.ratings[id] === '+' ? '-' : '+') : ratingsOf(retest)(id))
    expect(miscountsIn(framework, turned, printed)).toHaveLength(1)
  }))
})

test('the parts are the whole, each theme, each criterion and what is assessed, in order of print', () => {
  const parts = partsIn(framework)
  expect([parts.length, new Set(parts).size, parts.includes('expectation/3.1.1')]).toEqual([1 + 3 + 7 + 24, 35, false])
  expect(parts.slice(-3)).toEqual(['criterion/3.2', 'expectation/3.2.1', 'expectation/3.2.2'])
})

test('counts alone are a round too: Drenthe step 2 as 27 of 30 stands beside the retest', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const { id } = await api.paperRound.create({
    organisation: workedCase.organisation, framework: await frameworkOf(laptop), kind: 'first', firstDay: '2015-08-24', source: SOURCE,
  })
  await print(laptop, id, 'whole', 27, 30)
  await answer(laptop, at(id, 'takenPart', 'whole', 'outcome'), framework.rule.outcomes[0]!.code)
  const follow = await newInspection(laptop, { kind: 'final-test', earlier: id, firstDay: '2017-05-16' })
  const { all, trend } = await api.comparison.trend({ inspection: follow, rounds: null })
  expect(all.map(({ kind, outcome, takenOver }) => [kind, outcome, takenOver?.unchecked ?? null])).toEqual([
    ['first', framework.rule.outcomes[0]!.code, 1], ['final-test', 'open', null],
  ])
  expect(trend.marks).toEqual([{ met: 27, assessed: 30, printed: true }, null])
  expect(await api.comparison.rounds({ organisation: workedCase.organisation })).toMatchObject([
    { id, firstDay: '2015-08-24', marks: { met: 27, assessed: 30, printed: true } }, { id: follow, marks: null },
  ])
})

test('the chain of rounds travels with the last: the office sees all columns and by whom the first was taken over', async () => {
  const office = await openOffice()
  const ours = await openEnrolled(office, 'A. Bakker')
  const paper = await takeOver(ours)
  const second = await newInspection(ours, { kind: 'retest', earlier: paper, firstDay: '2016-05-20' })
  for (const [expectation, rating] of Object.entries(retest.ratings)) await answer(ours, ratingAt(second, expectation), rating)
  const third = await newInspection(ours, { kind: 'retest', earlier: second, firstDay: '2016-11-10' })
  const file = await exchange(ours, third)
  const theirs = await openEnrolled(office, 'B. Visser')
  await theirs.api.bundle.import({ files: [file] })
  const { all, trend } = await theirs.api.comparison.trend({ inspection: third, rounds: null })
  expect(all.map(({ id, here }) => [id, here])).toEqual([[paper, false], [second, false], [third, true]])
  expect(all[0]!.takenOver).toMatchObject({ source: SOURCE, enteredBy: ['A. Bakker'], checkedBy: [], parts: 32, unchecked: 32, pages: { 'expectation/1.1.1': '41' } })
  expect(trend.marks.map((marks) => marks?.met ?? null)).toEqual([8, 18, null])
  expect((await theirs.api.comparison.trend({ inspection: third, rounds: [paper] })).trend.marks).toHaveLength(2)
})
