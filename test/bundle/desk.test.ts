import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFiles } from '../../electron/cli/verify.ts'
import { readCertificate } from '../../electron/crypto/certificate.ts'
import { makeReceipt, readReceipt } from '../../electron/crypto/enrolment.ts'
import { openRoot } from '../../electron/crypto/root.ts'
import { listAudit } from '../../electron/db/audit.ts'
import { apartOf } from '../../electron/features/bundle/quarantine.ts'
import { findPass, getRoot, listOwnRoots } from '../../electron/features/enrolment/repository.ts'
import { explained, type Made } from '../../shared/domain/sequence.ts'
import { answer, type Laptop, lookAt, openMachine, openTestFolder, PASSPHRASE, rate, ratingAt, rationaleAt } from '../helpers/backend.ts'
import { partsOf } from '../helpers/hostile-bundle.ts'
import { exchange, handOver, openEnrolled, openJudged, openOffice, ROOT_PASSPHRASE } from '../helpers/office.ts'

const rootPassphrase = ROOT_PASSPHRASE
const fileIn = (name: string) => join(openTestFolder(), name)
const importInto = async ({ api }: Laptop, ...files: string[]) => (await api.bundle.import({ files })).map(({ state, failure }) => failure?.code ?? state)
const kidOf = async ({ api }: Laptop, inspection: string, name: string) => (await api.bundle.signers({ inspection })).find((one) => one.name === name)!.kid!

async function listFrom({ api, db }: Laptop): Promise<string> {
  const file = fileIn('lijst.crl')
  await api.enrolment.exportList({ file, root: listOwnRoots(db())[0]!.id })
  return file
}

async function renew(office: Laptop, laptop: Laptop) {
  const file = fileIn('nieuw.veldpass')
  await office.api.enrolment.renewPass({ kid: (await laptop.api.enrolment.status({})).kid!, rootPassphrase, file })
  await laptop.api.enrolment.acceptPass({ file, rootWords: (await laptop.api.enrolment.readPass({ file })).rootWords })
}

test('where the office asks for two signers one person hands nothing over, also not under a pass of before; two do', async () => {
  const office = await openOffice()
  const [{ laptop: ours, first: inspection }, theirs] = [await openJudged(office), await openEnrolled(office, 'B. Visser')]
  const alone = await handOver(ours, inspection)
  await office.api.enrolment.setPolicy({ signers: 2 })
  expect((await office.api.enrolment.status({})).pass!.signers).toBe(2)
  expect(await importInto(office, alone)).toEqual(['signers-too-few'])
  expect(await office.api.bundle.preview({ files: [alone] })).toMatchObject([{ state: 'refused', failure: { details: { found: 1, needed: 2 } } }])
  for (const laptop of [ours, theirs]) await renew(office, laptop)
  expect((await ours.api.enrolment.status({})).pass!.signers).toBe(2)
  await expect(handOver(ours, inspection)).rejects.toThrow('signers-too-few')
  expect(await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })).toMatchObject([{ state: 'new' }]) // unfinished work needs nobody else
  const { manifest } = await ours.api.bundle.propose({ inspection, others: [await kidOf(ours, inspection, 'B. Visser')] })
  const [proposal, whole] = [fileIn('x.veldtoets'), fileIn('y.veldtoets')]
  await ours.api.bundle.write({ manifest, file: proposal, plain: true })
  const report = partsOf(readFileSync(proposal)).find(({ name }) => name === 'data/report.html')!.content.toString()
  expect(report).toContain('wordt ondertekend door: A. Bakker, B. Visser.')
  await theirs.api.bundle.import({ files: [proposal] })
  await theirs.api.bundle.cosign({ manifest })
  await theirs.api.bundle.write({ manifest, file: whole, plain: true })
  expect(await importInto(office, proposal, whole)).toEqual(['signer-missing', 'new'])
})

test('88 what was handed over to one office is refused in words at another that trusts both, and work files go to and fro', async () => {
  const [lead, other] = [await openOffice(), await openOffice()]
  const [{ laptop, first: inspection }, colleague] = [await openJudged(lead), await openEnrolled(other, 'B. Visser')]
  for (const [reader, of] of [[other, lead], [colleague, lead], [lead, other], [laptop, other]] as const) {
    const [file, crl] = [fileIn('root.pem'), await listFrom(of)]
    const { rootWords } = await of.api.enrolment.exportRoot({ file })
    await reader.api.enrolment.acceptRoot({ file, rootWords })
    await reader.api.enrolment.readList({ file: crl })
  }
  const handed = await handOver(laptop, inspection)
  expect(await other.api.bundle.preview({ files: [handed] })).toMatchObject([{ state: 'refused', failure: { code: 'wrong-destination', details: { office: 'Landelijk toezicht jeugd' } } }])
  expect(await importInto(other, handed)).toEqual(['wrong-destination'])
  expect(await other.api.inspection.list({})).toEqual([])
  expect(await importInto(colleague, handed)).toEqual(['new']) // a colleague of the joint inspection reads it
  await answer(colleague, rationaleAt(inspection, '1.1.1'), 'Samen nagebeld.')
  const back = await exchange(colleague, inspection)
  expect(await importInto(lead, handed, back)).toEqual(['new', 'new'])
  await lead.api.enrolment.rollOver({ rootPassphrase, name: 'Landelijk toezicht jeugd', nextPassphrase: 'de tweede wortel ligt ergens anders' })
  await rate(laptop, inspection, '1.1.1', '-')
  expect(await importInto(lead, await handOver(laptop, inspection))).toEqual(['new']) // under a pass of before, for the root of before
})

test('what builds on another history than the one here is set apart, and says whose laptop it is about', async () => {
  const office = await openOffice()
  const { laptop: ours, first: inspection } = await openJudged(office)
  const theirs = await openEnrolled(office, 'B. Visser')
  const { path } = ours.context()
  await ours.api.workspace.lock({})
  const home = openTestFolder()
  cpSync(path, join(home, 'werk'), { recursive: true })
  const copy = openMachine(home)
  for (const { api } of [ours, copy]) await api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  await rate(ours, inspection, '1.1.1', '-')
  await rate(copy, inspection, '1.1.1', 'nvt', 'Anders.').catch(() => rate(copy, inspection, '1.1.2', '-'))
  await importInto(theirs, await exchange(ours, inspection))
  const first = await exchange(copy, inspection)
  const { manifest } = (await copy.api.bundle.list({ inspection }))[0]!
  expect(existsSync(first)).toBe(true)
  await rate(copy, inspection, '2.1.1', '-')
  expect(await importInto(theirs, await exchange(copy, inspection, manifest))).toEqual(['counter-reused'])
  expect(await theirs.api.bundle.quarantine({})).toMatchObject([{ writer: 'A. Bakker', failure: { code: 'counter-reused' } }])
})

test('an office that put back a backup first reads in the newest list that it gave out, before it takes in or gives anything', async () => {
  const office = await openOffice()
  const { laptop, first: inspection } = await openJudged(office)
  const { name } = await office.api.doctor.backup({})
  const file = await handOver(laptop, inspection)
  const kid = (await laptop.api.enrolment.status({})).kid!
  await office.api.enrolment.revoke({ kid, reason: 'keyCompromise', since: null, rootPassphrase })
  const newest = await listFrom(office)
  await office.api.workspace.lock({})
  await office.api.doctor.restore({ folder: 'werk', name, passphrase: PASSPHRASE })
  await office.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(await importInto(office, file)).toEqual(['newest-list-needed'])
  await expect(office.api.enrolment.renew({ rootPassphrase })).rejects.toThrow('newest-list-needed')
  await office.api.enrolment.readList({ file: newest })
  expect(await importInto(office, file)).toEqual(['certificate-revoked'])
  expect(await office.api.enrolment.renew({ rootPassphrase })).toMatchObject({ number: 4 })
  await laptop.api.workspace.lock({})
  const { name: own } = (await laptop.api.doctor.backups({ folder: 'werk' }))[0] ?? { name: null }
  expect(own).toBeNull() // a field workspace gives out no lists
})

test('years later a receipt shows that a bundle came in while its certificate held; a receipt of another, of tomorrow or under a revoked key does not', async () => {
  const office = await openOffice()
  const { laptop, first: inspection, retest } = await openJudged(office)
  const [file, other] = [await handOver(laptop, inspection), await handOver(laptop, retest)]
  await importInto(office, file)
  const { manifest } = (await laptop.api.bundle.list({ inspection }))[0]!
  const [root, path] = [fileIn('root.pem'), fileIn('a.veldreceipt')]
  await office.api.enrolment.exportRoot({ file: root })
  const { stdout } = spawnSync('openssl', ['x509', '-in', root, '-noout', '-fingerprint', '-sha256'], { encoding: 'utf8' })
  expect(stdout.trim().split('=')[1]).toBe((await office.api.enrolment.status({})).root!.fingerprint)
  await office.api.bundle.writeReceipt({ manifest, file: path })
  const [trust, receipt] = [readFileSync(root, 'utf8'), readFileSync(path, 'utf8')]
  const { receivedAt, ...facts } = readReceipt(receipt, { roots: [trust], crls: [], at: null })
  const at = '2031-01-05T09:00:00.000Z'
  const told = async (receipts: readonly string[], crl?: string) =>
    (await verifyFiles([file, other], { trust, at, receipts, crl })).map(({ verified, code, received }) => (verified ? received : code))
  expect(await told([])).toEqual(['certificate-expired', 'certificate-expired'])
  expect(await told([receipt])).toEqual([receivedAt, 'certificate-expired'])
  const { keys, db } = office.context()
  const pass = findPass(db, keys.signing()!.kid)!
  const { _type, office: _office, kid: _kid, ...rest } = { ...facts }
  const dated = (moment: string) => makeReceipt(keys, { certificate: pass.certificate, root: getRoot(db, pass.root)!.certificate }, { ...rest, receivedAt: moment })
  await expect(told([dated('2032-01-05T09:00:00.000Z')])).rejects.toThrow('certificate-expired')
  await expect(verifyFiles([file], { trust, at: '2026-01-05T08:00:00.000Z', receipts: [receipt] })).rejects.toThrow('receipt-unknown')
  const rootKey = await openRoot(office.context().path, ROOT_PASSPHRASE)
  const { serial } = readCertificate(pass.certificate)
  const crl = rootKey.crl({ number: 9, thisUpdate: at, revoked: [{ serial, at, reason: 'superseded' }] })
  await expect(told([receipt], crl)).rejects.toThrow('certificate-revoked')
  const stranger = await openOffice()
  await stranger.api.enrolment.exportRoot({ file: root })
  await expect(verifyFiles([file], { trust: readFileSync(root, 'utf8'), at, receipts: [receipt] })).rejects.toThrow('certificate-not-from-office')
})

test('what was set apart can be looked into and, long after a person was done with it, removed; who did either stays known', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openJudged(office), await openEnrolled(office, 'B. Visser')]
  const file = await exchange(ours.laptop, ours.first)
  theirs.pass(370)
  await importInto(theirs, file)
  const before = (await theirs.api.bundle.quarantine({}))[0]!
  const { manifest } = before
  const copy = fileIn('bekijken.veldtoets')
  const { entries, known, more } = await theirs.api.bundle.lookApart({ manifest, reason: 'Wie schreef dit?' })
  expect([known, entries.length + more]).toEqual([0, before.contents.changes])
  expect(entries).toContainEqual(expect.objectContaining({ entity: 'finding', field: 'rationale', number: expect.stringMatching(/^\d\.\d/), by: 'A. Bakker', value: expect.any(String) }))
  await theirs.api.bundle.saveApart({ manifest, reason: 'Vergeleken met de laptop.', file: copy })
  expect(readFileSync(copy).equals(readFileSync(file))).toBe(true)
  await expect(theirs.api.bundle.removeApart({ manifest, reason: 'Klaar.' })).rejects.toThrow('too-early')
  await theirs.api.bundle.putAway({ manifest, reason: 'Opnieuw ondertekend.' })
  theirs.pass(89)
  await expect(theirs.api.bundle.removeApart({ manifest, reason: 'Klaar.' })).rejects.toThrow('too-early')
  theirs.pass(2)
  const [done] = await theirs.api.bundle.quarantine({})
  expect(done!.removableFrom! < theirs.host.now()).toBe(true)
  await theirs.api.bundle.removeApart({ manifest, reason: 'Klaar.' })
  expect(existsSync(apartOf(theirs.context(), manifest))).toBe(false)
  const [gone] = await theirs.api.bundle.quarantine({})
  expect(gone).toMatchObject({ contents: { organisation: 'Veilig Thuis Drenthe', signers: [] }, opened: [{ by: 'B. Visser', saved: false }, { reason: 'Vergeleken met de laptop.', saved: true }], removed: { by: 'B. Visser', reason: 'Klaar.' }, removableFrom: null })
  await expect(theirs.api.bundle.lookApart({ manifest, reason: 'Nog eens.' })).rejects.toThrow('not-found')
  expect((await theirs.api.doctor.check({})).findings.filter(({ code }) => code === 'bundle-gone')).toEqual([])
  const told = listAudit(theirs.db(), theirs.context().keys.workspace).map(({ body }) => JSON.parse(body)).filter(({ reference }) => reference === manifest).map(({ what }) => what)
  expect(told).toEqual(['quarantine-certificate-expired', 'quarantine-opened', 'quarantine-saved-unencrypted', 'quarantine-put-away', 'quarantine-removed'])
  await importInto(theirs, file) // brought once more it is to be looked at once more
  expect(await theirs.api.bundle.quarantine({})).toMatchObject([{ putAway: null, removed: null, contents: { signers: [{ name: 'A. Bakker' }] } }])
})

test('a number that lacks is told to have been a proposal that was given up, or a work file for a colleague', async () => {
  const office = await openOffice()
  const [{ laptop: ours, first: inspection }, theirs] = [await openJudged(office), await openEnrolled(office, 'B. Visser')]
  await theirs.api.bundle.import({ files: [await exchange(ours, inspection)] })
  await answer(theirs, rationaleAt(inspection, '1.1.1'), 'Samen nagebeld.')
  await ours.api.bundle.import({ files: [await exchange(theirs, inspection)] })
  await ours.api.bundle.propose({ inspection, others: [await kidOf(ours, inspection, 'B. Visser')] })
  expect(await lookAt(ours, ratingAt(inspection, '1.1.1'))).toMatchObject({ different: false })
  await importInto(office, await handOver(ours, inspection))
  expect(await office.api.bundle.gaps({ inspection })).toMatchObject([{ writer: 'A. Bakker', missing: [{ number: 1, what: 'exchange' }, { number: 2, what: 'proposal' }], arrived: [3] }])
})

test('where a chain tells of more files than numbers lack, nothing is said about what they were', () => {
  const made = (...names: string[]): Made[] => names.map((bundle) => ({ bundle, what: bundle.startsWith('p') ? 'proposal' : 'exchange' }))
  const here = [{ sequence: 1, bundle: 'a' }, { sequence: 4, bundle: 'd' }]
  expect(explained([2, 3], here, made('a', 'p', 'c', 'd'))).toEqual(['proposal', 'exchange'])
  expect(explained([2, 3], here, made('a', 'p', 'x', 'c', 'd'))).toEqual([null, null])
  expect(explained([2, 3], here, made('a', 'p', 'c'))).toEqual([null, null])
  expect(explained([1], [{ sequence: 2, bundle: 'b' }], made('p', 'b'))).toEqual(['proposal'])
  expect(explained([1, 3], [{ sequence: 2, bundle: 'b' }, { sequence: 4, bundle: 'd' }], made('a', 'b', 'd'))).toEqual(['exchange', null])
})
