import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openEvidence } from '../electron/features/evidence/store.ts'
import { listFiles } from '../electron/features/evidence/repository.ts'
import { listAudit } from '../electron/db/audit.ts'
import { linkIdOf } from '../shared/domain/source.ts'
import { answer, at, newInspection, openLaptop, openTestFolder, PASSPHRASE } from './helpers/backend.ts'
import { addFile, bytesOf, fetchEvidence, filesIn, sealedIn } from './helpers/evidence.ts'
import { exchange, handOver, openEnrolled, openJudged, openOffice } from './helpers/office.ts'
import { phonePhoto, PLAIN_JPEG, PLAIN_PNG } from './helpers/picture.ts'

async function openVisit() {
  const laptop = await openLaptop()
  return { laptop, inspection: await newInspection(laptop) }
}

test('a photo is kept without its place, and nothing of it lies on the disk in the clear', async () => {
  const { laptop, inspection } = await openVisit()
  const { id, removed } = await addFile(laptop, inspection, phonePhoto(), 'Roos de Wit thuis.JPG')
  expect(removed).toBe('place')
  const bytes = await bytesOf(laptop, inspection, id)
  expect(bytes.includes('GPS') || bytes.includes('PhoneX9')).toBe(false)
  expect(await laptop.api.evidence.list({ inspection })).toMatchObject([{
    label: 'F1', type: 'image/jpeg', size: bytes.length, takenAt: '2016-05-03T14:05', rotation: 0, here: true, derivedFrom: null, scanOf: null, links: 0, twin: null,
  }])
  expect((await laptop.api.evidence.get({ inspection, evidence: id })).fields.file.value).toMatchObject({ extension: 'jpg', removed: 'place' })
  const scan = PLAIN_JPEG.subarray(-60)
  expect(bytes.subarray(-60)).toEqual(scan)
  laptop.close()
  for (const [path, kept] of filesIn(laptop.home)) {
    expect(kept.includes(scan) || kept.includes('Roos') || path.includes('Roos') || path.includes('.jpg')).toBe(false)
  }
})

test('the same file twice is one file; an edited version stands beside what it was made from', async () => {
  const { laptop, inspection } = await openVisit()
  const first = await addFile(laptop, inspection, phonePhoto())
  expect(await addFile(laptop, inspection, phonePhoto(), 'kopie.jpeg')).toMatchObject({ id: first.id, label: 'F1', known: true })
  expect(sealedIn(laptop)).toHaveLength(1)
  const file = join(openTestFolder(), 'bijgesneden.png')
  writeFileSync(file, PLAIN_PNG)
  const cut = await laptop.api.evidence.add({ inspection, file, derivedFrom: first.id, scanOf: null })
  await answer(laptop, at(inspection, 'evidence', first.id, 'rotation'), 90 as unknown as object)
  await answer(laptop, at(inspection, 'evidence', first.id, 'caption'), 'De wachtruimte')
  for (const expectation of ['1.1.1', '2.1.1']) await answer(laptop, at(inspection, 'link', linkIdOf(first.id, expectation), 'linked'), true as unknown as object)
  expect(await laptop.api.evidence.list({ inspection })).toMatchObject([
    { label: 'F1', rotation: 90, caption: 'De wachtruimte', links: 2 }, { id: cut.id, label: 'F2', derivedFrom: first.id, type: 'image/png' },
  ])
  await expect(answer(laptop, at(inspection, 'evidence', first.id, 'rotation'), 45 as unknown as object)).rejects.toThrow('value-invalid')
})

test('the page brings a file, and gets a handle that is good once', async () => {
  const { laptop, inspection } = await openVisit()
  const bring = (rest: string, body: Buffer) =>
    laptop.backend.evidence({ method: 'POST', rest, range: null, name: 'plakbord.png', body: (async function* () { yield body })() })
  const { value } = await (await bring(inspection, PLAIN_PNG)).json() as { value: { handle: string } }
  expect(await laptop.api.evidence.add({ inspection, file: value.handle, derivedFrom: null, scanOf: null })).toMatchObject({ label: 'F1', known: false })
  await expect(laptop.api.evidence.add({ inspection, file: value.handle, derivedFrom: null, scanOf: null })).rejects.toThrow('file-unreadable')
  expect(await (await bring(inspection, PLAIN_JPEG.subarray(0, 30))).json()).toMatchObject({ ok: false, failure: { code: 'picture-unreadable' } })
  expect((await bring('../keyring.json', PLAIN_PNG)).status).toBe(404)
  expect((await (await bring('00000000-0000-4000-8000-000000000009', PLAIN_PNG)).json()) as object).toMatchObject({ ok: false })
  expect(sealedIn(laptop)).toHaveLength(1)
})

test('what the page is given can do nothing, and only as long as the workspace is open', async () => {
  const { laptop, inspection } = await openVisit()
  const kinds = [['IMG.JPG', PLAIN_JPEG, 'image/jpeg'], ['foto.jpg', Buffer.from('<script>alert(1)</script>'), 'application/octet-stream'],
    ['plan.pdf', Buffer.from('%PDF-1.7 x'), 'application/octet-stream'], ['a.svg', Buffer.from('<svg onload="x"/>'), 'application/octet-stream']] as const
  let handle: string | null = null
  for (const [name, bytes, type] of kinds) {
    const { id } = await addFile(laptop, inspection, bytes, name)
    handle = (await laptop.api.evidence.view({ inspection, evidence: id })).handle
    const { status, headers } = await fetchEvidence(laptop, handle)
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': type, 'content-security-policy': `sandbox; default-src 'none'`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
    })
    expect(headers['content-disposition']).toBe(type === 'image/jpeg' ? undefined : 'attachment')
  }
  for (const wrong of ['', 'x', '../workspace.db', inspection]) expect((await fetchEvidence(laptop, wrong)).status).toBe(404)
  await laptop.api.workspace.lock({})
  expect((await fetchEvidence(laptop, handle)).status).toBe(404)
  await laptop.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect((await fetchEvidence(laptop, handle)).status).toBe(404)
})

test('any part of a sealed file is that part of what went in', async () => {
  const { laptop, inspection } = await openVisit()
  const CHUNK = 65_536
  for (const size of [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 77]) {
    const bytes = randomBytes(size)
    const { id } = await addFile(laptop, inspection, bytes, 'x.bin')
    const { handle } = await laptop.api.evidence.view({ inspection, evidence: id })
    expect((await fetchEvidence(laptop, handle)).bytes).toEqual(bytes)
    await fc.assert(fc.asyncProperty(fc.nat(size + 10), fc.nat(size + 10), async (from, to) => {
      const { status, bytes: part, headers } = await fetchEvidence(laptop, handle, `bytes=${from}-${to}`)
      expect(status).toBe(to < from ? 200 : from >= size ? 416 : 206)
      if (status !== 206) return
      expect(part).toEqual(bytes.subarray(from, to + 1))
      expect(headers['content-range']).toBe(`bytes ${from}-${Math.min(to, size - 1)}/${size}`)
    }), { numRuns: 15 })
    if (size > 0) expect((await fetchEvidence(laptop, handle, 'bytes=-1')).bytes).toEqual(bytes.subarray(-1))
  }
})

test('a sealed file that was shortened, lengthened or altered is seen, also by who reads a part', async () => {
  const { laptop, inspection } = await openVisit()
  await addFile(laptop, inspection, randomBytes(200_000), 'x.bin')
  const [stored] = listFiles(laptop.db())
  const path = join(laptop.home, 'werk', 'evidence', stored!.file)
  const good = readFileSync(path)
  const read = async () => {
    for await (const _ of openEvidence(laptop.context(), stored!, { from: 0, to: 10 })) { /* only whether it can be read */ }
  }
  const cut = 36 + 2 * (65_536 + 16)
  for (const bad of [good.subarray(0, cut), Buffer.concat([good, good.subarray(-16)]), Buffer.concat([good.subarray(0, 50), Buffer.from([good[50]! ^ 1]), good.subarray(51)])]) {
    writeFileSync(path, bad)
    await expect(read()).rejects.toThrow('file-damaged')
  }
  writeFileSync(path, good)
  await read()
})

test('evidence travels between two laptops and the office, byte for byte, each under its own key', async () => {
  const office = await openOffice()
  const { laptop: ours, first: inspection } = await openJudged(office)
  const theirs = await openEnrolled(office, 'B. Visser')
  const kept = new Map<string, Buffer>()
  await fc.assert(fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 3_000 }), { maxLength: 3 }), fc.nat(140_000), async (small, large) => {
    for (const bytes of [...small.map((one) => Buffer.from(one)), randomBytes(large)]) {
      const { id } = await addFile(ours, inspection, bytes, 'x.bin')
      kept.set(id, await bytesOf(ours, inspection, id))
      expect(kept.get(id)).toEqual(bytes)
    }
    expect(await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })).toMatchObject([{ failure: null }])
    for (const [id, bytes] of kept) expect(await bytesOf(theirs, inspection, id)).toEqual(bytes)
  }), { numRuns: 4 })
  const photo = await addFile(theirs, inspection, phonePhoto())
  await answer(theirs, at(inspection, 'evidence', photo.id, 'shows'), 'nobody')
  await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  const before = listFiles(office.db())
  expect(await office.api.bundle.import({ files: [await handOver(ours, inspection)] })).toMatchObject([{ state: 'new' }])
  const shown = await office.api.evidence.list({ inspection })
  expect(shown).toHaveLength(new Set([...kept.values()].map(String)).size + 1)
  expect(shown.every(({ here }) => here)).toBe(true)
  for (const [id, bytes] of kept) expect(await bytesOf(office, inspection, id)).toEqual(bytes)
  expect(before).toEqual([])
  const names = [ours, theirs, office].map((one) => new Set(sealedIn(one)))
  expect([...names[0]!].filter((name) => names[1]!.has(name) || names[2]!.has(name))).toEqual([])
})

test('bytes that are gone are told as missing, keep a hand-over back, and come again with a bundle that has them', async () => {
  const office = await openOffice()
  const { laptop: ours, first: inspection } = await openJudged(office)
  const theirs = await openEnrolled(office, 'B. Visser')
  const { id } = await addFile(ours, inspection, phonePhoto())
  await answer(ours, at(inspection, 'evidence', id, 'shows'), 'nobody')
  const whole = await exchange(ours, inspection)
  await theirs.api.bundle.import({ files: [whole] })
  rmSync(join(theirs.home, 'werk', 'evidence'), { recursive: true })
  expect(await theirs.api.evidence.list({ inspection })).toMatchObject([{ id, here: false }])
  expect(await theirs.api.evidence.view({ inspection, evidence: id })).toMatchObject({ handle: null })
  expect(await theirs.api.bundle.gates({ inspection })).toMatchObject([{ code: 'missing-evidence', blocks: true, items: [id] }])
  await expect(handOver(theirs, inspection)).rejects.toThrow('hand-over-blocked')
  expect(await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })).toMatchObject([{ failure: null }])
  expect(await theirs.api.bundle.import({ files: [whole] })).toMatchObject([{ state: 'known' }])
  expect(await theirs.api.evidence.list({ inspection })).toMatchObject([{ id, here: true }])
  expect(await theirs.api.bundle.gates({ inspection })).toEqual([])
})

test('erased evidence is gone here and there, with a record, and does not come back', async () => {
  const office = await openOffice()
  const { laptop: ours, first: inspection } = await openJudged(office)
  const { id } = await addFile(ours, inspection, phonePhoto())
  const other = await addFile(ours, inspection, PLAIN_PNG, 'b.png')
  await answer(ours, at(inspection, 'evidence', id, 'caption'), 'Kindertekening met zonnebloem')
  for (const one of [id, other.id]) await answer(ours, at(inspection, 'evidence', one, 'shows'), 'nobody')
  const before = await handOver(ours, inspection)
  await office.api.bundle.import({ files: [before] })
  await ours.api.evidence.erase({ inspection, evidence: id, reason: 'Er staat een kind op.' })
  expect(sealedIn(ours)).toHaveLength(1)
  expect(listAudit(ours.db(), inspection).map(({ body }) => JSON.parse(body).what)).toEqual(expect.arrayContaining(['erase', 'evidence-deleted']))
  expect(await ours.api.evidence.list({ inspection })).toMatchObject([{ id: other.id }])
  await expect(ours.api.evidence.view({ inspection, evidence: id })).rejects.toThrow('not-found')
  expect(ours.db().serialize().includes('zonnebloem')).toBe(false)
  const after = await handOver(ours, inspection)
  expect(readFileSync(after).includes(PLAIN_JPEG.subarray(-60))).toBe(false)
  for (const file of [after, before]) await office.api.bundle.import({ files: [file] })
  expect(sealedIn(office)).toHaveLength(1)
  expect(await office.api.evidence.list({ inspection })).toMatchObject([{ id: other.id, here: true }])
})

test('saving writes the bytes outside, and that it was done is written down', async () => {
  const { laptop, inspection } = await openVisit()
  const { id } = await addFile(laptop, inspection, Buffer.from('%PDF-1.7 plan'), 'plan.pdf')
  const file = join(openTestFolder(), 'plan.pdf')
  expect(await laptop.api.evidence.save({ inspection, evidence: id, file })).toEqual({ size: 13 })
  expect(readFileSync(file, 'latin1')).toBe('%PDF-1.7 plan')
  expect(listAudit(laptop.db(), inspection).map(({ body }) => JSON.parse(body)).at(-1)).toMatchObject({ what: 'evidence-saved', reference: id })
})

test('when the disk is full nothing is taken in, no part of a file stays, and it is said in words', async () => {
  const { laptop, inspection } = await openVisit()
  laptop.close()
  const file = join(openTestFolder(), 'film.bin')
  const BLOCK = 1024
  for (const size of [3_000 * BLOCK, 2_049 * BLOCK]) { // the second fails only in its last piece
    writeFileSync(file, randomBytes(size))
    const child = [process.execPath, 'test/helpers/full-disk.ts', laptop.home, inspection, file, PASSPHRASE]
    const { stdout } = spawnSync('bash', ['-c', 'ulimit -f 2048; exec "$@"', 'bash', ...child], { encoding: 'utf8' })
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, failure: { code: 'disk-full' } })
    expect(sealedIn(laptop)).toEqual([])
  }
  await laptop.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(await laptop.api.evidence.list({ inspection })).toEqual([])
  expect(await laptop.api.doctor.check({})).toMatchObject({ good: true })
})

test('at unlock, what nothing names is put aside after a day, and what was never whole is thrown away', async () => {
  const { laptop, inspection } = await openVisit()
  await addFile(laptop, inspection, PLAIN_JPEG)
  laptop.close()
  const folder = join(laptop.home, 'werk', 'evidence')
  const [named] = readdirSync(folder)
  for (const name of ['oud', 'vers', 'half.part']) writeFileSync(join(folder, name), 'x')
  const clock = Date.parse(laptop.host.now()) / 1000
  for (const name of ['oud', 'half.part', named!]) utimesSync(join(folder, name), clock - 100_000, clock - 100_000)
  utimesSync(join(folder, 'vers'), clock, clock)
  await laptop.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(readdirSync(folder).sort()).toEqual([named!, 'orphans', 'vers'].sort())
  expect(readdirSync(join(folder, 'orphans'))).toEqual(['oud'])
})

test('without the key of the inspection its evidence is lost, also to who has the workspace', async () => {
  const { laptop, inspection } = await openVisit()
  const { id } = await addFile(laptop, inspection, PLAIN_JPEG)
  const { handle } = await laptop.api.evidence.view({ inspection, evidence: id })
  const keys = join(laptop.home, 'werk', 'keys')
  expect(readdirSync(keys).sort()).toEqual([`${inspection}.copy.json`, `${inspection}.json`])
  rmSync(join(keys, `${inspection}.json`))
  expect((await fetchEvidence(laptop, handle)).bytes).toEqual(PLAIN_JPEG)
  rmSync(keys, { recursive: true })
  await expect(fetchEvidence(laptop, handle)).rejects.toThrow('file-damaged')
})
