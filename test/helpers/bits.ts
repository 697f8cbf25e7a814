import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { openBundleIn } from '../../electron/features/bundle/open.ts'
import { AppError } from '../../shared/errors.ts'
import { writeGoodBundle } from './bundle.ts'

/** A part of the file: the content of a member, or the headers before, between and after. */
interface Region {
  name: string | null
  from: number
  to: number
  /** Where the checksum of the content stands, twice. */
  checksums: number[]
}

function regionsOf(bytes: Buffer): Region[] {
  const regions: Region[] = []
  let at = 0
  for (let next = 0; bytes.readUInt32LE(next) === 0x04034b50; at = next) {
    const start = next + 30 + bytes.readUInt16LE(next + 26)
    const name = bytes.toString('latin1', next + 30, start)
    regions.push({ name: null, from: next, to: start, checksums: [] })
    regions.push({ name, from: start, to: start + bytes.readUInt32LE(next + 18), checksums: [next + 14, bytes.lastIndexOf(name) - 30] })
    next = regions.at(-1)!.to
  }
  return [...regions, { name: null, from: at, to: bytes.length, checksums: [] }]
}

/** Every bit of what holds the bundle together; of data one bit of each byte. */
const bitsOf = ({ name }: Region, byte: number) => (name?.startsWith('data/') || name === 'VERIFY.txt' ? [byte % 8] : [0, 1, 2, 3, 4, 5, 6, 7])

/** Flips bits of a good bundle one at a time; `step` 1 is all of them. With `repaired` the checksums are made to fit again. A reader refuses by an AppError. */
export async function flipBits({ step, repaired, read = readStrictly }: { step: number; repaired: boolean; read?: Reader }) {
  const folder = mkdtempSync(join(tmpdir(), 'veldtoets-bits-'))
  const { path, trust } = await writeGoodBundle({ folder, values: ['met'] })
  const good = readFileSync(path)
  rmSync(folder, { recursive: true })
  const bytes = Buffer.from(good)
  const codes = new Map<string, number>()
  let [flips, turn] = [0, 0]
  for (const region of regionsOf(good)) {
    if (repaired && region.name === null) continue
    for (let at = region.from; at < region.to; at++) {
      for (const bit of bitsOf(region, at)) {
        if (turn++ % step !== 0) continue
        flips++
        bytes[at] = good[at]! ^ (1 << bit)
        if (repaired) repair(bytes, region)
        const code = await codeOf(read, bytes, trust)
        codes.set(code, (codes.get(code) ?? 0) + 1)
        bytes[at] = good[at]!
        for (const checksum of region.checksums) good.copy(bytes, checksum, checksum, checksum + 4)
      }
    }
  }
  return { size: good.length, flips, codes, accepted: codes.get('accepted') ?? 0, unharmed: await codeOf(read, bytes, trust) }
}

function repair(bytes: Buffer, { from, to, checksums }: Region): void {
  const crc = crc32(bytes.subarray(from, to))
  for (const checksum of checksums) bytes.writeUInt32LE(crc, checksum)
}

type Reader = (bytes: Buffer, trust: Parameters<typeof openBundleIn>[1]) => Promise<void>

/** As a file is read, but for the disk: opening one a hundred thousand times tells nothing of bits. */
const readStrictly: Reader = async (bytes, trust) => (await openBundleIn({
  size: bytes.length,
  read: async (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
  stream: async function* (offset, length) { yield Buffer.from(bytes.subarray(offset, offset + length)) },
  close: async () => {},
}, trust)).close()

async function codeOf(read: Reader, bytes: Buffer, trust: Parameters<typeof openBundleIn>[1]): Promise<string> {
  try {
    await read(bytes, trust)
    return 'accepted'
  } catch (error) {
    if (error instanceof AppError) return error.failure.code
    throw error
  }
}
