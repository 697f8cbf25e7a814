import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import shipped from '../../resources/frameworks/vt-2015-step-1.json' with { type: 'json' }
import { answer, lookAt, newInspection, openTestFolder, rate, ratingAt, rationaleAt } from '../helpers/backend.ts'
import { addFile } from '../helpers/evidence.ts'
import { exchange, openEnrolled, openOffice } from '../helpers/office.ts'

/** Two colleagues who know the same inspection, and how one sends all to the other. */
async function openTwo() {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  const send = async (from: typeof ours, to: typeof ours) => (await to.api.bundle.import({ files: [await exchange(from, inspection)] }))[0]!
  await send(ours, theirs)
  return { office, ours, theirs, inspection, send }
}

test.each([
  ['75 what cannot be seen', 'omkeren \u202e\u2066, niets \u200b\ufeff, einde\u0007\u0000'],
  ['76 a page', '<img src=x onerror=alert(1)><script>alert(1)</script> javascript:alert(1)'],
  ['77 a formula', '=cmd|\' /C calc\'!A0'],
  ['78 SQL', '\'); DROP TABLE change; --'],
])('%s in a rationale is text, and arrives as it was typed', async (_what, text) => {
  const { ours, theirs, inspection, send } = await openTwo()
  await answer(ours, rationaleAt(inspection, '1.1.1'), text)
  expect(await send(ours, theirs)).toMatchObject({ state: 'new', added: 1 })
  expect((await lookAt(theirs, rationaleAt(inspection, '1.1.1'))).value).toBe(text)
  expect(await theirs.api.doctor.check({})).toMatchObject({ good: true })
})

test('90 a framework that came with a bundle is there for its inspection, and for no other until someone accepts it', async () => {
  const { ours, theirs } = await openTwo()
  const file = join(openTestFolder(), 'kader.json')
  writeFileSync(file, JSON.stringify({ ...shipped, id: 'van-elders' }))
  const { hash: framework } = await ours.api.framework.import({ file })
  const about = {
    organisation: (await ours.api.organisation.list({}))[0]!.id, framework, kind: 'first' as const, earlier: null, firstDay: '2026-01-05', lastDay: null, announced: true, team: [],
  }
  const { id } = await ours.api.inspection.create(about)
  expect(await theirs.api.bundle.import({ files: [await exchange(ours, id)] })).toMatchObject([{ state: 'new' }])
  expect((await theirs.api.inspection.list({})).map((one) => one.id)).toContain(id)
  await expect(theirs.api.inspection.create(about)).rejects.toThrow('framework-not-accepted')
})

test.each([
  ['a program', Buffer.from('MZ\x90\x00\x03'), 'application/octet-stream'],
  ['the test file of virus scanners', Buffer.from('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'), 'text/plain'],
  ['a document with a macro', Buffer.from('PK\x03\x04vbaProject.bin'), 'application/octet-stream'],
])('94 %s as evidence travels as bytes, and is shown as nothing but text if at all', async (_what, bytes, type) => {
  const { ours, theirs, inspection, send } = await openTwo()
  await addFile(ours, inspection, bytes, 'foto.jpg')
  expect(await send(ours, theirs)).toMatchObject({ state: 'new' })
  const [listed] = await theirs.api.evidence.list({ inspection })
  expect(JSON.stringify(listed)).toContain(`"type":"${type}"`)
})

test('103 what two settle in different ways is a difference again', async () => {
  const { ours, theirs, inspection, send } = await openTwo()
  const place = ratingAt(inspection, '1.1.1')
  await rate(ours, inspection, '1.1.1', '+')
  await rate(theirs, inspection, '1.1.1', '-')
  await send(theirs, ours)
  await send(ours, theirs)
  for (const [laptop, value] of [[ours, '+'], [theirs, '-']] as const) {
    await laptop.api.field.settle({ ...place, value, reason: 'Nagebeld.', seen: (await lookAt(laptop, place)).seen })
  }
  await send(theirs, ours)
  expect(await lookAt(ours, place)).toMatchObject({ different: true, value: null })
  expect((await lookAt(ours, place)).heads.map(({ value }) => value).sort()).toEqual(['+', '-'])
})

test('104 who takes an answer away while another alters it differs with them', async () => {
  const { ours, theirs, inspection, send } = await openTwo()
  const place = rationaleAt(inspection, '1.1.1')
  await answer(ours, place, 'Niet bereikbaar.')
  await send(ours, theirs)
  await theirs.api.field.record({ ...place, value: null, reason: null, seen: (await lookAt(theirs, place)).seen })
  await answer(ours, place, 'Niet bereikbaar in het weekend.')
  await send(theirs, ours)
  expect(await lookAt(ours, place)).toMatchObject({ different: true, value: null })
})
