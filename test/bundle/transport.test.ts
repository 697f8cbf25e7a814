import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AGE_MAGIC, identityOf, isRecipient, recipientOf } from '../../electron/crypto/age.ts'
import { listAudit } from '../../electron/db/audit.ts'
import { type Laptop, newInspection, openTestFolder, rate } from '../helpers/backend.ts'
import { openEnrolled, openJudged, openOffice, ROOT_PASSPHRASE } from '../helpers/office.ts'

const codeOf = async ({ api }: Laptop, file: string) => {
  const [arrival] = await api.bundle.import({ files: [file] })
  return arrival!.failure?.code ?? arrival!.state
}

async function handOverEncrypted({ api }: Laptop, inspection: string): Promise<string> {
  const file = join(openTestFolder(), (await api.bundle.suggestName({ inspection })).name)
  await api.bundle.handOver({ inspection, file })
  return file
}

async function cardOf(laptop: Laptop): Promise<string> {
  const file = join(openTestFolder(), 'kaartje.pem')
  await laptop.api.enrolment.exportCard({ file })
  return file
}

/** The tool `age` where it is installed, which `npm test` sees to. */
const age = (...parameters: string[]) => execFileSync('age', parameters)

test('what is handed over is encrypted for the office and its recovery key unless someone chooses otherwise, and then it is written down', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const file = await handOverEncrypted(laptop, first)
  expect(file).toMatch(/\.veldtoets\.age$/)
  const bytes = readFileSync(file)
  expect(bytes.subarray(0, AGE_MAGIC.length)).toEqual(AGE_MAGIC)
  expect(bytes.includes('data/changes.jsonl')).toBe(false)
  expect(await codeOf(office, file)).toBe('new')
  expect(await codeOf(office, file)).toBe('known')

  const plain = join(openTestFolder(), 'open.veldtoets')
  await laptop.api.bundle.handOver({ inspection: first, file: plain, plain: true })
  const done = listAudit(laptop.db(), first).map(({ body }) => JSON.parse(body).what)
  expect(done.filter((what: string) => what.startsWith('handover'))).toEqual(['handover', 'handover-unencrypted'])
})

test('nobody else reads it, and who cannot is told so', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const file = await handOverEncrypted(laptop, first)
  expect(await codeOf(await openEnrolled(office, 'B. Visser'), file)).toBe('not-for-this-workspace')
  expect(await laptop.api.bundle.verify({ file, root: null })).toMatchObject({ verified: false, failure: { code: 'encrypted-bundle' } })
  expect(await codeOf(laptop, file)).toBe('known')
})

test('the age tool opens what was made here with the recovery key, and what it encrypts is read here', async () => {
  const office = await openOffice()
  const { laptop, first } = await openJudged(office)
  const folder = openTestFolder()
  const file = await handOverEncrypted(laptop, first)
  const key = join(folder, 'herstel.txt')
  await office.api.enrolment.exportRecovery({ rootPassphrase: ROOT_PASSPHRASE, file: key })
  const opened = join(folder, 'open.veldtoets')
  age('-d', '-i', key, '-o', opened, file)
  const root = join(folder, 'root.pem')
  await office.api.enrolment.exportRoot({ file: root })
  expect(await laptop.api.bundle.verify({ file: opened, root })).toMatchObject({ verified: true, rootChecked: true })

  const again = join(folder, 'weer.veldtoets.age')
  age('-r', office.context().keys.recipient, '-r', await recipientOf(identityOf(randomBytes(32))), '-o', again, opened)
  expect(await codeOf(office, again)).toBe('new')
})

test('colleagues encrypt for each other once one has the card of the other, or a pass that names them', async () => {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  expect(await theirs.api.enrolment.colleagues({})).toMatchObject([{ name: 'A. Bakker' }]) // who was enrolled before stands in the pass
  expect(await ours.api.enrolment.colleagues({})).toEqual([])
  const file = join(openTestFolder(), 'werk.veldtoets.age')
  const to = theirs.context().person.id
  await expect(ours.api.bundle.exchange({ inspection, file, buildsOn: null, to })).rejects.toThrow('recipient-unknown')
  expect(await ours.api.enrolment.readCard({ file: await cardOf(theirs) })).toEqual({ name: 'B. Visser' })
  await ours.api.bundle.exchange({ inspection, file, buildsOn: null, to })
  expect(await codeOf(office, file)).toBe('not-for-this-workspace')
  expect(await codeOf(theirs, file)).toBe('new')

  const stranger = await openEnrolled(await openOffice(), 'C. Smit')
  await expect(ours.api.enrolment.readCard({ file: await cardOf(stranger) })).rejects.toThrow('certificate-not-from-office')
})

test.each<[string, string, (good: Buffer) => Buffer]>([
  ['98 cut off in the middle', 'encryption-damaged', (good) => good.subarray(0, 70_000)],
  ['98 cut off at the end of a piece', 'encryption-damaged', (good) => good.subarray(0, headOf(good) + 16 + 65_552)],
  ['98 the last byte missing', 'encryption-damaged', (good) => good.subarray(0, -1)],
  ['98 more after the end', 'encryption-damaged', (good) => Buffer.concat([good, Buffer.alloc(40)])],
  ['98 one bit flipped', 'encryption-damaged', (good) => Buffer.from(good.map((byte, at) => (at === good.length - 1000 ? byte ^ 1 : byte)))],
  ['97 ten thousand keys', 'age-header', (good) => withStanzas(good, '-> X25519 a\nb\n'.repeat(10_000))],
  ['97 more keys than any file needs', 'age-header', (good) => withStanzas(good, '-> X25519 a\nb\n'.repeat(21))],
  ['97 a passphrase that costs all memory', 'age-header', (good) => withStanzas(good, '-> scrypt aaaa 30\nb\n')],
  ['97 a head without an end', 'age-header', () => Buffer.concat([AGE_MAGIC, Buffer.alloc(100_000, 'a')])],
  ['97 nothing but the first line', 'age-header', () => AGE_MAGIC],
])('%s → %s', async (_what, code, alter) => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  await rate(laptop, inspection, '1.1.1', '+')
  const file = join(openTestFolder(), 'x.veldtoets.age')
  await laptop.api.enrolment.readCard({ file: await cardOf(laptop) })
  age('-r', office.context().keys.recipient, '-o', file, join(import.meta.dirname, '../../package-lock.json')) // as large as it needs to be
  writeFileSync(file, alter(readFileSync(file)))
  expect(await codeOf(office, file)).toBe(code)
  expect(await office.api.inspection.list({})).toEqual([])
})

test('what is read in never lies in the clear on disk, also while it waits', async () => {
  const office = await openOffice()
  const laptop = await openEnrolled(office)
  const inspection = await newInspection(laptop)
  const [first, second] = ['1', '2'].map((name) => join(openTestFolder(), name)) as [string, string]
  await laptop.api.bundle.exchange({ inspection, file: first, buildsOn: null })
  const { manifest } = (await laptop.api.bundle.list({ inspection }))[0]!
  await rate(laptop, inspection, '1.1.1', '+')
  await laptop.api.bundle.exchange({ inspection, file: second, buildsOn: manifest })
  expect(await codeOf(office, second)).toBe('waiting')
  const clear = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes('application/vnd.veldtoets'))
  expect(clear(office.home)).toEqual([])
  expect(await codeOf(office, first)).toBe('new')
  expect(clear(office.home)).toEqual([])
  expect(existsSync(join(office.context().path, 'staging')) ? readdirSync(join(office.context().path, 'staging')) : []).toEqual([])
})

test('a recipient is told from what only looks like one', async () => {
  const recipient = await recipientOf(identityOf(Buffer.alloc(32, 7)))
  expect(isRecipient(recipient)).toBe(true)
  expect(isRecipient(recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')))).toBe(false)
  expect(isRecipient(recipient.toUpperCase())).toBe(false)
  expect(isRecipient('age1')).toBe(false)
})

const headOf = (file: Buffer) => file.indexOf('\n', file.indexOf('\n--- ') + 1) + 1
const withStanzas = (good: Buffer, stanzas: string) => Buffer.concat([AGE_MAGIC, Buffer.from(stanzas), good.subarray(AGE_MAGIC.length)])
