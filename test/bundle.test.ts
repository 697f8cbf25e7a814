import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { firstBrokenAudit, listChains } from '../electron/db/audit.ts'
import { listRoots } from '../electron/features/enrolment/repository.ts'
import { answer, lookAt, newInspection, openLaptop, openMachine, openTestFolder, PASSPHRASE, rate, ratingAt, rationaleAt } from './helpers/backend.ts'
import { enrol, exchange, handOver, openEnrolled, openJudged, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

test('an inspection that is handed over arrives at the office as it was, with a receipt that comes back', async () => {
  const office = await openOffice()
  const { laptop, first, retest } = await openJudged(office)
  expect(await laptop.api.bundle.gates({ inspection: retest })).toEqual([])
  const files = [await handOver(laptop, retest, 'b.veldtoets'), await handOver(laptop, first, 'a.veldtoets')]

  const preview = await office.api.bundle.preview({ files })
  expect(preview).toMatchObject([{ file: 'b.veldtoets', state: 'new', failure: null }, { file: 'a.veldtoets', state: 'new', failure: null }])
  expect(preview[0]!.contents).toMatchObject({ organisation: 'Veilig Thuis Drenthe', purpose: 'handover', signers: [{ name: 'A. Bakker', role: 'inspector' }] })
  expect(await office.api.inspection.list({})).toEqual([])

  expect(await office.api.bundle.import({ files })).toEqual(preview)
  const [there, here] = [await office.api.inspection.list({}), await laptop.api.inspection.list({})]
  expect(there.map(({ status }) => status)).toEqual(['received', 'received'])
  expect(there.map(({ status: _, ...rest }) => rest)).toEqual(here.map(({ status: _, ...rest }) => rest))
  expect((await office.api.comparison.get({ inspection: retest }))!.comparison.improved).toHaveLength(10)
  expect(await office.api.verdict.get({ inspection: retest })).toMatchObject({ told: { verdict: { met: 18, assessed: 24, outcome: 'niet-voldoende' } } })

  const receipt = join(openTestFolder(), 'a.veldreceipt')
  const { manifest } = preview[0]!.contents!
  const { receivedAt } = await office.api.bundle.writeReceipt({ manifest, file: receipt })
  expect((await laptop.api.inspection.list({})).map(({ status }) => status)).toEqual(['exported', 'exported'])
  expect(await laptop.api.bundle.readReceipts({ files: [receipt] })).toEqual([{ file: 'a.veldreceipt', manifest, receivedAt, failure: null }])
  expect((await laptop.api.inspection.list({})).find(({ id }) => id === retest)).toMatchObject({ status: 'received' })
})

test('importing again changes nothing, and the order does not matter', async () => {
  const office = await openOffice()
  const { laptop, first, retest } = await openJudged(office)
  const files = [await handOver(laptop, first), await handOver(laptop, retest)]
  await office.api.bundle.import({ files })
  const before = await office.api.inspection.list({})
  const again = await office.api.bundle.import({ files: files.toReversed() })
  expect(again.map(({ state, added }) => [state, added])).toEqual([['known', 0], ['known', 0]])
  expect(await office.api.inspection.list({})).toEqual(before)

  const other = await openOffice()
  const stranger = await other.api.bundle.import({ files })
  expect(stranger.map(({ failure }) => failure?.code)).toEqual(['certificate-not-from-office', 'certificate-not-from-office'])
  expect(await other.api.inspection.list({})).toEqual([])
})

test('a retest that travels alone brings its earlier round along as context', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  await office.api.bundle.import({ files: [await handOver(laptop, retest)] })
  expect(await office.api.inspection.list({})).toMatchObject([{ id: retest }])
  const compared = await office.api.comparison.get({ inspection: retest })
  expect(compared).toEqual(await laptop.api.comparison.get({ inspection: retest }))
  expect((await office.api.finding.get({ inspection: retest, expectation: '1.1.1' })).earlier).toMatchObject({ rating: '-' })
})

test('what is changed after a hand-over is a draft again, and the next hand-over names the one that it replaces', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const one = await handOver(laptop, first)
  await rate(laptop, first, '1.1.1', '+')
  expect((await laptop.api.inspection.list({})).find(({ id }) => id === first)).toMatchObject({ status: 'draft' })
  const two = await handOver(laptop, first)
  const [second, earlier] = await laptop.api.bundle.list({ inspection: first })
  expect([earlier!.sequence, second!.sequence]).toEqual([1, 2])
  expect(await office.api.bundle.import({ files: [two, one] })).toMatchObject([{ state: 'new' }, { state: 'new', added: 0 }])
  expect(await office.api.inspection.list({})).toMatchObject([{ status: 'received', counts: { met: 9 } }])
})

test('two inspectors exchange unfinished work; what differs is kept, shown and settled, and then both know the same', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  expect(await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })).toMatchObject([{ state: 'new' }])
  await rate(ours, inspection, '1.1.1', '+')
  await rate(theirs, inspection, '1.1.1', '-')
  await answer(theirs, rationaleAt(inspection, '1.1.1'), 'Niet bereikbaar in het weekend.')
  const [arrival] = await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  expect(arrival).toMatchObject({ state: 'new', added: 2, differences: 1 })

  await expect(handOver(ours, inspection)).rejects.toThrow('hand-over-blocked')
  expect((await ours.api.bundle.gates({ inspection }))[0]).toMatchObject({ code: 'differences', blocks: true, items: ['finding/1.1.1/rating'] })
  const { seen } = await lookAt(ours, ratingAt(inspection, '1.1.1'))
  await ours.api.field.settle({ ...ratingAt(inspection, '1.1.1'), value: '-', reason: 'Samen gebeld.', seen })
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  const hashes = await Promise.all([ours, theirs].map(async ({ api }) => (await api.inspection.list({}))[0]!.stateHash))
  expect(hashes[0]).toBe(hashes[1])
  for (const { db } of [ours, theirs]) for (const chain of listChains(db())) expect(firstBrokenAudit(db(), chain)).toBeNull()
})

test('a bundle that builds on one that is not here waits for it, and follows by itself', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  const first = await exchange(ours, inspection)
  await theirs.api.bundle.import({ files: [first] })
  const back = await exchange(theirs, inspection)
  await ours.api.bundle.import({ files: [back] })
  const { manifest } = (await ours.api.bundle.list({ inspection })).find(({ direction }) => direction === 'received')!
  await rate(ours, inspection, '1.1.1', '+')
  const increment = await exchange(ours, inspection, manifest)
  const late = await openEnrolled(office, 'C. Smit')
  expect(await late.api.bundle.import({ files: [increment] })).toMatchObject([{ state: 'waiting', added: 0 }])
  expect(await late.api.inspection.list({})).toEqual([])
  expect(await late.api.bundle.list({ inspection: null })).toMatchObject([{ state: 'waiting' }])
  await late.api.bundle.import({ files: [first] })
  expect(await lookAt(late, ratingAt(inspection, '1.1.1'))).toMatchObject({ value: '+' })
  expect((await late.api.bundle.list({ inspection })).map(({ state }) => state)).toEqual(['accepted', 'accepted'])
  expect(readdirSync(join(late.home, 'werk', 'staging'))).toEqual([])
})

test('who has no certificate can neither hand over nor import, and says so', async () => {
  const laptop = await openLaptop()
  const inspection = await newInspection(laptop)
  const file = join(openTestFolder(), 'x.veldtoets')
  await expect(laptop.api.bundle.exchange({ inspection, file, buildsOn: null })).rejects.toThrow('not-enrolled')
  expect(existsSync(file)).toBe(false)
  expect(await laptop.api.bundle.gates({ inspection })).toContainEqual({ code: 'not-enrolled', blocks: true, count: 1, items: [] })
  const office = await openOffice()
  const judged = await openJudged(office)
  const [arrival] = await laptop.api.bundle.import({ files: [await handOver(judged.laptop, judged.first)] })
  expect(arrival).toMatchObject({ state: 'refused', failure: { code: 'not-enrolled' } })
})

test('among good files a damaged one, one that is something else and one that is gone are refused alone', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const good = await handOver(laptop, first)
  const folder = openTestFolder()
  const [cut, other, gone] = [join(folder, 'cut.veldtoets'), join(folder, 'brief.veldtoets'), join(folder, 'weg.veldtoets')]
  const bytes = readFileSync(good)
  writeFileSync(cut, bytes.subarray(0, bytes.length * 0.9))
  writeFileSync(other, '%PDF-1.7 geen inspectie')
  mkdirSync(join(folder, 'map.veldtoets'))
  const files = [cut, other, gone, join(folder, 'map.veldtoets'), good]
  const arrivals = await office.api.bundle.import({ files })
  expect(arrivals.map(({ state, failure }) => failure?.code ?? state)).toEqual(['truncated', 'not-a-bundle', 'file-unreadable', 'not-a-regular-file', 'new'])
  expect(await office.api.inspection.list({})).toHaveLength(1)
})

test('a value that its author erased is erased at the office too, and nobody brings it back', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  await answer(laptop, rationaleAt(first, '2.1.1'), 'Het meisje heet Roos de Wit.')
  const { change: named, at, start, end } = (await laptop.api.privacy.list({ inspection: first }))[0]!
  await laptop.api.privacy.allow({ inspection: first, change: named, at, start, end, decision: 'noPerson', reason: null })
  const before = await handOver(laptop, first)
  await office.api.bundle.import({ files: [before] })
  const [change] = (await lookAt(laptop, rationaleAt(first, '2.1.1'))).seen
  await laptop.api.field.erase({ change: change!, reason: 'Naam van een kind.' })
  const after = await handOver(laptop, first)
  expect(readFileSync(after).includes('Roos de Wit')).toBe(false)
  expect(await office.api.bundle.import({ files: [after] })).toMatchObject([{ state: 'new' }])
  expect(await lookAt(office, rationaleAt(first, '2.1.1'))).toMatchObject({ value: null, heads: [{ erased: true }] })
  expect(office.db().serialize().includes('Roos de Wit')).toBe(false)
  await office.api.bundle.import({ files: [before] })
  expect(await lookAt(office, rationaleAt(first, '2.1.1'))).toMatchObject({ value: null, heads: [{ erased: true }] })
})

test('a colleague who erases what someone else wrote answers for the gap, and the author\'s own copy stays', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  await answer(ours, rationaleAt(inspection, '1.1.1'), 'Van A.')
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  const [change] = (await lookAt(theirs, rationaleAt(inspection, '1.1.1'))).seen
  await theirs.api.field.erase({ change: change!, reason: 'Herleidbaar.' })
  expect(await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })).toMatchObject([{ failure: null }])
  expect(await lookAt(ours, rationaleAt(inspection, '1.1.1'))).toMatchObject({ value: 'Van A.' })
})

test('words that differ, a pass for someone else and an office that is another are refused', async () => {
  const [office, other] = [await openOffice(), await openOffice()]
  const [ours, theirs] = [await openLaptop(), await openLaptop('B. Visser')]
  const folder = openTestFolder()
  const [request, pass] = [join(folder, 'a.veldrequest'), join(folder, 'a.veldpass')]
  const { words } = await ours.api.enrolment.request({ file: request })
  expect(await office.api.enrolment.readRequest({ file: request })).toMatchObject({ words, person: { name: 'A. Bakker' } })
  const grant = { request, words, rootPassphrase: 'een andere zin dan de juiste', file: pass }
  await expect(office.api.enrolment.grant({ ...grant, words: words.toReversed() })).rejects.toThrow('words-differ')
  await expect(office.api.enrolment.grant(grant)).rejects.toThrow('passphrase-wrong')
  await expect(theirs.api.enrolment.grant(grant)).rejects.toThrow('office-only')
  expect(existsSync(pass)).toBe(false)
  await enrol(ours, office)
  await expect(enrol(ours, other)).rejects.toThrow('root-changed')
  expect(await ours.api.enrolment.status({})).toMatchObject({ words, pass: { office: 'Landelijk toezicht jeugd', daysLeft: 364 } })

  const theirRequest = join(folder, 'b.veldrequest')
  await theirs.api.enrolment.request({ file: theirRequest })
  const { words: theirWords } = await office.api.enrolment.readRequest({ file: theirRequest })
  await office.api.enrolment.grant({ request: theirRequest, words: theirWords, rootPassphrase: 'de wortel ligt in de kluis van het bureau', file: pass })
  await expect(ours.api.enrolment.readPass({ file: pass })).rejects.toThrow('pass-not-mine')
  expect(await office.api.enrolment.certificates({})).toHaveLength(3)
})

test('without a workspace a bundle is verified, and said so when nobody vouches for who signed', async () => {
  const office = await openOffice()
  const { laptop, retest } = await openJudged(office)
  const file = await handOver(laptop, retest)
  const root = join(openTestFolder(), 'root.pem')
  await office.api.enrolment.exportRoot({ file: root })
  const { api } = openMachine()
  expect(await api.bundle.verify({ file, root })).toMatchObject({ verified: true, rootChecked: true, contents: { inspection: retest } })
  expect(await api.bundle.verify({ file, root: null })).toMatchObject({ verified: true, rootChecked: false })
  const altered = join(openTestFolder(), 'x.veldtoets')
  copyFileSync(file, altered)
  const bytes = readFileSync(altered)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(altered, bytes)
  expect(await api.bundle.verify({ file: altered, root })).toMatchObject({ verified: false, contents: null })
})

test('an import that is cancelled leaves the rest as it was', async () => {
  const office = await openOffice()
  const { laptop, first, retest } = await openJudged(office)
  const files = [await handOver(laptop, first), await handOver(laptop, retest)]
  const stop = new AbortController()
  const outcome = await office.send('bundle.import', { files }, { signal: stop.signal, onProgress: () => stop.abort() })
  expect(outcome).toMatchObject({ ok: true, value: [{ state: 'new' }, { state: 'refused', failure: { code: 'cancelled' } }] })
  expect(await office.api.inspection.list({})).toMatchObject([{ id: first }])
})

test('a pass that is read in again later does not bring an older revocation list back', async () => {
  const office = await openOffice()
  const laptop = await openLaptop()
  const folder = openTestFolder()
  const [request, older, newer] = ['a.veldrequest', '1.veldpass', '2.veldpass'].map((name) => join(folder, name)) as [string, string, string]
  const { words } = await laptop.api.enrolment.request({ file: request })
  for (const file of [older, newer]) await office.api.enrolment.grant({ request, words, rootPassphrase: ROOT_PASSPHRASE, file })
  const { rootWords } = await laptop.api.enrolment.readPass({ file: newer })
  await laptop.api.enrolment.acceptPass({ file: newer, rootWords })
  const crl = listRoots(laptop.db())[0]!.crl
  await expect(laptop.api.enrolment.acceptPass({ file: older, rootWords })).rejects.toThrow('pass-older')
  expect(listRoots(laptop.db())).toMatchObject([{ crl }])
})

test('the work of before a backup was put back can be handed over', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const { name } = await laptop.api.doctor.backup({})
  await laptop.api.workspace.lock({})
  const place = { folder: 'werk', passphrase: PASSPHRASE }
  await laptop.api.doctor.restore({ ...place, name })
  await laptop.api.workspace.unlock(place)
  expect(await office.api.bundle.import({ files: [await handOver(laptop, first)] })).toMatchObject([{ state: 'new', failure: null }])
  await rate(laptop, first, '1.1.1', '+')
  expect(await office.api.bundle.import({ files: [await handOver(laptop, first)] })).toMatchObject([{ state: 'new', failure: null }])
})
