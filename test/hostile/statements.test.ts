import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hash } from '../../electron/crypto/hash.ts'
import { openBundle } from '../../electron/features/bundle/open.ts'
import { readRecords } from '../../electron/features/bundle/records.ts'
import { sealBundle } from '../../electron/features/bundle/seal.ts'
import type { Trust } from '../../electron/features/bundle/statements.ts'
import { type BundleHeader, headOf } from '../../shared/domain/bundle.ts'
import { AppError, type ErrorCode } from '../../shared/errors.ts'
import { AT, goodSealing, openOffice, writeGoodBundle } from '../helpers/bundle.ts'
import { openTestFolder } from '../helpers/folder.ts'
import { partsOf, resigned, zipOf } from '../helpers/hostile-bundle.ts'
import { statementFiles } from '../helpers/hostile-statements.ts'

const folder = mkdtempSync(join(tmpdir(), 'veldtoets-hostile-'))
const { path: good, people, trust } = await writeGoodBundle({ folder })
const bytes = readFileSync(good)
rmSync(folder, { recursive: true })

/** What is said about a bundle whose maker has a good key and bad intentions. */
async function codeOf(altered: Buffer, with_: Partial<Trust> = {}): Promise<ErrorCode | 'accepted'> {
  const path = join(openTestFolder(), 'x.veldtoets')
  writeFileSync(path, altered)
  return codeAt(path, with_)
}

async function codeAt(path: string, with_: Partial<Trust> = {}): Promise<ErrorCode | 'accepted'> {
  try {
    const bundle = await openBundle(path, { ...trust, ...with_ })
    await readRecords(bundle).finally(bundle.close)
    return 'accepted'
  } catch (error) {
    if (error instanceof AppError) return error.failure.code
    throw error
  }
}

test('the forger writes a good bundle when nothing is forged', async () => {
  expect(await codeOf(zipOf(resigned(partsOf(bytes), people)))).toBe('accepted')
})

test.each(statementFiles(bytes, people))('%s → %s', async (_what, code, make) => {
  expect(await codeOf(make())).toBe(code)
})

test('who did not write it cannot prove it, and a stranger\'s certificate proves nothing', async () => {
  const office = openOffice()
  const [own, other] = [office.enrol(), office.enrol()]
  const sealing = goodSealing([own])
  const mixed = goodSealing([{ ...other, device: own.device }])
  const own_ = { roots: [office.root] }
  const seal = async (devices: typeof sealing.devices, signers = sealing.signers) => {
    await sealBundle({ ...sealing, devices, signers })
    return codeAt(sealing.path, own_)
  }
  expect(await seal(sealing.devices)).toBe('accepted')
  expect(await seal(mixed.devices)).toBe('author-unproved')
  const stranger = { ...openOffice('Ander').enrol(), device: own.device, person: own.person }
  expect(await seal(goodSealing([stranger]).devices)).toBe('certificate-not-from-office')
  expect(await seal(sealing.devices, goodSealing([stranger]).signers)).toBe('certificate-not-from-office')
})

test.each<[string, ErrorCode, Partial<Trust>]>([
  ['52 after the certificate has expired', 'certificate-expired', { at: '2027-03-02T09:00:00.000Z' }],
  ['53 before the certificate is valid', 'certificate-not-yet-valid', { at: '2026-01-02T09:00:00.000Z' }],
  ['30 against another root', 'certificate-not-from-office', { roots: [openOffice('Ander').root] }],
])('%s → %s', async (_when, code, with_) => {
  expect(await codeOf(bytes, with_)).toBe(code)
  if (with_.at) expect(await codeOf(bytes, { ...with_, roots: [] })).toBe(code)
})

test('an exchange may leave out what the other has, and the reader who has it proves the rest', async () => {
  const office = openOffice()
  const sealing = goodSealing([office.enrol()], { values: ['met', 'not-met', 'met'] })
  const [first, ...rest] = sealing.entries
  const { device } = first!
  const line = (name: string, keep: string) => {
    const text = (sealing.members.find((member) => member.name === name)!.content as Buffer).toString()
    return Buffer.from(text.split('\n').filter((one) => one !== '' && !one.includes(keep)).map((one) => `${one}\n`).join(''))
  }
  const members = sealing.members.map((member) =>
    member.name === 'data/changes.jsonl' ? { ...member, content: line(member.name, `"id":"${first!.id}"`) }
      : member.name === 'data/content.jsonl' ? { ...member, content: line(member.name, first!.id) } : member)
  const changed: Partial<BundleHeader> = { purpose: 'exchange', since: { [device]: 1 } }
  await sealBundle({ ...sealing, members, header: { ...sealing.header, ...changed, counts: { ...sealing.header.counts, changes: 2, contents: 2 } } })
  const bundle = await openBundle(sealing.path, { roots: [office.root], at: AT, crls: [] })
  expect(await readRecords(bundle)).toMatchObject({ whole: false, entries: rest })
  const headAt = async (head: string | null, has: boolean) => readRecords(bundle, { headAt: () => head, has: () => has })
  expect(await headAt(headOf(hash, [first!.id]), true)).toMatchObject({ whole: true, entries: rest })
  await expect(headAt('0'.repeat(64), true)).rejects.toThrow('counter-reused')
  await expect(headAt(null, false)).rejects.toThrow('log-incomplete')
  await bundle.close()
})
