import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSealed, sealFile } from '../../electron/crypto/sealed-file.ts'
import { openTestFolder } from '../helpers/folder.ts'

const CHUNK = 64 * 1024
const SEALED = CHUNK + 16
const HEADER = 36
const key = randomBytes(32)

async function* pieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const sealed = async (bytes: Buffer, size = 10_000) => {
  const path = join(openTestFolder(), 'evidence')
  return { path, digest: await sealFile(pieces(bytes, size), path, key), file: readFileSync(path) }
}
const opened = async (path: string, by = key) => {
  const parts: Buffer[] = []
  for await (const part of openSealed(path, by)) parts.push(part)
  return Buffer.concat(parts)
}

test('what goes in comes out, whatever its size and however it arrives', async () => {
  const near = fc.tuple(fc.nat(3), fc.integer({ min: -2, max: 2 })).map(([chunks, more]) => Math.max(0, chunks * CHUNK + more))
  await fc.assert(fc.asyncProperty(near, fc.integer({ min: 1_000, max: 3 * CHUNK }), async (size, piece) => {
    const bytes = randomBytes(size)
    const { path, digest, file } = await sealed(bytes, piece)
    expect(digest).toEqual({ size, sha256: createHash('sha256').update(bytes).digest('hex'), crc32: crc32(bytes) })
    expect(file.length).toBe(HEADER + size + 16 * Math.max(1, Math.ceil(size / CHUNK)))
    expect((await opened(path)).equals(bytes)).toBe(true)
  }), { numRuns: 40 })
})

test('nothing of it can be read from the disk, and the same file never looks the same twice', async () => {
  const bytes = Buffer.from('VERTROUWELIJK gespreksverslag '.repeat(100))
  const [one, other] = [await sealed(bytes), await sealed(bytes)]
  expect(one.file.includes('VERTROUWELIJK')).toBe(false)
  expect(one.file.subarray(HEADER).equals(other.file.subarray(HEADER))).toBe(false)
})

test.each([
  ['cut after its first chunk', (file: Buffer) => file.subarray(0, HEADER + SEALED)],
  ['cut after its second chunk', (file: Buffer) => file.subarray(0, HEADER + 2 * SEALED)],
  ['cut inside a chunk', (file: Buffer) => file.subarray(0, -1)],
  ['cut inside its header', (file: Buffer) => file.subarray(0, 20)],
  ['without its chunks', (file: Buffer) => file.subarray(0, HEADER)],
  ['with nothing in it', () => Buffer.alloc(0)],
  ['with a byte more', (file: Buffer) => Buffer.concat([file, Buffer.of(0)])],
  ['with its last chunk twice', (file: Buffer) => Buffer.concat([file, file.subarray(HEADER + 2 * SEALED)])],
  ['with two chunks swapped', (file: Buffer) => Buffer.concat([
    file.subarray(0, HEADER), file.subarray(HEADER + SEALED, HEADER + 2 * SEALED), file.subarray(HEADER, HEADER + SEALED), file.subarray(HEADER + 2 * SEALED),
  ])],
  ['without its first chunk', (file: Buffer) => Buffer.concat([file.subarray(0, HEADER), file.subarray(HEADER + SEALED)])],
  ['of another kind', (file: Buffer) => Buffer.concat([Buffer.from('%PDF'), file.subarray(4)])],
])('a file %s is damaged', async (_what, spoil) => {
  const { path, file } = await sealed(randomBytes(2 * CHUNK + 100))
  writeFileSync(path, spoil(file))
  await expect(opened(path)).rejects.toThrow('file-damaged')
})

test('a chunk of another file does not fit', async () => {
  const [one, other] = [await sealed(randomBytes(2 * CHUNK)), await sealed(randomBytes(2 * CHUNK))]
  writeFileSync(one.path, Buffer.concat([one.file.subarray(0, HEADER + SEALED), other.file.subarray(HEADER + SEALED)]))
  await expect(opened(one.path)).rejects.toThrow('file-damaged')
})

test('a changed bit in any byte of a small file is refused', async () => {
  const { path, file } = await sealed(Buffer.from('bevinding'))
  for (let at = 0; at < file.length; at++) {
    const bad = Buffer.from(file)
    bad[at]! ^= 1 << (at % 8)
    writeFileSync(path, bad)
    await expect(opened(path)).rejects.toThrow('file-damaged')
  }
})

test('any changed bit of a large file is refused', async () => {
  const { path, file } = await sealed(randomBytes(2 * CHUNK + 5))
  await fc.assert(fc.asyncProperty(fc.nat(file.length * 8 - 1), async (bit) => {
    const bad = Buffer.from(file)
    bad[bit >> 3]! ^= 1 << (bit & 7)
    writeFileSync(path, bad)
    await expect(opened(path)).rejects.toThrow('file-damaged')
  }), { numRuns: 60 })
})

test('another key opens nothing', async () => {
  const { path } = await sealed(Buffer.from('bevinding'))
  await expect(opened(path, randomBytes(32))).rejects.toThrow('file-damaged')
})

test('a file that is gone is not found', async () => {
  await expect(opened(join(openTestFolder(), 'weg'))).rejects.toThrow('not-found')
})

test('a source that breaks off leaves nothing behind, and keeps what was there', async () => {
  const { path, file } = await sealed(Buffer.from('eerste versie'))
  async function* breaking() {
    yield randomBytes(CHUNK * 2)
    throw new Error('USB stick pulled out')
  }
  await expect(sealFile(breaking(), path, key)).rejects.toThrow('USB stick')
  expect(readdirSync(join(path, '..'))).toEqual(['evidence'])
  expect(readFileSync(path).equals(file)).toBe(true)
})
