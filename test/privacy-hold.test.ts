import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dutchDayOf } from '../shared/domain/dutch-day.ts'
import { partIdOf } from '../shared/domain/interview.ts'
import { privilegeIdOf } from '../shared/domain/privilege.ts'
import { answer, at, carry, type Laptop, lookAt, newInspection, openLaptop, openTestFolder, rationaleAt } from './helpers/backend.ts'
import { addFile } from './helpers/evidence.ts'
import { plainOf } from './helpers/html.ts'
import { exchange, handOver, openJudged, openOffice } from './helpers/office.ts'
import { PLAIN_PNG } from './helpers/picture.ts'

const codesOf = async ({ api }: Laptop, inspection: string) => (await api.bundle.gates({ inspection })).map(({ code }) => code)
const showsAt = (inspection: string, evidence: string) => at(inspection, 'evidence', evidence, 'shows')

test('of every picture is asked once whether people can be seen; that they are and must stay wants a reason', async () => {
  const { laptop, retest: inspection } = await openJudged(await openOffice())
  const { id } = await addFile(laptop, inspection, PLAIN_PNG, 'a.png')
  await addFile(laptop, inspection, Buffer.from('een opname'), 'b.bin')
  expect(await laptop.api.privacy.pictures({ inspection })).toMatchObject([{ id, label: 'F1' }])
  expect(await codesOf(laptop, inspection)).toEqual(['pictures-unanswered'])
  await expect(answer(laptop, showsAt(inspection, id), 'people')).rejects.toThrow('reason-required')
  await answer(laptop, showsAt(inspection, id), 'people', 'De tekening hoort bij D-07 en is zonder naam.')
  expect(await codesOf(laptop, inspection)).toEqual([])
})

test('two who see different things in a picture leave it unanswered until one of them settles', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  const { id } = await addFile(ours, inspection, PLAIN_PNG, 'a.png')
  carry(ours, theirs, inspection)
  await answer(ours, showsAt(inspection, id), 'nobody')
  await answer(theirs, showsAt(inspection, id), 'people', 'In het raam spiegelt een kind.')
  carry(theirs, ours, inspection)
  expect(await ours.api.privacy.pictures({ inspection })).toHaveLength(1)
})

test('privilege keeps the whole inspection here, exchange included, until it is lifted with a reason', async () => {
  const { laptop, retest: inspection } = await openJudged(await openOffice())
  const note = partIdOf(inspection, laptop.host.newId())
  await answer(laptop, at(inspection, 'note', note, 'text'), 'Brief van de advocaat over D-07.')
  const claim = at(inspection, 'privilege', privilegeIdOf('note', note), 'claim')
  await answer(laptop, claim, 'Advocaat van moeder-1.')
  expect(await laptop.api.privacy.privileged({ inspection })).toEqual([{ entity: 'note', entityId: note, label: null, claim: 'Advocaat van moeder-1.' }])
  expect(await codesOf(laptop, inspection)).toEqual(['privileged'])
  await expect(exchange(laptop, inspection)).rejects.toThrow('privileged')
  await expect(handOver(laptop, inspection)).rejects.toThrow('privileged')
  await expect(answer(laptop, claim, null)).rejects.toThrow('reason-required')
  await answer(laptop, claim, null, 'De advocaat ziet ervan af.')
  await exchange(laptop, inspection)
  await handOver(laptop, inspection)
})

test('privilege ends with what it rests on: a note that was erased, a photo, a file with its answers; not with a part of it', async () => {
  const laptop = await openLaptop()
  const { api } = laptop
  const inspection = await newInspection(laptop)
  const [note, file] = [partIdOf(inspection, laptop.host.newId()), laptop.host.newId()]
  const { id: photo } = await addFile(laptop, inspection, PLAIN_PNG, 'a.png')
  await answer(laptop, at(inspection, 'note', note, 'text'), 'Eerste versie.')
  await answer(laptop, at(inspection, 'note', note, 'text'), 'Tweede versie.')
  await answer(laptop, at(inspection, 'caseFile', file, 'pseudonym'), 'D-07')
  await answer(laptop, at(inspection, 'caseFile', file, 'dropped'), 'Dossier van de huisarts.')
  const things = [['note', note], ['evidence', photo], ['caseFile', file]] as const
  for (const [entity, id] of things) await answer(laptop, at(inspection, 'privilege', privilegeIdOf(entity, id), 'claim'), 'Huisarts.')
  const held = async () => (await api.privacy.privileged({ inspection })).map(({ entity, label }) => label ?? entity).sort()
  expect(await held()).toEqual(['D-07', 'F1', 'note'])

  const changesOf = async (entity: string, id: string, field: string) => (await api.field.history(at(inspection, entity, id, field))).map(({ id }) => id)
  const [first, second] = await changesOf('note', note, 'text')
  await api.field.erase({ change: second!, reason: 'Verschoningsrecht.' })
  expect(await held()).toEqual(['D-07', 'F1', 'note'])
  await api.field.erase({ change: first!, reason: 'Verschoningsrecht.' })
  await api.evidence.erase({ inspection, evidence: photo, reason: 'Verschoningsrecht.' })
  expect(await held()).toEqual(['D-07'])
  for (const change of await changesOf('caseFile', file, 'dropped')) await api.field.erase({ change, reason: 'Verschoningsrecht.' })
  expect(await held()).toEqual([])
})

test('privilege rests on a note, a document, evidence or a file, and on nothing else', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await expect(answer(laptop, at(inspection, 'privilege', 'finding/1.1.1', 'claim'), 'Advocaat.')).rejects.toThrow('not-found')
})

test('what only the program writes nobody writes by hand; between what two laptops wrote a person chooses', async () => {
  const [ours, theirs] = [await openLaptop('A. Bakker'), await openLaptop('B. Visser')]
  const inspection = await newInspection(ours)
  const { id: visit } = await ours.api.visit.add({ inspection, day: '2026-01-05', unit: null })
  const { id: photo } = await addFile(ours, inspection, PLAIN_PNG, 'a.png')
  const closedAt = at(inspection, 'visit', visit, 'closed')
  const { value: file } = await lookAt(ours, at(inspection, 'evidence', photo, 'file'))
  const clean = { at: '2026-01-05T16:00:00.000Z', open: [] }
  await expect(answer(ours, closedAt, clean)).rejects.toThrow('written-by-program')
  await expect(ours.api.field.draft({ ...closedAt, value: clean, seen: [] })).rejects.toThrow('written-by-program')
  await expect(answer(ours, at(inspection, 'evidence', photo, 'file'), { ...file as object, size: 1 })).rejects.toThrow('written-by-program')
  await expect(answer(ours, at(inspection, 'keyList', ours.context().device, 'destroyed'), 3 as never, 'Nooit gemaakt.')).rejects.toThrow('written-by-program')
  carry(ours, theirs, inspection)
  for (const one of [ours, theirs]) await one.api.visit.close({ inspection, visit })
  carry(theirs, ours, inspection)
  const { heads, seen } = await lookAt(ours, closedAt)
  expect(heads).toHaveLength(2)
  const settle = (value: unknown) => ours.api.field.settle({ ...closedAt, value: value as string, reason: 'Zij sloot als laatste af.', seen })
  await expect(settle(clean)).rejects.toThrow('written-by-program')
  await settle(heads[1]!.value)
  expect((await lookAt(ours, closedAt)).value).toEqual(heads[1]!.value)
})

test('an evening in the Netherlands belongs to its own day, in summer and in winter', () => {
  expect(dutchDayOf('2026-07-01T21:59:59.999Z')).toBe('2026-07-01')
  expect(dutchDayOf('2026-07-01T22:00:00.000Z')).toBe('2026-07-02')
  expect(dutchDayOf('2026-01-05T22:59:59.999Z')).toBe('2026-01-05')
  expect(dutchDayOf('2026-01-05T23:00:00.000Z')).toBe('2026-01-06')
})

test('what was answered once is not asked again while it is typed', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Fatima El Amrani belde.')
  const [{ change, at: place, start, end }] = await laptop.api.privacy.list({ inspection }) as [Awaited<ReturnType<typeof laptop.api.privacy.list>>[number]]
  await laptop.api.privacy.allow({ inspection, change, at: place, start, end, decision: 'noPerson', reason: null })
  expect(await laptop.api.privacy.check({ inspection, text: 'Weer belde Fatima El Amrani.' })).toEqual([])
})

test('of a recording is asked whether people can be heard', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id } = await addFile(laptop, inspection, Buffer.from('OggS\0\x02'), 'a.ogg')
  expect(await laptop.api.privacy.pictures({ inspection })).toEqual([{ id, label: 'F1', sound: true }])
  await answer(laptop, showsAt(inspection, id), 'nobody')
  expect(await laptop.api.privacy.pictures({ inspection })).toEqual([])
})

test('the report says what privilege keeps out of it, and is not written while a text in it, or one that was chosen for it, cites that', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const { id } = await laptop.api.document.add({ inspection, title: 'Brief van de advocaat', kind: 'other', receivedOn: '2026-01-05' })
  await answer(laptop, at(inspection, 'privilege', privilegeIdOf('document', id), 'claim'), 'Advocaat van moeder-1.')
  const file = join(openTestFolder(), 'rapport.html')
  const write = () => laptop.api.report.write({ inspection, format: 'html', file })
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Dat volgt uit [DOC1] en [W1].')
  await expect(write()).rejects.toThrow('privileged-cited')
  expect(existsSync(file)).toBe(false)
  await answer(laptop, rationaleAt(inspection, '1.1.1'), 'Dat volgt uit [W1].')
  const { id: view } = await laptop.api.factualCheck.addView({ inspection, subject: 'publication', what: 'Openbaarmaking' })
  const { id: photo } = await addFile(laptop, inspection, Buffer.from('OggS\0\x02'), 'a.ogg')
  for (const [entity, entityId, field] of [['view', view, 'reply'], ['evidence', photo, 'caption']] as const) {
    await answer(laptop, at(inspection, entity, entityId, field), 'Zie [DOC1].')
    await write()
    await answer(laptop, at(inspection, entity, entityId, 'inReport'), true)
    await expect(write()).rejects.toThrow('privileged-cited')
    await answer(laptop, at(inspection, entity, entityId, field), 'Zie [W1].')
  }
  await write()
  const text = plainOf(readFileSync(file, 'utf8'))
  expect(text).toContain('Op DOC1 rust verschoningsrecht: wat daarin staat, is in dit rapport weggelaten.')
  expect(text).not.toContain('Brief van de advocaat')
})
