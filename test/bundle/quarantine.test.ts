import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeReceipt, readReceipt } from '../../electron/crypto/enrolment.ts'
import { listAudit } from '../../electron/db/audit.ts'
import { judgeExample } from '../../electron/example.ts'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { apartOf } from '../../electron/features/bundle/quarantine.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import { findPass, getRoot, listRoots } from '../../electron/features/enrolment/repository.ts'
import type { BundleHeader } from '../../shared/domain/bundle.ts'
import { answer, at, type Laptop, lookAt, newInspection, openMachine, openTestFolder, PASSPHRASE, rate, ratingAt } from '../helpers/backend.ts'
import { exchange, handOver, openEnrolled, openJudged, openOffice } from '../helpers/office.ts'

/** Two colleagues and what one of them has begun. */
async function openColleagues() {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  return { office, ours, theirs, inspection }
}

const importInto = async ({ api }: Laptop, ...files: string[]) => api.bundle.import({ files })

/** The same workspace once more, as a disk image puts it back on another machine. */
async function copyOf(laptop: Laptop) {
  const { path } = laptop.context()
  await laptop.api.workspace.lock({})
  const home = openTestFolder()
  cpSync(path, join(home, 'werk'), { recursive: true })
  const copy = openMachine(home)
  for (const { api } of [laptop, copy]) await api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  return copy
}

/** The same bundle under another header, signed by who holds the key: what an altered program could write. */
async function resealed(laptop: Laptop, file: string, alter: Partial<BundleHeader>): Promise<string> {
  const bundle = await openBundle(file, { roots: [], at: laptop.host.now(), crls: [] })
  const members = await Promise.all(bundle.names.filter((name) => name.startsWith('data/')).map(async (name) => ({ name, content: await bundle.read(name) })))
  await bundle.close()
  const { keys, db } = laptop.context()
  const { kid } = keys.signing()!
  const { signers: _signers, ...header } = bundle.header
  const path = join(openTestFolder(), 'vals.veldtoets')
  const signer = { kid, role: 'inspector' as const, statement: 'Dit is het.', time: header.madeAt, counter: 0, certificate: findPass(db, kid)!.certificate, sign: (bytes: Buffer) => keys.sign(bytes) }
  await sealBundle({ header: { ...header, ...alter }, members, signers: [signer], devices: [...bundle.devices.values()], path })
  return path
}

test('what was signed with a certificate that has expired since is kept apart, counts for nothing, and can be put away with a reason', async () => {
  const { ours, theirs, inspection } = await openColleagues()
  const file = await exchange(ours, inspection)
  theirs.pass(370)
  expect(await theirs.api.bundle.preview({ files: [file] })).toMatchObject([{ state: 'quarantined', failure: { code: 'certificate-expired' }, contents: { organisation: 'Veilig Thuis Drenthe' } }])
  expect(await theirs.api.bundle.quarantine({})).toEqual([])
  expect(await importInto(theirs, file)).toMatchObject([{ state: 'quarantined', failure: { code: 'certificate-expired' } }])
  expect(await importInto(theirs, file)).toMatchObject([{ state: 'quarantined' }])
  const [apart, ...more] = await theirs.api.bundle.quarantine({})
  expect(more).toEqual([])
  expect(apart).toMatchObject({ contents: { purpose: 'exchange', signers: [{ name: 'A. Bakker' }] }, failure: { code: 'certificate-expired' }, putAway: null })
  expect([await theirs.api.inspection.list({}), await theirs.api.bundle.list({ inspection: null })]).toEqual([[], []])
  const sealed = apartOf(theirs.context(), apart!.manifest)
  expect(readFileSync(sealed).includes('Drenthe')).toBe(false)

  expect(await theirs.api.bundle.tryAgain({ manifests: [apart!.manifest] })).toMatchObject([{ state: 'quarantined', failure: { code: 'certificate-expired' } }])
  await theirs.api.bundle.putAway({ manifest: apart!.manifest, reason: 'Opnieuw ondertekend en ontvangen.' })
  await importInto(theirs, file)
  expect(await theirs.api.bundle.quarantine({})).toMatchObject([{ putAway: { by: 'B. Visser', reason: 'Opnieuw ondertekend en ontvangen.' } }])
  expect(existsSync(sealed)).toBe(true)
  const told = listAudit(theirs.db(), theirs.context().keys.workspace).map(({ body }) => JSON.parse(body)).filter(({ reference }) => reference === apart!.manifest)
  expect(told.map(({ what }) => what)).toEqual(['quarantine-certificate-expired', 'quarantine-put-away'])
})

test('a certificate that is yet to begin by the clock of here keeps a bundle apart until that clock is right', async () => {
  const { ours, theirs, inspection } = await openColleagues()
  const file = await exchange(ours, inspection)
  theirs.pass(-30)
  expect(await importInto(theirs, file)).toMatchObject([{ state: 'quarantined', failure: { code: 'certificate-not-yet-valid' } }])
  theirs.pass(30)
  const { manifest } = (await theirs.api.bundle.quarantine({}))[0]!
  expect(await theirs.api.bundle.tryAgain({ manifests: [manifest] })).toMatchObject([{ state: 'new', failure: null }])
  expect(await theirs.api.bundle.quarantine({})).toEqual([])
  expect(existsSync(apartOf(theirs.context(), manifest))).toBe(false)
  expect(await theirs.api.inspection.list({})).toHaveLength(1)
})

test('what came in in time stays known after its certificates have expired', async () => {
  const { ours, theirs, inspection } = await openColleagues()
  const file = await exchange(ours, inspection)
  await importInto(theirs, file)
  theirs.pass(370)
  expect(await importInto(theirs, file)).toMatchObject([{ state: 'known', added: 0, failure: null }])
  expect(await theirs.api.bundle.quarantine({})).toEqual([])
})

test.each([['with other answers', 'counter-reused'], ['with nothing new', 'log-forked']])('of a workspace that was copied the second is kept apart, and whose it is is told: %s', async (_, code) => {
  const { ours, theirs, inspection } = await openColleagues()
  const copy = await copyOf(ours)
  if (code === 'counter-reused') {
    await rate(ours, inspection, '1.1.1', '+')
    await rate(copy, inspection, '1.1.1', '-')
  }
  const [one, other] = [await exchange(ours, inspection), await exchange(copy, inspection)]
  expect(await importInto(theirs, one)).toMatchObject([{ state: 'new' }])
  const before = await theirs.api.inspection.list({})
  expect(await theirs.api.bundle.preview({ files: [other] })).toMatchObject([{ state: 'quarantined', failure: { code } }])
  expect(await importInto(theirs, other)).toMatchObject([{ state: 'quarantined', failure: { code } }])
  expect(await theirs.api.bundle.quarantine({})).toMatchObject([{ writer: 'A. Bakker', failure: { code } }])
  expect(await theirs.api.inspection.list({})).toEqual(before)
})

test('the same bundle id with other contents, and two bundles of one device that do not follow each other, are kept apart', async () => {
  const { ours, theirs, inspection } = await openColleagues()
  const first = await exchange(ours, inspection)
  const twin = await resealed(ours, first, { madeAt: '2026-01-05T12:00:00.000Z' })
  const rival = await resealed(ours, first, { bundleId: '0198c0de-0000-7000-8000-00000000beef', madeAt: '2026-01-05T12:00:00.000Z' })
  const strayed = await resealed(ours, first, { bundleId: '0198c0de-0000-7000-8000-00000000dead', sequence: 2, previousBundle: { sha256: 'a'.repeat(64) } })
  expect(await importInto(theirs, first, twin, rival, strayed)).toMatchObject([
    { state: 'new' }, ...Array.from({ length: 3 }, () => ({ state: 'quarantined', failure: { code: 'bundle-forked' } })),
  ])
  expect(await theirs.api.bundle.list({ inspection })).toHaveLength(1)
  expect(await theirs.api.bundle.quarantine({})).toHaveLength(3)
  await rate(ours, inspection, '1.1.1', '+')
  expect(await importInto(theirs, await exchange(ours, inspection))).toMatchObject([{ state: 'new', added: 1, warnings: [] }])
})

test('of a hand-over that an office keeps apart its bytes lie there once, and nowhere else', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const file = await handOver(laptop, first)
  const twin = await resealed(laptop, file, { madeAt: '2026-01-05T12:00:00.000Z' })
  expect(await importInto(office, file, twin)).toMatchObject([{ state: 'new' }, { state: 'quarantined', failure: { code: 'bundle-forked' } }])
  const [good, apart] = [(await office.api.bundle.list({ inspection: first }))[0]!.manifest, (await office.api.bundle.quarantine({}))[0]!.manifest]
  expect(readdirSync(join(office.context().path, 'bundles')).sort()).toEqual([`${good}.sealed`, `${apart}.quarantined`].sort())
})

test('a second file under one number is no fork where the audit chain tells of both, as after a crash between writing and entering', async () => {
  const { ours, theirs, inspection } = await openColleagues()
  const lost = await exchange(ours, inspection)
  ours.db().prepare('DELETE FROM bundle').run()
  await rate(ours, inspection, '1.1.1', '+')
  const [second, third] = [await exchange(ours, inspection), await exchange(ours, inspection)]
  expect((await importInto(theirs, lost, second, third)).map(({ state }) => state)).toEqual(['new', 'new', 'new'])
})

test('numbers that lack are told of, per inspection and device, until they come', async () => {
  const { ours, theirs, inspection } = await openColleagues()
  const [first, second, third, fourth] = [await exchange(ours, inspection), await exchange(ours, inspection), await exchange(ours, inspection), await exchange(ours, inspection)]
  const { device } = ours.context()
  expect(await theirs.api.bundle.preview({ files: [fourth, second] })).toMatchObject([{ warnings: [{ code: 'gap', items: ['1', '3'] }] }, { warnings: [{ code: 'gap', items: ['1'] }] }])
  await importInto(theirs, second, fourth)
  expect(await theirs.api.bundle.gaps({ inspection })).toEqual([{ inspection, device, writer: 'A. Bakker', missing: [{ number: 1, what: 'exchange' }, { number: 3, what: 'exchange' }], arrived: [2, 4] }])
  await importInto(theirs, third, first)
  expect(await theirs.api.bundle.gaps({ inspection: null })).toEqual([])
})

test('who is not in the team that the office made up does not hand over, until the office says they are in it', async () => {
  const office = await openOffice()
  const [first] = [...(await judgeExample(office.api)).values()] as [string]
  const laptop = await openEnrolled(office, 'C. Smit')
  expect(await importInto(laptop, await exchange(office, first))).toMatchObject([{ state: 'new' }])
  const file = await handOver(laptop, first)
  expect(await importInto(office, file)).toMatchObject([{ state: 'quarantined', failure: { code: 'not-assigned', details: { signers: 'C. Smit' } } }])
  await answer(office, at(first, 'member', '0198c0de-0000-7000-8000-00000000cccc', 'member'), { name: 'c.  smit', role: 'inspector', inspectorate: 'Inspectie Jeugdzorg' })
  const { manifest } = (await office.api.bundle.quarantine({}))[0]!
  expect(await office.api.bundle.tryAgain({ manifests: [manifest] })).toMatchObject([{ state: 'new', failure: null }])
})

test('the office looks again at what a program that was altered did not settle before it handed over', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office, 'C. Smit')
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '-')
  laptop.pass(30)
  await rate(laptop, inspection, '1.1.2', '+')
  const file = await resealed(laptop, await exchange(laptop, inspection), { purpose: 'handover' })
  const [preview] = await office.api.bundle.preview({ files: [file] })
  expect(new Map(preview!.warnings.map(({ code, count }) => [code, count]))).toEqual(new Map<string, number>([
    ['open-expectations', 22], ['open-criteria', 7], ['missing-rationales', 1], ['not-in-team', 1], ['clock-ahead', 1],
  ]))
  expect(await importInto(office, file)).toEqual([preview])
  const { laptop: careful, first } = await openJudged(office)
  expect(await importInto(office, await handOver(careful, first))).toMatchObject([{ state: 'new', warnings: [] }])
})

test('a receipt that names another history than the laptop has is told and not kept; several are read at once', async () => {
  const office = await openOffice()
  const { laptop, first, retest } = await openJudged(office)
  await importInto(office, await handOver(laptop, first), await handOver(laptop, retest))
  const folder = openTestFolder()
  const manifests = (await laptop.api.bundle.list({ inspection: null })).map(({ manifest }) => manifest)
  const files = manifests.map((_, place) => join(folder, `${place}.veldreceipt`))
  for (const [place, manifest] of manifests.entries()) await office.api.bundle.writeReceipt({ manifest, file: files[place]! })

  const { db, keys, now } = office.context()
  const roots = listRoots(db).map(({ certificate }) => certificate)
  const { _type, office: _office, kid: _kid, ...facts } = readReceipt(readFileSync(files[0]!, 'utf8'), { roots, crls: [], at: now() })
  const pass = findPass(db, keys.signing()!.kid)!
  const own = Object.keys(facts.heads)[0]!
  for (const [place, heads] of [{ [own]: { n: 1, hash: 'f'.repeat(64) } }, { [own]: { n: 999, hash: 'f'.repeat(64) } }].entries()) {
    files.push(join(folder, `anders-${place}.veldreceipt`))
    writeFileSync(files.at(-1)!, makeReceipt(keys, { certificate: pass.certificate, root: getRoot(db, pass.root)!.certificate }, { ...facts, heads }))
  }
  const read = await laptop.api.bundle.readReceipts({ files: files.toReversed() })
  expect(read.map(({ failure }) => failure?.code ?? 'good')).toEqual(['receipt-contradicts', 'receipt-contradicts', 'good', 'good'])
  expect((await laptop.api.inspection.list({})).map(({ status }) => status)).toEqual(['received', 'received'])
  expect(await lookAt(laptop, ratingAt(first, '1.1.1'))).toMatchObject({ different: false })
})
