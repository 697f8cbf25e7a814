import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgeExample } from '../electron/example.ts'
import { findPass, listRoots } from '../electron/features/enrolment/repository.ts'
import { type Laptop, newInspection, openLaptop, openTestFolder } from './helpers/backend.ts'
import { enrol, exchange, handOver, openEnrolled, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

const rootPassphrase = ROOT_PASSPHRASE
const kidOf = async ({ api }: Laptop) => (await api.enrolment.status({})).kid!
const fileIn = (name: string) => join(openTestFolder(), name)
const certificateOf = async (laptop: Laptop) => findPass(laptop.db(), await kidOf(laptop))!.certificate
const stateOf = async ({ api }: Laptop, file: string) => {
  const [arrival] = await api.bundle.import({ files: [file] })
  return arrival!.failure?.code ?? arrival!.state
}
const revoke = async (office: Laptop, laptop: Laptop, reason: 'keyCompromise' | 'cessationOfOperation', since: string | null = null) =>
  office.api.enrolment.revoke({ kid: await kidOf(laptop), reason, since, rootPassphrase })

/** The newest list of an office, as a file. */
async function listFrom({ api, db }: Laptop): Promise<string> {
  const file = fileIn('lijst.crl')
  await api.enrolment.exportList({ file, root: listRoots(db())[0]!.id })
  return file
}

/** What openssl says of a certificate at a moment, with a list. */
function openssl(laptop: Laptop, certificate: string, crl: string, at: string): string {
  const [root, leaf] = [fileIn('root.pem'), fileIn('leaf.pem')]
  writeFileSync(root, listRoots(laptop.db())[0]!.certificate)
  writeFileSync(leaf, certificate)
  const moment = String(Math.ceil(Date.parse(at) / 1000) + 60)
  const { stdout, stderr } = spawnSync('openssl', ['verify', '-x509_strict', '-crl_check', '-attime', moment, '-CAfile', root, '-CRLfile', crl, leaf], { encoding: 'utf8' })
  return /: OK/.test(stdout) ? 'good' : (/error \d+ .*: (.+)/.exec(stdout + stderr)?.[1] ?? stdout + stderr)
}

async function openWork() {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  return { office, laptop, inspection }
}

test.each(['keyCompromise', 'cessationOfOperation'] as const)('after %s nothing more comes in, and what was there before stays', async (reason) => {
  const { office, laptop, inspection } = await openWork()
  const before = await exchange(laptop, inspection)
  expect(await stateOf(office, before)).toBe('new')
  const after = await exchange(laptop, inspection)
  expect(await revoke(office, laptop, reason)).toMatchObject({ number: 3, person: { name: 'A. Bakker' } })
  expect(await stateOf(office, after)).toBe('certificate-revoked')
  expect(await stateOf(office, before)).toBe('known')
  const [row] = (await office.api.enrolment.certificates({})).filter(({ person }) => person.name === 'A. Bakker')
  expect(row!.revoked).toMatchObject({ reason })
  expect(openssl(office, await certificateOf(laptop), await listFrom(office), office.host.now())).toBe('certificate revoked')
})

test('a key that was lost earlier counts from that day, also for what came in since', async () => {
  const { office, laptop, inspection } = await openWork()
  const early = await exchange(laptop, inspection)
  await stateOf(office, early)
  const lost = office.host.now()
  office.pass(2)
  laptop.pass(2)
  const late = await exchange(laptop, inspection)
  expect(await stateOf(office, late)).toBe('new')
  const { at } = await revoke(office, laptop, 'keyCompromise', lost)
  expect(at).toBe(lost)
  expect([await stateOf(office, early), await stateOf(office, late)]).toEqual(['known', 'certificate-revoked'])
})

test('who left can turn out to have lost the key, but what was lost is not found again', async () => {
  const { office, laptop } = await openWork()
  const first = await revoke(office, laptop, 'cessationOfOperation')
  await expect(revoke(office, laptop, 'cessationOfOperation')).rejects.toThrow('certificate-revoked')
  expect(await revoke(office, laptop, 'keyCompromise')).toMatchObject({ at: first.at, number: first.number + 1 })
  await expect(revoke(office, laptop, 'keyCompromise')).rejects.toThrow('certificate-revoked')
  await expect(revoke(office, laptop, 'cessationOfOperation')).rejects.toThrow('certificate-revoked')
  await expect(enrol(laptop, office)).rejects.toThrow('certificate-revoked')
  await expect(office.api.enrolment.renewPass({ kid: await kidOf(laptop), rootPassphrase, file: fileIn('x.veldpass') })).rejects.toThrow('certificate-revoked')
})

test('who left and comes back gets a certificate for the same key, and the old one stays revoked', async () => {
  const { office, laptop, inspection } = await openWork()
  const old = await certificateOf(laptop)
  await revoke(office, laptop, 'cessationOfOperation')
  await enrol(laptop, office)
  expect(await stateOf(office, await exchange(laptop, inspection))).toBe('new')
  const list = await listFrom(office)
  expect(openssl(office, old, list, office.host.now())).toBe('certificate revoked')
  expect(openssl(office, await certificateOf(laptop), list, office.host.now())).toBe('good')
})

test('only the office revokes, only with the passphrase of the root, and never itself', async () => {
  const { office, laptop } = await openWork()
  await expect(laptop.api.enrolment.revoke({ kid: await kidOf(laptop), reason: 'superseded', since: null, rootPassphrase })).rejects.toThrow('office-only')
  await expect(office.api.enrolment.revoke({ kid: await kidOf(laptop), reason: 'superseded', since: null, rootPassphrase: 'een heel andere wachtzin dan deze' })).rejects.toThrow('passphrase-wrong')
  await expect(revoke(office, office, 'cessationOfOperation')).rejects.toThrow('own-certificate')
  await expect(office.api.enrolment.revoke({ kid: '0'.repeat(32), reason: 'superseded', since: null, rootPassphrase })).rejects.toThrow('not-found')
  expect((await office.api.enrolment.roots({}))[0]!.list).toMatchObject({ number: 2, revoked: 0 })
})

test('a colleague hears of it by file, and an older list does not take the word back', async () => {
  const { office, laptop, inspection } = await openWork()
  const colleague = await openEnrolled(office, 'B. Visser')
  const before = await listFrom(office)
  await revoke(office, laptop, 'keyCompromise')
  const after = await listFrom(office)
  expect(await colleague.api.enrolment.readList({ file: after })).toMatchObject({ office: 'Landelijk toezicht jeugd', number: 4 })
  await expect(colleague.api.enrolment.readList({ file: before })).rejects.toThrow('revocation-list-older')
  expect((await colleague.api.enrolment.roots({}))[0]!.list).toMatchObject({ number: 4, revoked: 1 })
  expect(await colleague.api.enrolment.readList({ file: after })).toMatchObject({ number: 4 })
  expect(await stateOf(colleague, await exchange(laptop, inspection))).toBe('certificate-revoked')
  const other = await openOffice()
  await expect(colleague.api.enrolment.readList({ file: await listFrom(other) })).rejects.toThrow('revocation-list-invalid')
})

test('who reads the own name on the list no longer signs', async () => {
  const { office, laptop, inspection } = await openWork()
  await revoke(office, laptop, 'cessationOfOperation')
  await laptop.api.enrolment.readList({ file: await listFrom(office) })
  expect((await laptop.api.enrolment.status({})).pass).toMatchObject({ daysLeft: 0, revoked: expect.any(String) })
  await expect(handOver(laptop, inspection)).rejects.toThrow('certificate-revoked')
  await expect(exchange(laptop, inspection)).rejects.toThrow('certificate-revoked')
})

test('an old list is told in the field, and closes the door of the office until there is a new one', async () => {
  const { office, laptop, inspection } = await openWork()
  const file = await exchange(laptop, inspection)
  office.pass(121)
  laptop.pass(121)
  expect((await laptop.api.enrolment.roots({}))[0]).toMatchObject({ outOfDate: true })
  expect(await stateOf(laptop, await exchange(laptop, inspection))).toBe('known')
  expect(await stateOf(office, file)).toBe('revocation-list-out-of-date')
  expect((await office.api.bundle.preview({ files: [file] }))[0]!.failure?.code).toBe('revocation-list-out-of-date')
  await office.api.enrolment.renew({ rootPassphrase })
  expect(await stateOf(office, file)).toBe('new')
})

test('a certificate is renewed for the same key, by request and without, and work signed under the old one goes on', async () => {
  const { office, laptop, inspection } = await openWork()
  const kid = await kidOf(laptop)
  office.pass(300)
  laptop.pass(300)
  expect(await office.api.enrolment.certificates({})).toContainEqual(expect.objectContaining({ kid, daysLeft: 64 }))
  const file = fileIn('nieuw.veldpass')
  await office.api.enrolment.renewPass({ kid, rootPassphrase, file })
  const { rootWords, pinned } = await laptop.api.enrolment.readPass({ file })
  expect(pinned).toBe(true)
  await laptop.api.enrolment.acceptPass({ file, rootWords })
  expect((await laptop.api.enrolment.status({})).pass!.daysLeft).toBe(364)
  expect(await kidOf(laptop)).toBe(kid)
  expect(await stateOf(office, await exchange(laptop, inspection))).toBe('new')
  await enrol(laptop, office)
  expect((await office.api.enrolment.certificates({})).filter((one) => one.kid === kid)).toHaveLength(1)
  const { number } = (await office.api.enrolment.roots({}))[0]!.list!
  await revoke(office, laptop, 'cessationOfOperation')
  expect((await office.api.enrolment.roots({}))[0]!.list).toEqual(expect.objectContaining({ number: number + 1, revoked: 3 })) // every certificate of the key
})

test('the certificate of the office is renewed before it ends, and after', async () => {
  const { office } = await openWork()
  const ends = async () => (await office.api.enrolment.certificates({})).find(({ role }) => role === 'office')!.validTo
  const first = await ends()
  await office.api.enrolment.renew({ rootPassphrase })
  expect(await ends()).toBe(first)
  office.pass(400)
  const late = await openLaptop('C. Smit')
  late.pass(400)
  await enrol(late, office)
  expect(Date.parse(await ends())).toBeGreaterThan(Date.parse(office.host.now()) + 360 * 86_400_000)
  expect(openssl(office, await certificateOf(office), await listFrom(office), office.host.now())).toBe('good')
})

test('a pass that was kept back does not undo that its owner was revoked', async () => {
  const { office, laptop } = await openWork()
  const file = fileIn('oud.veldpass')
  await office.api.enrolment.renewPass({ kid: await kidOf(laptop), rootPassphrase, file })
  await revoke(office, laptop, 'keyCompromise')
  await laptop.api.enrolment.readList({ file: await listFrom(office) })
  await expect(laptop.api.enrolment.readPass({ file })).rejects.toThrow('certificate-revoked')
})

test('work of a colleague of another office is believed once that office is confirmed', async () => {
  const [ours, theirs] = [await openOffice(), await openOffice()]
  const [laptop, colleague] = [await openEnrolled(ours), await openEnrolled(theirs, 'B. Visser')]
  const inspection = await newInspection(colleague)
  const file = await exchange(colleague, inspection)
  expect(await stateOf(laptop, file)).toBe('certificate-not-from-office')
  const root = fileIn('root.pem')
  const { rootWords } = await theirs.api.enrolment.exportRoot({ file: root })
  for (const reader of [laptop, ours]) {
    expect(await reader.api.enrolment.readRoot({ file: root })).toEqual({ name: 'Landelijk toezicht jeugd', words: rootWords, pinned: false, vouchedBy: null })
    await expect(reader.api.enrolment.acceptRoot({ file: root, rootWords: rootWords.toReversed() })).rejects.toThrow('words-differ')
    await reader.api.enrolment.acceptRoot({ file: root, rootWords })
    expect(await reader.api.enrolment.roots({})).toHaveLength(2)
  }
  expect(await stateOf(laptop, file)).toBe('new')
  expect(await stateOf(ours, file)).toBe('revocation-list-out-of-date') // an office wants their list as well
  await ours.api.enrolment.readList({ file: await listFrom(theirs) })
  expect(await stateOf(ours, file)).toBe('new')
  expect((await ours.api.enrolment.status({})).root!.words).not.toEqual(rootWords)
})

test('a request with a key that another person has is refused', async () => {
  const { office, laptop } = await openWork()
  const kid = await kidOf(laptop)
  office.db().prepare(`UPDATE certificate SET body = json_set(body, '$.person.id', '00000000-0000-4000-8000-000000000000') WHERE kid = ?`).run(kid)
  const request = fileIn('a.veldrequest')
  await laptop.api.enrolment.request({ file: request })
  await expect(office.api.enrolment.readRequest({ file: request })).rejects.toThrow('duplicate-key-id')
})

test('a whole judged inspection is still received after its inspector renewed', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const [first] = [...(await judgeExample(laptop.api)).values()] as [string]
  const older = await handOver(laptop, first)
  await enrol(laptop, office)
  expect([await stateOf(office, older), await stateOf(office, await handOver(laptop, first))]).toEqual(['new', 'new'])
  expect(readFileSync(older).length).toBeGreaterThan(0)
})

test('the doctor tells of certificates and lists what there is to do, and calls nothing damaged', async () => {
  const { office, laptop } = await openWork()
  const told = async ({ api }: Laptop) => {
    const { good, findings } = await api.doctor.check({})
    expect(good).toBe(true)
    return findings.map(({ code }) => code)
  }
  await openEnrolled(office, 'B. Visser')
  await enrol(laptop, office) // this pass names the colleague
  expect([await told(office), await told(laptop)]).toEqual([[], []])
  laptop.pass(340)
  office.pass(340)
  expect([await told(office), await told(laptop)]).toEqual([['certificate-ending', 'revocation-list-out-of-date'], ['certificate-ending', 'revocation-list-out-of-date']])
  await office.api.enrolment.renew({ rootPassphrase })
  expect(await told(office)).toEqual([])
  laptop.pass(30)
  expect(await told(laptop)).toEqual(['certificate-over', 'colleague-certificate-over', 'revocation-list-out-of-date'])
  await revoke(office, laptop, 'cessationOfOperation')
  await laptop.api.enrolment.readList({ file: await listFrom(office) })
  expect(await told(laptop)).toEqual(['certificate-revoked', 'colleague-certificate-over'])
})
