import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyFiles } from '../electron/cli/verify.ts'
import { findPass, listRoots } from '../electron/features/enrolment/repository.ts'
import { type Laptop, newInspection, openLaptop, openTestFolder, PASSPHRASE, rate } from './helpers/backend.ts'
import { enrol, exchange, openEnrolled, openOffice, ROOT_PASSPHRASE } from './helpers/office.ts'

const NEXT = 'de tweede wortel ligt in een andere kluis'
const fileIn = (name: string) => join(openTestFolder(), name)
const importInto = async ({ api }: Laptop, ...files: string[]) => (await api.bundle.import({ files })).map(({ state, failure }) => failure?.code ?? state)
const kidOf = async ({ api }: Laptop) => (await api.enrolment.status({})).kid!
const rollOver = (office: Laptop, rootPassphrase: string | null = ROOT_PASSPHRASE, nextPassphrase = NEXT) =>
  office.api.enrolment.rollOver({ rootPassphrase, name: 'Landelijk toezicht jeugd', nextPassphrase })

/** The office gives whoever has access a new pass, and they accept it. */
async function renew(office: Laptop, laptop: Laptop, rootPassphrase = NEXT) {
  const file = fileIn('nieuw.veldpass')
  await office.api.enrolment.renewPass({ kid: await kidOf(laptop), rootPassphrase, file })
  const read = await laptop.api.enrolment.readPass({ file })
  await laptop.api.enrolment.acceptPass({ file, rootWords: read.rootWords })
  return read
}

async function rootsOf({ api }: Laptop, kind: 'exportRoot' | 'exportRoots' = 'exportRoot'): Promise<string> {
  const file = fileIn(kind === 'exportRoot' ? 'root.pem' : 'bureau.veldroot')
  await api.enrolment[kind]({ file })
  return file
}

test('an office takes a new root: passes are renewed, what was signed before still holds, and work goes on on both sides', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  const before = await exchange(ours, inspection)
  await theirs.api.bundle.import({ files: [before] })
  await rate(theirs, inspection, '1.1.1', '+')
  const late = await exchange(theirs, inspection)
  const first = (await office.api.enrolment.status({})).root!.words

  const { rootWords, vouched } = await rollOver(office)
  expect([vouched, rootWords.join(' ') === first.join(' ')]).toEqual([true, false])
  expect((await office.api.enrolment.status({})).root!.words).toEqual(rootWords)
  const toRenew = async () => (await office.api.enrolment.certificates({})).filter(({ earlierRoot }) => earlierRoot).map(({ person }) => person.name).sort()
  expect(await toRenew()).toEqual(['A. Bakker', 'B. Visser'])
  expect(await importInto(office, before, late)).toEqual(['new', 'new'])

  expect(await renew(office, ours)).toMatchObject({ pinned: false, vouchedBy: 'Landelijk toezicht jeugd', rootWords })
  expect(await toRenew()).toEqual(['B. Visser'])
  expect((await ours.api.enrolment.roots({})).map(({ succeeded }) => succeeded).sort()).toEqual([false, true])
  await ours.api.bundle.import({ files: [late] })
  const after = await exchange(ours, inspection)
  expect(await importInto(office, after)).toEqual(['new'])
  expect(await importInto(theirs, after)).toEqual(['certificate-not-from-office']) // who did not hear of the new root
  const file = await rootsOf(ours, 'exportRoots')
  expect(await theirs.api.enrolment.readRoot({ file })).toMatchObject({ words: rootWords, pinned: false, vouchedBy: 'Landelijk toezicht jeugd' })
  await theirs.api.enrolment.acceptRoot({ file, rootWords })
  expect(await importInto(theirs, after)).toEqual(['new'])

  const newcomer = await openLaptop('C. Smit')
  const request = fileIn('a.veldrequest')
  const { words } = await newcomer.api.enrolment.request({ file: request })
  const pass = fileIn('a.veldpass')
  await office.api.enrolment.grant({ request, words, rootPassphrase: NEXT, file: pass })
  await newcomer.api.enrolment.acceptPass({ file: pass, rootWords })
  expect(await importInto(newcomer, late, after)).toEqual(['new', 'new']) // the pass brought both roots

  const trust = readFileSync(await rootsOf(office), 'utf8')
  const at = office.host.now()
  const told = async (roots: string) => (await verifyFiles([before, late, after], { trust: roots, at })).map(({ verified, code }) => code ?? verified)
  expect(await told(trust)).toEqual([true, true, true])
  const [newest, oldest] = trust.split(/(?<=END CERTIFICATE-----\n)/) as [string, string]
  expect(await told(oldest)).toEqual([true, true, 'certificate-not-from-office'])
  expect(await told(newest)).toEqual(['certificate-not-from-office', 'certificate-not-from-office', 'certificate-not-from-office']) // the last holds a colleague's older statement
})

test('who is revoked after a roll-over is so under both roots, and openssl finds it in both lists', async () => {
  const office = await openOffice()
  const [laptop, colleague] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const old = findPass(laptop.db(), await kidOf(laptop))!.certificate
  await rollOver(office)
  await renew(office, laptop)
  const fresh = findPass(laptop.db(), await kidOf(laptop))!.certificate
  await office.api.enrolment.revoke({ kid: await kidOf(laptop), reason: 'keyCompromise', since: null, rootPassphrase: NEXT })
  await office.api.enrolment.revoke({ kid: await kidOf(colleague), reason: 'cessationOfOperation', since: null, rootPassphrase: NEXT }) // has only the older
  const roots = await office.api.enrolment.roots({})
  expect(roots.map(({ list, succeeded }) => [succeeded, list!.revoked]).sort()).toEqual([[false, 1], [true, 2]])
  const [ca, crl, leaf] = [await rootsOf(office), fileIn('crl.pem'), fileIn('leaf.pem')]
  writeFileSync(crl, listRoots(office.db()).map((root) => root.crl).join(''))
  const moment = String(Math.ceil(Date.parse(office.host.now()) / 1000) + 60)
  for (const pem of [old, fresh]) {
    writeFileSync(leaf, pem)
    const { stdout, stderr } = spawnSync('openssl', ['verify', '-x509_strict', '-crl_check', '-attime', moment, '-CAfile', ca, '-CRLfile', crl, leaf], { encoding: 'utf8' })
    expect(stdout + stderr).toContain('certificate revoked')
  }
})

test('over two roots at once the way is found step by step, and a step that nobody signed is none', async () => {
  const office = await openOffice()
  const [laptop, stranger] = [await openEnrolled(office), await openEnrolled(await openOffice(), 'D. Mol')]
  await rollOver(office)
  const { rootWords } = await rollOver(office, NEXT, 'de derde wortel is weer een andere')
  const file = await rootsOf(office, 'exportRoots')
  expect(await laptop.api.enrolment.readRoot({ file })).toMatchObject({ words: rootWords, vouchedBy: 'Landelijk toezicht jeugd' })
  expect(await stranger.api.enrolment.readRoot({ file })).toMatchObject({ words: rootWords, vouchedBy: null })
  await stranger.api.enrolment.acceptRoot({ file, rootWords })
  expect(await stranger.api.enrolment.roots({})).toHaveLength(2) // its own, and only the one of which the words were read

  const value = JSON.parse(readFileSync(file, 'utf8'))
  const skipping = fileIn('gat.veldroot')
  writeFileSync(skipping, `${JSON.stringify({ ...value, roots: [value.roots[0], value.roots[2]] })}\n`)
  expect(await laptop.api.enrolment.readRoot({ file: skipping })).toMatchObject({ vouchedBy: null })
  const [a, b] = value.roots[0].vouched.signature.startsWith('AA') ? ['AA', 'BB'] : [value.roots[0].vouched.signature.slice(0, 2), 'AA']
  writeFileSync(skipping, `${JSON.stringify(value).replace(`"signature":"${a}`, `"signature":"${b}`)}\n`)
  expect(await laptop.api.enrolment.readRoot({ file: skipping })).toMatchObject({ vouchedBy: null })

  const renewed = await renew(office, laptop, 'de derde wortel is weer een andere')
  expect(renewed).toMatchObject({ vouchedBy: 'Landelijk toezicht jeugd' })
  expect(await laptop.api.enrolment.roots({})).toHaveLength(3)
})

test('an office that only says that another’s root vouches for it does not take its place', async () => {
  const [laptop, other] = [await openEnrolled(await openOffice()), await openOffice()]
  const by = (await laptop.api.enrolment.roots({}))[0]!.id
  const value = JSON.parse(readFileSync(await rootsOf(other, 'exportRoots'), 'utf8'))
  value.roots[0].vouched = { by, signature: `${'A'.repeat(86)}==` }
  const file = fileIn('voor.veldroot')
  writeFileSync(file, `${JSON.stringify(value)}\n`)
  const { words, vouchedBy } = await laptop.api.enrolment.readRoot({ file })
  expect(vouchedBy).toBeNull()
  await laptop.api.enrolment.acceptRoot({ file, rootWords: words })
  expect((await laptop.api.enrolment.roots({})).map(({ succeeded }) => succeeded)).toEqual([false, false])
})

test('where the passphrase of the root is lost nobody vouches: words are confirmed and access is asked for anew, and what was received stays', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  const before = await exchange(laptop, inspection)
  await office.api.bundle.import({ files: [before] })
  await expect(rollOver(office, 'een wachtzin die het niet is')).rejects.toThrow('passphrase-wrong')
  await expect(rollOver(office, ROOT_PASSPHRASE, 'kort')).rejects.toThrow('passphrase-weak')
  expect((await office.api.enrolment.roots({}))).toHaveLength(1)
  const { rootWords, vouched } = await rollOver(office, null)
  expect(vouched).toBe(false)
  await expect(renew(office, laptop)).rejects.toThrow('root-changed')
  const file = await rootsOf(office, 'exportRoots')
  expect(await laptop.api.enrolment.readRoot({ file })).toMatchObject({ vouchedBy: null, pinned: false })
  await laptop.api.enrolment.acceptRoot({ file, rootWords })
  await renew(office, laptop)
  expect(await importInto(office, before, await exchange(laptop, inspection))).toEqual(['known', 'new'])
  await office.api.workspace.lock({})
  await office.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  await expect(office.api.enrolment.renew({ rootPassphrase: ROOT_PASSPHRASE })).rejects.toThrow('passphrase-wrong')
})

test('only an office that has a root takes a next one', async () => {
  const office = await openLaptop('Bureau', 'office')
  await expect(rollOver(office)).rejects.toThrow('no-root')
  const enrolled = await openOffice()
  const laptop = await openEnrolled(enrolled)
  await expect(rollOver(laptop)).rejects.toThrow('office-only')
  await enrol(laptop, enrolled)
})

test('a roll-over that the power cut off after its file was written is finished at the next use of the root', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const db = office.db()
  db.exec(`CREATE TRIGGER power_cut BEFORE INSERT ON root BEGIN SELECT RAISE(ABORT, 'power'); END`)
  await expect(rollOver(office)).rejects.toThrow()
  db.exec('DROP TRIGGER power_cut')
  expect(await office.api.enrolment.roots({})).toHaveLength(1)
  await renew(office, laptop)
  expect(await laptop.api.enrolment.roots({})).toHaveLength(2)
})

test('what was encrypted for an earlier root is still read by the recovery key', async () => {
  const office = await openOffice()
  const keys = async (rootPassphrase: string) => {
    const file = fileIn('herstel.txt')
    await office.api.enrolment.exportRecovery({ rootPassphrase, file })
    return readFileSync(file, 'utf8').trim().split('\n')
  }
  const [first] = await keys(ROOT_PASSPHRASE)
  await rollOver(office)
  expect(await keys(NEXT)).toEqual([expect.stringMatching(/^AGE-SECRET-KEY-1/), first])
})
