import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unlockKeyring } from '../../electron/crypto/keyring.ts'
import { firstBrokenPage } from '../../electron/crypto/page-seals.ts'
import { newInspection, openLaptop, openMachine, PASSPHRASE } from '../helpers/backend.ts'

const PAGE = 4096
const place = { folder: 'werk', passphrase: PASSPHRASE }

/** A workspace that was closed well: its file, and what tells of its pages. */
async function openClosed() {
  const laptop = await openLaptop()
  await newInspection(laptop)
  laptop.close()
  const { home } = laptop
  const file = join(home, 'werk/workspace.db')
  const key = Buffer.from((await unlockKeyring(join(home, 'werk'), PASSPHRASE)).databaseKey)
  const unlock = async () => {
    const machine = openMachine(home)
    await machine.api.workspace.unlock(place)
    return machine
  }
  return { file, bytes: readFileSync(file), unlock, broken: () => firstBrokenPage(file, key) }
}

const flipped = (bytes: Buffer, at: number, bit = 0) => {
  const other = Buffer.from(bytes)
  other[at]! ^= 1 << bit
  return other
}

test('a bit that fell over is found at its page, wherever it lies', async () => {
  const { file, bytes, broken } = await openClosed()
  expect([broken(), bytes.length % PAGE]).toEqual([null, 0])
  fc.assert(fc.property(fc.nat(bytes.length - 1).filter((at) => at < 16 || at > 23), fc.nat(7), (at, bit) => {
    writeFileSync(file, flipped(bytes, at, bit))
    expect(broken()).toBe(Math.floor(at / PAGE) + 1)
  }), { numRuns: 40 })
})

test('pages that changed places, and a file that ends halfway a page, are found', async () => {
  const { file, bytes, broken } = await openClosed()
  const [one, two] = [bytes.subarray(3 * PAGE, 4 * PAGE), bytes.subarray(6 * PAGE, 7 * PAGE)]
  writeFileSync(file, Buffer.concat([bytes.subarray(0, 3 * PAGE), two, bytes.subarray(4 * PAGE, 6 * PAGE), one, bytes.subarray(7 * PAGE)]))
  expect(broken()).toBe(4)
  writeFileSync(file, bytes.subarray(0, 5 * PAGE + 1))
  expect(broken()).toBe(6)
})

test('a workspace with a page that is not as it was written is not opened, nor one that misses its last pages', async () => {
  const { file, bytes, unlock } = await openClosed()
  for (const damaged of [flipped(bytes, 0), flipped(bytes, PAGE + 100), flipped(bytes, 2 * PAGE + 100), bytes.subarray(0, -PAGE)]) {
    writeFileSync(file, damaged)
    await expect(unlock()).rejects.toThrow('database-damaged')
  }
  for (let at = 16; at < 24; at++) { // what is plain: refused, or what was recorded is there all the same
    writeFileSync(file, flipped(bytes, at))
    const listed = await unlock().then(({ api }) => api.inspection.list({}), () => null)
    expect(listed?.length ?? 1).toBe(1)
  }
})

test('where a process left its write-ahead log behind, all is looked through as well', async () => {
  const { file, bytes, unlock } = await openClosed()
  writeFileSync(file, flipped(bytes, PAGE + 100))
  writeFileSync(`${file}-wal`, '')
  await expect(unlock()).rejects.toThrow('database-damaged')
  writeFileSync(file, bytes)
  writeFileSync(`${file}-wal`, '')
  expect(await (await unlock()).api.inspection.list({})).toHaveLength(1)
})
