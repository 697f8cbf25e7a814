import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import type { Arrival } from '../../shared/api/bundle.ts'
import { type Laptop, newInspection, openTestFolder, PASSPHRASE } from '../helpers/backend.ts'
import { addFile } from '../helpers/evidence.ts'
import { exchange, openEnrolled, openOffice } from '../helpers/office.ts'

const PROGRAM = 'test/helpers/bundle-process.ts'
const MEGABYTE = 2 ** 20
const compiled = mkdtempSync(join(tmpdir(), 'veldtoets-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true }))
const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled }

/** A colleague who has a work file with so much evidence to send, and someone to read it in. */
async function openTwo(megabytes: number) {
  const office = await openOffice()
  const [ours, theirs] = [await openEnrolled(office), await openEnrolled(office, 'B. Visser')]
  const inspection = await newInspection(ours)
  await addFile(ours, inspection, randomBytes(megabytes * MEGABYTE), 'film.bin')
  const file = await exchange(ours, inspection)
  for (const laptop of [ours, theirs]) laptop.close()
  return { ours, theirs, inspection, file }
}

const commandOf = ({ home }: Laptop, operation: string, input: unknown) => [PROGRAM, home, PASSPHRASE, operation, JSON.stringify(input)]

/** Starts the program and kills it halfway. */
async function killHalfway(command: string[]): Promise<void> {
  const child = spawn(process.execPath, [...command, 'halts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  createInterface({ input: child.stdout }).once('line', () => child.kill('SIGKILL'))
  await ended
  expect(child.signalCode).toBe('SIGKILL')
}

/** Opens what is left as its owner would. */
async function openAgain(laptop: Laptop): Promise<void> {
  await laptop.api.workspace.unlock({ folder: 'werk', passphrase: PASSPHRASE })
  expect(await laptop.api.doctor.check({})).toMatchObject({ good: true, findings: [] })
  const staging = join(laptop.home, 'werk', 'staging')
  expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([])
}

test('100 an import that is killed half way takes over all or nothing, leaves nothing lying about, and can be done again', { timeout: 120_000 }, async () => {
  const { theirs, file } = await openTwo(12)
  await killHalfway(commandOf(theirs, 'bundle.import', { files: [file] }))
  await openAgain(theirs)
  const before = (await theirs.api.inspection.list({})).length
  expect((await theirs.api.bundle.import({ files: [file] }))[0]!.state).toBe(before === 0 ? 'new' : 'known')
  expect(await theirs.api.inspection.list({})).toHaveLength(1)
  expect(await theirs.api.doctor.check({})).toMatchObject({ good: true, findings: [] })
})

test('100 a bundle that was being written when the program was killed has not got its name', { timeout: 120_000 }, async () => {
  const { ours, inspection } = await openTwo(12)
  const file = join(openTestFolder(), 'werk.veldtoets')
  await killHalfway(commandOf(ours, 'bundle.exchange', { inspection, file, buildsOn: null }))
  expect(existsSync(file)).toBe(false)
  await openAgain(ours)
  await ours.api.bundle.exchange({ inspection, file, buildsOn: null })
  expect(await ours.api.bundle.verify({ file, root: null })).toMatchObject({ verified: true })
})

test('100 where the disk is full nothing is written and nothing taken over, and it is said in words', { timeout: 120_000 }, async () => {
  const { ours, theirs, inspection, file } = await openTwo(4)
  const whenFull = (laptop: Laptop, operation: string, input: unknown) => {
    const { stdout } = spawnSync('bash', ['-c', 'ulimit -f 2048; exec "$@"', 'bash', process.execPath, ...commandOf(laptop, operation, input)], { env, encoding: 'utf8' })
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as { ok: boolean; value: Arrival[]; failure: { code: string } }
  }
  const out = join(openTestFolder(), 'vol.veldtoets')
  expect(whenFull(ours, 'bundle.exchange', { inspection, file: out, buildsOn: null })).toMatchObject({ ok: false, failure: { code: expect.stringMatching(/^(disk-full|write-error)$/) } })
  expect([existsSync(out), existsSync(`${out}.part`)]).toEqual([false, false])
  expect(whenFull(theirs, 'bundle.import', { files: [file] }).value).toMatchObject([{ state: 'refused', failure: { code: 'disk-full' } }])
  await openAgain(theirs)
  expect(await theirs.api.inspection.list({})).toEqual([])
  expect((await theirs.api.bundle.import({ files: [file] }))[0]).toMatchObject({ state: 'new' })
})

test('49 50 what is taken over is what was copied first: a stick that is pulled out or written to meanwhile changes nothing', { timeout: 60_000 }, async () => {
  const { theirs, file } = await openTwo(1)
  await openAgain(theirs)
  const [seen] = await theirs.api.bundle.preview({ files: [file] })
  writeFileSync(file, 'PK\x03\x04 iets anders')
  expect(await theirs.api.bundle.import({ files: [file] })).toMatchObject([{ state: 'refused', failure: { code: 'truncated' } }])
  expect(seen!.state).toBe('new')
  expect(await theirs.api.inspection.list({})).toEqual([])
})
