import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import southHolland from '../resources/examples/zuid-holland-zuid.json' with { type: 'json' }
import { judgeExample } from '../electron/example.ts'
import { ExamplePoints } from '../shared/domain/example-points.ts'
import { type PlanKnown, type PlanRow, previewOf } from '../shared/domain/improvement-plan.ts'
import {
  currentStandOf, type EarlierPoint, type MeasureDays, measureStandingOf, missingPointsOf, type PointStands, type PointState, suggestedStateOf, titleOf,
} from '../shared/domain/improvement.ts'
import { answer, at, carry, type Laptop, newInspection, openLaptop, rate } from './helpers/backend.ts'
import { plainOf } from './helpers/html.ts'
import { exchange, openEnrolled, openOffice } from './helpers/office.ts'
import { smallFramework } from './helpers/small-framework.ts'
import { firstRound, framework, ratingsOf, retest } from './helpers/worked-case.ts'

const DAY = '2026-06-01'
const state = (code: PointState['state'], on: string): PointState => ({ state: code, on, source: null })
const point = (expectations: string[], over: Partial<PointStands> = {}): PointStands => ({ id: 'p', expectations, state: null, establishedOn: null, ...over })
const earlierPoint = (expectations: string[], over: Partial<EarlierPoint> = {}): EarlierPoint =>
  ({ id: 'e', label: 'VP1', title: 'Punt', text: null, urgency: null, state: null, expectations, ...over })

test('of every expectation not met a point is missing: 16 at the first round of Drenthe and 6 at the retest', () => {
  expect(missingPointsOf(framework, ratingsOf(firstRound), [], [])).toHaveLength(16)
  const missing = missingPointsOf(framework, ratingsOf(retest), [], [])
  expect(missing.flatMap(({ expectations }) => expectations)).toEqual(['1.1.2', '1.1.4', '1.2.4', '1.2.5', '2.1.1', '3.1.4'])
  expect(missingPointsOf(framework, ratingsOf(retest), [point(['1.1.2', '1.1.4']), point(['2.1.1'])], []).flatMap(({ expectations }) => expectations))
    .toEqual(['1.2.4', '1.2.5', '3.1.4'])
})

test('where the earlier round had a point that goes on it is taken along once, without what is met by now; a lifted one is not', () => {
  const goesOn = earlierPoint(['1.1.2', '1.1.4', '1.1.1'])
  const missing = missingPointsOf(framework, ratingsOf(retest), [], [goesOn, earlierPoint(['2.1.1'], { id: 'f', state: state('lifted', '2015-12-01') })])
  expect(missing[0]).toEqual({ expectations: ['1.1.2', '1.1.4'], carries: goesOn })
  expect(missing.slice(1).map(({ carries }) => carries)).toEqual([null, null, null, null])
})

test('a sufficient verdict makes no difference: what is not met is to be improved', () => {
  const easy = smallFramework([3], [{ kind: 'count', what: 'met', compare: 'at-least', count: 1, within: null }], 'left-out')
  expect(missingPointsOf(easy, (id) => (id === '1.1.3' ? '-' : '+'), [], [])).toEqual([{ expectations: ['1.1.3'], carries: null }])
})

test('what a retest suggests of a point follows from what it is about, and nothing is suggested while that is open', () => {
  const small = smallFramework([3], [], 'left-out')
  const suggested = (...ratings: (string | null)[]) => suggestedStateOf(small, (id) => ratings[Number(id.at(-1)) - 1] ?? null, { expectations: ['1.1.1', '1.1.2'] })
  expect([suggested('-', '-'), suggested('+', '-'), suggested('+', '+'), suggested('+', null), suggested('nvt', 'nvt')])
    .toEqual(['persistent', 'partly', 'lifted', null, null])
  expect(suggestedStateOf(small, () => '+', { expectations: ['1.1.1', '9.9.9'] })).toBeNull()
})

test('only what was established is done, and a day that has passed is overdue', () => {
  const stands = (days: Partial<MeasureDays>) => measureStandingOf({ due: null, claimedOn: null, establishedOn: null, ...days }, DAY)
  expect([stands({}), stands({ due: '2026-05-31' }), stands({ due: DAY }), stands({ due: '2026-05-31', claimedOn: '2026-05-01' })])
    .toEqual(['undated', 'overdue', 'running', 'claimed'])
  expect([stands({ claimedOn: DAY, establishedOn: DAY }), stands({ due: '2026-01-01', establishedOn: '2026-07-01' })]).toEqual(['established', 'overdue'])
})

test('the four points of Zuid-Holland Zuid are met by the end of 2017, and 26 of 30 stays what was published', () => {
  const { points, met, assessed, establishedBy } = ExamplePoints.parse(southHolland)
  expect(points).toHaveLength(4)
  const small = smallFramework([assessed], [], 'left-out')
  const notMet = points.map((_, index) => `1.1.${index + 1}`) // which ones they were was not published
  const ratingOf = (id: string) => (notMet.includes(id) ? '-' : '+')
  const lifted = notMet.map((id) => point([id], { id, state: state('lifted', establishedBy) }))
  const now = currentStandOf(small, ratingOf, lifted, establishedBy)
  expect([now.published.met, now.met, now.open]).toEqual([met, 30, []])
  expect(currentStandOf(small, ratingOf, lifted, '2017-12-30')).toMatchObject({ met: 26, lifted: [] })
  expect(currentStandOf(small, ratingOf, notMet.map((id) => point([id], { establishedOn: establishedBy })), establishedBy).met).toBe(30)
})

test('an expectation counts as met once all its points were lifted, whatever else is, and what was published never moves', () => {
  const small = smallFramework([4], [], 'left-out')
  const ids = ['1.1.1', '1.1.2', '1.1.3', '1.1.4']
  const anyState = fc.option(fc.record({ state: fc.constantFrom('open' as const, 'partly' as const, 'lifted' as const), on: fc.constantFrom('2026-01-01', DAY, '2026-12-31'), source: fc.constant(null) }))
  const anyPoint = fc.record({ id: fc.uuid(), expectations: fc.subarray(ids), state: anyState, establishedOn: fc.option(fc.constantFrom('2026-01-01', '2026-12-31')) })
  const holds = (stand: typeof currentStandOf) => fc.property(fc.array(anyPoint, { maxLength: 6 }), fc.array(fc.constantFrom('+', '-', 'nvt'), { minLength: 4, maxLength: 4 }), (points, ratings) => {
    const ratingOf = (id: string) => ratings[ids.indexOf(id)]!
    const now = stand(small, ratingOf, points, DAY)
    let expected = 0
    for (const id of ids) {
      let [about, done] = [0, 0]
      for (const one of points) {
        if (!one.expectations.includes(id)) continue
        about++
        if (one.establishedOn === '2026-01-01' || (one.state?.state === 'lifted' && one.state.on !== '2026-12-31')) done++
      }
      if (ratingOf(id) === '+' || (ratingOf(id) === '-' && about > 0 && about === done)) expected++
    }
    expect(now.met).toBe(expected)
    expect(now.published.met).toBe(ratings.filter((one) => one === '+').length)
  })
  fc.assert(holds(currentStandOf))
  const anyOfThem: typeof currentStandOf = (kader, ratingOf, points, day) => currentStandOf(kader, ratingOf, points.slice(0, 1), day)
  expect(() => fc.assert(holds(anyOfThem))).toThrow()
})

test('a long statement is cut between words', () => {
  expect(titleOf('  Kort\nen goed. ')).toBe('Kort en goed.')
  const cut = titleOf('woord '.repeat(50))
  expect(cut.length).toBeLessThanOrEqual(240)
  expect(cut).toMatch(/woord…$/)
})

const known: PlanKnown = {
  points: new Map([['VP1', 'point-1']]),
  measures: new Map([['M1', { id: 'measure-1', now: { point: 'point-1', measure: 'measure-1', what: 'Werven', owner: null, due: '2026-05-01', progress: null, percent: null, doneOn: null } }]]),
  own: [],
}
const row = (cells: PlanRow['cells'], number = 2): PlanRow => ({ row: number, cells })

test('a row is new, changed, the same, without a point, about an unknown one, or faulty in a cell that is named', () => {
  const rows = previewOf([
    row({ point: 'VP1', what: 'Scholen', due: '1-9-2026' }, 2), row({ point: 'vp1', measure: 'M1', what: 'Werven', due: { day: '2026-05-01' } }, 3),
    row({ what: 'Los' }, 4), row({ point: 'VP9', what: 'Los' }, 5), row({ point: 'VP1', measure: 'M9', what: 'Los' }, 6), row({ point: 'VP1' }, 7),
    row({ point: 'VP1', what: 'Later', due: 'na de zomer', percent: 120 }, 8), row({ point: 'VP1', what: { formula: true } }, 9),
    row({ point: 'VP1', owner: 'manager' }, 10), row({ point: 'VP1', what: 'scholen ' }, 11), row({}, 12), row({ what: ' ' }, 13),
  ], known)
  expect(rows.map(({ row, state }) => [row, state])).toEqual([
    [2, 'new'], [3, 'same'], [4, 'without-point'], [5, 'unknown-point'], [6, 'unknown-measure'], [7, 'empty'], [8, 'faulty'], [9, 'faulty'], [10, 'faulty'], [11, 'faulty'], [13, 'without-point'],
  ])
  expect(rows[0]!.said).toEqual({ point: 'point-1', measure: null, what: 'Scholen', owner: null, due: '2026-09-01', progress: null, percent: null, doneOn: null })
  expect(rows.flatMap(({ faults }) => faults)).toEqual([
    { cell: 'I8', what: 'not-a-day' }, { cell: 'K8', what: 'not-a-percentage' }, { cell: 'G9', what: 'formula' }, { cell: 'G10', what: 'what-missing' }, { cell: 'G11', what: 'twice' },
  ])
  const shared = { ...known, points: new Map([['VP1', 'point-1'], ['VP2', 'point-2']]) }
  const inBoth = (first: number | null, second: number | null) => previewOf([
    row({ point: 'VP1', measure: 'M1', what: 'Werven', due: '1-5-2026', percent: first }), row({ point: 'VP2', measure: 'M1', what: 'Werven', due: '1-5-2026', percent: second }, 3),
  ], shared).map(({ state }) => state)
  expect([inBoth(null, 40), inBoth(40, null), inBoth(40, 40), inBoth(40, 50)]).toEqual([['same', 'changed'], ['changed', 'same'], ['changed', 'same'], ['changed', 'faulty']])
  expect(previewOf([row({ point: 'VP1', measure: 'M1', what: 'Werven', due: '1-5-2026', percent: '40 %' })], known)[0]).toMatchObject({ state: 'changed', said: { percent: 40 }, before: { percent: null } })
})

const list = ({ api }: Laptop, inspection: string, day = DAY) => api.improvement.list({ inspection, day })
const give = (laptop: Laptop, inspection: string, entity: string, id: string, field: string, value: string | true | object | null, reason: string | null = null) =>
  answer(laptop, at(inspection, entity, id, field), value as object, reason)

/** An inspection with two expectations not met and a point for each. */
async function withPoints() {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  for (const [id, code] of [['1.1.1', '-'], ['1.1.2', '-'], ['1.2.1', '+']] as const) await rate(laptop, inspection, id, code)
  expect((await list(laptop, inspection)).missing).toEqual(['1.1.1', '1.1.2'])
  expect(await laptop.api.improvement.make({ inspection })).toMatchObject({ made: 2 })
  const { points: [first, second] } = await list(laptop, inspection)
  return { laptop, api: laptop.api, inspection, first: first!, second: second! }
}

test('one press makes what is missing and a second one nothing; a point can be about more and about what is met', async () => {
  const { laptop, api, inspection, first, second } = await withPoints()
  expect([first.fields.label.value, first.expectations, second.expectations]).toEqual(['VP1', ['1.1.1'], ['1.1.2']])
  expect(await api.improvement.make({ inspection })).toMatchObject({ made: 0 })
  await give(laptop, inspection, 'improvement', second.id, 'label', null)
  await give(laptop, inspection, 'pointExpectation', `${first.id}/1.1.2`, 'concerns', true)
  expect((await list(laptop, inspection)).missing).toEqual([])
  const own = await api.improvement.add({ inspection, title: 'Ook goed kan beter', expectations: ['1.2.1'] })
  expect(own.label).toBe('VP3') // a number is never given twice
  expect((await list(laptop, inspection)).points.map(({ expectations }) => expectations)).toEqual([['1.1.1', '1.1.2'], ['1.2.1']])
  await expect(api.improvement.add({ inspection, title: 'Waarover?', expectations: ['9.9.9'] })).rejects.toMatchObject({ failure: { code: 'not-found' } })
})

test('a state is recorded with its day, source and reason, and all that became of a point stands in one line of time', async () => {
  const { laptop, api, inspection, first } = await withPoints()
  const stateAt = (value: PointState, reason: string | null) => give(laptop, inspection, 'improvement', first.id, 'state', value, reason)
  await expect(stateAt(state('partly', DAY), null)).rejects.toMatchObject({ failure: { code: 'reason-required' } })
  await stateAt({ state: 'partly', on: '2026-03-01', source: 'DOC4' }, 'De helft staat op papier.')
  const measure = await api.improvement.addMeasure({ inspection, point: first.id, what: 'Rooster aanvullen' })
  await api.improvement.addProgress({ inspection, measure: measure.id, entry: { on: '2026-02-01', text: 'Rooster begonnen', percent: 40 } })
  await give(laptop, inspection, 'improvementMeasure', measure.id, 'due', '2026-04-01')
  expect((await list(laptop, inspection)).measures).toMatchObject([{ standing: 'overdue', points: [first.id] }])
  await give(laptop, inspection, 'improvementMeasure', measure.id, 'claimedOn', '2026-03-20')
  expect((await list(laptop, inspection)).measures).toMatchObject([{ standing: 'claimed' }])
  await give(laptop, inspection, 'improvementMeasure', measure.id, 'establishedOn', '2026-05-01')
  await stateAt({ state: 'lifted', on: '2026-05-01', source: 'gesprek' }, 'Gezien dat het werkt.')
  expect((await list(laptop, inspection)).measures).toMatchObject([{ standing: 'established' }])
  const moments = await api.improvement.timeline({ inspection, point: first.id })
  expect(moments.map(({ on, kind, state: at }) => [on, kind, at])).toEqual([
    ['2026-02-01', 'progress', null], ['2026-03-01', 'state', 'partly'], ['2026-03-20', 'claimed', null], ['2026-05-01', 'established', null], ['2026-05-01', 'state', 'lifted'],
  ])
  expect(moments[1]).toMatchObject({ source: 'DOC4', reason: 'De helft staat op papier.' })
})

test('what supervision established as done after publication counts from its day', async () => {
  const { laptop, api, inspection, first } = await withPoints()
  const organisation = (await api.inspection.get({ inspection })).summary.organisation.id
  await api.supervision.add({ organisation, event: { entity: 'established', day: '2026-04-01', point: 'Rooster', inspection, improvement: first.id } })
  expect((await list(laptop, inspection)).points.map(({ establishedOn }) => establishedOn)).toEqual(['2026-04-01', null])
  expect(await api.improvement.timeline({ inspection, point: first.id })).toMatchObject([{ kind: 'supervision', on: '2026-04-01' }])
})

test('a measure serves more points, and two laptops that add and take away agree without a difference', async () => {
  const { laptop, api, inspection, first, second } = await withPoints()
  const measure = await api.improvement.addMeasure({ inspection, point: first.id, what: 'Eén rooster' })
  await give(laptop, inspection, 'measurePoint', `${measure.id}/${second.id}`, 'serves', true)
  const other = await openLaptop('B. Visser')
  carry(laptop, other, inspection)
  await give(other, inspection, 'pointExpectation', `${second.id}/1.1.2`, 'concerns', null)
  await give(laptop, inspection, 'pointExpectation', `${second.id}/1.1.2`, 'concerns', true)
  carry(other, laptop, inspection)
  const { points } = await list(laptop, inspection)
  expect(points.map(({ measures, expectations }) => [measures, expectations])).toEqual([[[measure.id], ['1.1.1']], [[measure.id], ['1.1.2']]])
  expect((await api.inspection.get({ inspection })).summary.differences).toBe(0)
})

test('the points of the earlier round stand beside the retest of Drenthe, a person decides, and one press takes along what is left', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const [first, second] = [...(await judgeExample(api)).values()] as [string, string]
  await api.improvement.make({ inspection: first })
  expect((await list(laptop, first)).points).toHaveLength(16)
  const { earlier, missing, points } = await list(laptop, second)
  expect([earlier.length, missing.length, points.length]).toEqual([16, 6, 0])
  expect(earlier.filter(({ suggested }) => suggested === 'persistent').map(({ expectations }) => expectations[0])).toEqual(missing)
  expect(earlier.filter(({ suggested }) => suggested === 'lifted')).toHaveLength(10)
  const crossing = earlier.find(({ expectations }) => expectations[0] === '2.1.1')!
  const carried = await api.improvement.carry({ inspection: second, point: crossing.id, state: { state: 'persistent', on: '2016-05-20', source: null }, reason: 'Nog steeds niet.' })
  await expect(api.improvement.carry({ inspection: second, point: crossing.id, state: state('lifted', '2016-05-20'), reason: 'Nog eens.' }))
    .rejects.toMatchObject({ failure: { code: 'not-found' } })
  expect(await api.improvement.make({ inspection: second })).toMatchObject({ made: 5 })
  const after = await list(laptop, second)
  expect(after.points.map(({ fields }) => fields.carries.value)).not.toContain(null)
  expect(after.points.find(({ id }) => id === carried.id)!.fields.state.value).toMatchObject({ state: 'persistent' })
  expect([after.points.length, after.missing, after.earlier.length]).toEqual([6, [], 10])
  expect(after.stand).toMatchObject({ met: 18, published: { met: 18, assessed: 24 } })
  for (const { id, expectations } of after.points.slice(0, 2)) {
    await give(laptop, second, 'improvement', id, 'state', { state: 'lifted', on: '2016-11-10', source: 'eindtoets' }, `Gezien bij ${expectations[0]}.`)
  }
  expect((await list(laptop, second, '2016-11-10')).stand).toMatchObject({ met: 20, published: { met: 18 } })
  expect((await list(laptop, second, '2016-11-09')).stand).toMatchObject({ met: 18 })
  expect((await api.inspection.get({ inspection: second })).summary.counts.met).toBe(18)
})

/** What the organisation does with the template: types into its cells. */
async function fillIn(file: string, fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file)
  fill(workbook.getWorksheet('Verbeterplan')!, workbook)
  await workbook.xlsx.writeFile(file)
}

test('an improvement plan goes out as a workbook and comes back as the claim of the organisation, apart from what inspectors recorded', async () => {
  const { laptop, api, inspection, first, second } = await withPoints()
  const measure = await api.improvement.addMeasure({ inspection, point: first.id, what: 'Rooster aanvullen' })
  const file = join(laptop.home, 'plan.xlsx')
  expect(await api.improvement.writePlan({ inspection, file, day: DAY })).toMatchObject({ rows: 2 })
  const empty = await api.improvement.previewPlan({ inspection, file })
  expect(empty.rows.map(({ state }) => state)).toEqual(['same', 'empty'])

  await fillIn(file, (sheet) => {
    sheet.getCell('H2').value = 'teammanager'
    sheet.getCell('I2').value = new Date('2026-09-30')
    sheet.getCell('K2').value = 40
    sheet.getCell('G3').value = 'Piketdienst inrichten'
    sheet.getCell('I3').value = '1-12-2026'
    sheet.addRow(['VP2', '', '', '', '', '', 'Naar huis', '', 'morgen'])
    sheet.addRow(['VP8', '', '', '', '', '', 'Onbekend punt'])
  })
  const looked = await api.improvement.previewPlan({ inspection, file })
  expect(looked.rows.map(({ state }) => state)).toEqual(['changed', 'new', 'faulty', 'unknown-point'])
  expect(looked.rows[2]!.faults).toEqual([{ cell: 'I4', what: 'not-a-day' }])
  expect((await list(laptop, inspection)).lines).toEqual([])

  const taking = { inspection, file, sha256: looked.sha256, dated: '2026-05-20', on: '2026-05-21' }
  await expect(api.improvement.takePlan({ ...taking, sha256: '0'.repeat(64) })).rejects.toMatchObject({ failure: { code: 'plan-changed' } })
  expect(await api.improvement.takePlan(taking)).toMatchObject({ taken: 2, left: 2 })
  await expect(api.improvement.takePlan(taking)).rejects.toMatchObject({ failure: { code: 'plan-known' } })
  const after = await list(laptop, inspection)
  expect(after.measures[0]!.fields).toMatchObject({ owner: { value: null }, due: { value: null } })
  expect(after.measures[0]!.standing).toBe('running') // the day of the plan, as long as no other was recorded
  expect(after.lines.map(({ said, dated }) => [said.measure, said.what, said.due, dated])).toEqual([
    [measure.id, 'Rooster aanvullen', '2026-09-30', '2026-05-20'], [null, 'Piketdienst inrichten', '2026-12-01', '2026-05-20'],
  ])
  expect((await api.improvement.previewPlan({ inspection, file })).rows.map(({ state }) => state)).toEqual(['same', 'same', 'faulty', 'unknown-point'])

  const adopted = await api.improvement.adopt({ inspection, line: after.lines[1]!.id })
  await expect(api.improvement.adopt({ inspection, line: after.lines[1]!.id })).rejects.toMatchObject({ failure: { code: 'not-found' } })
  const { measures } = await list(laptop, inspection)
  expect(measures.find(({ id }) => id === adopted.id)).toMatchObject({ points: [second.id], fields: { what: { value: 'Piketdienst inrichten' }, due: { value: '2026-12-01' } } })
  expect((await api.improvement.timeline({ inspection, point: second.id })).map(({ kind, label }) => [kind, label])).toEqual([['plan', adopted.label]])
})

/** A zip of one part, deflated. */
function zipOf(name: string, content: Buffer): Buffer {
  const [packed, head, entry, end] = [deflateRawSync(content, { level: 1 }), Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
  for (const [record, mark, from] of [[head, 0x04034b50, 6], [entry, 0x02014b50, 8]] as const) {
    record.writeUInt32LE(mark, 0)
    record.writeUInt16LE(8, from + 2)
    record.writeUInt32LE(packed.length, from + 12)
    record.writeUInt32LE(content.length, from + 16)
    record.writeUInt16LE(name.length, from + 20)
  }
  end.writeUInt32LE(0x06054b50, 0)
  for (const at of [8, 10]) end.writeUInt16LE(1, at)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end])
}

test('a workbook that is no plan, of another inspection, or made to hurt is refused before anything is read from it', async () => {
  const { laptop, api, inspection } = await withPoints()
  const other = await newInspection(laptop)
  const file = join(laptop.home, 'plan.xlsx')
  await api.improvement.writePlan({ inspection, file, day: DAY })
  const good = readFileSync(file)
  const refused = (inspected = inspection) => api.improvement.previewPlan({ inspection: inspected, file }).then(() => 'taken', ({ failure }) => failure.code as string)
  expect([await refused(), await refused(other)]).toEqual(['taken', 'plan-of-another'])
  await fillIn(file, (sheet, workbook) => workbook.removeWorksheet(sheet.id))
  expect(await refused()).toBe('plan-without-points')
  for (const bytes of [Buffer.alloc(0), Buffer.from('PK'), good.subarray(0, good.length - 1), Buffer.concat([Buffer.from('x'), good]), Buffer.concat([good, good])]) {
    writeFileSync(file, bytes)
    expect(await refused()).toBe('xlsx-unreadable')
  }
  writeFileSync(file, zipOf('xl/media/picture.png', Buffer.alloc(65 * 1024 * 1024)))
  expect(readFileSync(file).length).toBeLessThan(500_000)
  expect(await refused()).toBe('file-too-large')
  writeFileSync(file, zipOf('xl/workbook.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>')))
  expect(await refused()).toBe('xlsx-unreadable')
  const named = new ExcelJS.Workbook()
  named.addWorksheet('Verbeterplan').addRow(['Verbeterpunt'])
  named.definedNames.add('Verbeterplan!$A$1:$Z$9000', 'alles')
  writeFileSync(file, Buffer.from(await named.xlsx.writeBuffer() as unknown as ArrayBuffer))
  expect(await refused()).toBe('xlsx-unreadable')
})

test('tables and print tell the same, and nothing that someone typed is ever reckoned or run', async () => {
  const { laptop, api, inspection, first } = await withPoints()
  const hostile = '=HYPERLINK("x")<b>'
  await give(laptop, inspection, 'improvement', first.id, 'title', hostile)
  await api.improvement.addMeasure({ inspection, point: first.id, what: '+31 bellen' })
  const file = (name: string) => join(laptop.home, name)
  expect(await api.improvement.write({ inspection, file: file('t.csv'), format: 'csv', day: DAY })).toMatchObject({ rows: 2 })
  const csv = readFileSync(file('t.csv'), 'utf8')
  expect(csv).toContain(`'=HYPERLINK`)
  expect(csv).toContain(`'+31 bellen`)
  await api.improvement.write({ inspection, file: file('t.xlsx'), format: 'xlsx', day: DAY })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(file('t.xlsx'))
  expect(workbook.worksheets[0]!.getCell('B2').value).toBe(hostile) // text, and so not reckoned
  await api.improvement.print({ inspection, file: file('t.html'), day: DAY })
  const page = readFileSync(file('t.html'), 'utf8')
  expect(page).not.toContain('<b>')
  expect(plainOf(page)).toContain(`VP1 ${hostile}`)
  await api.report.write({ inspection, format: 'html', file: file('r.html') })
  const report = plainOf(readFileSync(file('r.html'), 'utf8'))
  expect(report).toContain(`Verbeterpunten en maatregelen VP1 ${hostile} Verwachtingen 1.1.1 Urgentie gewoon Stand open`)
  expect(report).toContain('M1 +31 bellen')
})

test('the points of a round travel with a bundle of the next one, for who does not have that round', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office, 'A. Bakker')
  const colleague = await openEnrolled(office, 'B. Visser')
  const first = await newInspection(laptop)
  await rate(laptop, first, '1.1.1', '-')
  await laptop.api.improvement.make({ inspection: first })
  const second = await newInspection(laptop, { kind: 'retest', earlier: first, firstDay: '2026-03-01' })
  await rate(laptop, second, '1.1.1', '-')
  const files = [await exchange(laptop, second)]
  await colleague.api.bundle.preview({ files })
  expect((await colleague.api.bundle.import({ files })).map(({ failure }) => failure)).toEqual([null])
  const { earlier, missing } = await list(colleague, second)
  expect(earlier).toMatchObject([{ label: 'VP1', expectations: ['1.1.1'], suggested: 'persistent' }])
  expect(missing).toEqual(['1.1.1'])
})
