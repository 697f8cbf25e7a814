import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { openBundle } from '../../electron/features/bundle/open.ts'
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
  const file = openSync(path, 'r+')
  const codes = new Map<string, number>()
  let [flips, turn] = [0, 0]
  for (const region of regionsOf(good)) {
    if (repaired && region.name === null) continue
    for (let at = region.from; at < region.to; at++) {
      for (const bit of bitsOf(region, at)) {
        if (turn++ % step !== 0) continue
        flips++
        writeSync(file, Buffer.of(good[at]! ^ (1 << bit)), 0, 1, at)
        if (repaired) repair(file, region, readFileSync(path))
        const code = await codeOf(read, path, trust)
        codes.set(code, (codes.get(code) ?? 0) + 1)
        writeSync(file, good, at, 1, at)
        for (const checksum of repaired ? region.checksums : []) writeSync(file, good, checksum, 4, checksum)
      }
    }
  }
  const unharmed = await codeOf(read, path, trust)
  closeSync(file)
  rmSync(folder, { recursive: true })
  return { size: good.length, flips, codes, accepted: codes.get('accepted') ?? 0, unharmed }
}

function repair(file: number, { from, to, checksums }: Region, bytes: Buffer): void {
  const crc = Buffer.alloc(4)
  crc.writeUInt32LE(crc32(bytes.subarray(from, to)))
  for (const checksum of checksums) writeSync(file, crc, 0, 4, checksum)
}

type Reader = (path: string, trust: Parameters<typeof openBundle>[1]) => Promise<void>

const readStrictly: Reader = async (path, trust) => (await openBundle(path, trust)).close()

async function codeOf(read: Reader, path: string, trust: Parameters<typeof openBundle>[1]): Promise<string> {
  try {
    await read(path, trust)
    return 'accepted'
  } catch (error) {
    if (error instanceof AppError) return error.failure.code
    throw error
  }
}
