import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listEntries } from '../electron/db/change-log.ts'
import { textsOf } from '../shared/domain/privacy-answer.ts'
import { answer, carry, lookAt, newInspection, openLaptop, rationaleAt } from './helpers/backend.ts'
import { exchange, handOver, openJudged, openOffice } from './helpers/office.ts'

const BSN = '123456782'
const WITH_BSN = `In het dossier met BSN ${BSN} ontbreekt het veiligheidsplan.`

test('the worked case holds nothing that looks like personal data', async () => {
  const { laptop, first, retest } = await openJudged(await openOffice())
  for (const inspection of [first, retest]) expect(await laptop.api.privacy.list({ inspection })).toEqual([])
})

test('a BSN in a rationale blocks handing over until it is rewritten and erased, and the bundle has no trace of it', async () => {
  const office = await openOffice()
  const { laptop, retest: inspection } = await openJudged(office)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), WITH_BSN)
  expect(await laptop.api.bundle.gates({ inspection })).toMatchObject([{ code: 'privacy-hits', blocks: true, items: ['finding/1.1.1/rationale'] }])
  await expect(handOver(laptop, inspection)).rejects.toThrow()
  await exchange(laptop, inspection)

  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'In het dossier D-07 ontbreekt het veiligheidsplan.')
  const [left, ...more] = await laptop.api.privacy.list({ inspection })
  expect([left, more]).toMatchObject([{ kind: 'bsn', masked: '…82', current: false, field: 'rationale' }, []])
  await expect(handOver(laptop, inspection)).rejects.toThrow()
  await laptop.api.field.erase({ change: left!.change, reason: 'Nummer van een kind.' })
  expect(await laptop.api.bundle.gates({ inspection })).toEqual([])

  await office.api.bundle.import({ files: [await handOver(laptop, inspection)] })
  const texts = listEntries(office.db(), inspection).flatMap(({ content }) => (content ? textsOf(content) : []))
  expect(texts.some(({ text }) => text.includes('D-07 ontbreekt'))).toBe(true)
  expect(office.db().serialize().includes(BSN)).toBe(false)
  expect(laptop.db().serialize().includes(BSN)).toBe(false)
})

test('what is allowed once is allowed in any spelling, also with a colleague, and not in another inspection', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const [inspection, other] = [await newInspection(ours), await newInspection(ours)]
  for (const one of [inspection, other]) await answer(ours, rationaleAt(one, '1.1.1'), WITH_BSN)
  const [hit] = await ours.api.privacy.list({ inspection })
  const { change, at, start, end } = hit!
  const needed = { inspection, change, at, start, end, decision: 'needed' as const }
  await expect(ours.api.privacy.allow({ ...needed, reason: null })).rejects.toThrow('reason-required')
  await expect(ours.api.privacy.allow({ ...needed, start: start + 1, reason: 'Ernaast.' })).rejects.toThrow('not-found')
  await ours.api.privacy.allow({ ...needed, reason: 'Testnummer uit de handleiding.' })
  await answer(ours, rationaleAt(inspection, '1.1.2'), 'Ook BSN 1234.56.782 staat erin.')
  carry(ours, theirs, inspection)
  for (const laptop of [ours, theirs]) expect(await laptop.api.privacy.list({ inspection })).toEqual([])
  expect(await ours.api.privacy.list({ inspection: other })).toHaveLength(1)
})

test('an answer never holds the value, cannot be guessed from, and lapses with what it was about', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  for (const expectation of ['1.1.1', '1.1.2']) await answer(laptop, rationaleAt(inspection, expectation), WITH_BSN)
  const hit = (await laptop.api.privacy.list({ inspection })).find(({ entityId }) => entityId === '1.1.1')!
  const { change, at, start, end } = hit
  await laptop.api.privacy.allow({ inspection, change, at, start, end, decision: 'noPerson', reason: null })
  expect(await laptop.api.privacy.list({ inspection })).toEqual([])

  const told = listEntries(laptop.db(), inspection).filter(({ entity }) => entity === 'privacy')
  expect(told).toMatchObject([{ field: 'noPerson', entityId: expect.stringMatching(/^[0-9a-f]{64}$/), content: { value: change, reason: null } }])
  expect(laptop.lines.join('\n')).not.toContain(BSN)

  const [head] = (await lookAt(laptop, rationaleAt(inspection, '1.1.1'))).seen
  await laptop.api.field.erase({ change: head!, reason: 'Toch een kind.' })
  expect(await laptop.api.privacy.list({ inspection })).toMatchObject([{ entityId: '1.1.2' }])
  const [second] = (await lookAt(laptop, rationaleAt(inspection, '1.1.2'))).seen
  await laptop.api.field.erase({ change: second!, reason: 'Toch een kind.' })
  expect(laptop.db().serialize().includes(BSN)).toBe(false)
  expect(readFileSync(laptop.db().name).includes(BSN)).toBe(false)
})

test('what is only possible is asked before handing over too; a text is looked through while it is typed', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Genoteerd: BSN 123456783.')
  expect(await laptop.api.bundle.gates({ inspection })).toContainEqual({ code: 'privacy-hits', blocks: true, count: 1, items: ['finding/1.1.1/rationale'] })
  expect(await laptop.api.privacy.check({ inspection, text: 'Bel 06-12345678.' })).toMatchObject([{ kind: 'phone', masked: '…78' }])
  expect(await laptop.api.privacy.check({ inspection, text: 'A. Bakker sprak met Veilig Thuis Drenthe.' })).toEqual([])
})
