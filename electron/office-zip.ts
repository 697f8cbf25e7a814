import { open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { appError } from '../shared/errors.ts'
import { WITHOUT_WAITING } from './json-file.ts'

const MOST_PARTS = 500

/** As what a file is refused that cannot be read. */
export type Unreadable = 'xlsx-unreadable' | 'word-unreadable'
export interface ZipPart {
  readonly name: string
  readonly method: number
  readonly data: Buffer
}

/** A file as it was read: its bytes once, so that what was looked at is what is taken over. `largest` is in bytes. */
export async function readBytes(path: string, largest: number): Promise<Buffer> {
  const file = await open(path, WITHOUT_WAITING)
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw appError('not-a-regular-file', {})
    if (stat.size > largest) throw appError('file-too-large', { size: stat.size, largest })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** A part without its packing, at most so many bytes of the `limit` that the whole file may take. */
export function inflated({ method, data }: ZipPart, left: number, limit: number, unreadable: Unreadable): Buffer {
  const tooLarge = (size: number) => appError('file-too-large', { size, largest: limit })
  try {
    const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, left) })
    if (content.length > left) throw tooLarge(limit - left + content.length)
    return content
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(limit)
    throw String((error as NodeJS.ErrnoException).code).startsWith('Z_') ? appError(unreadable, {}) : error
  }
}

/** The parts of a zip as its directory names them (APPNOTE 4.3); nothing may stand outside of it. */
export function* partsOf(bytes: Buffer, unreadable: Unreadable): Generator<ZipPart> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw appError(unreadable, {})
  const [count, size, start] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  const isWhole = bytes.readUInt32LE(end + 4) === 0 && bytes.readUInt16LE(end + 8) === count // or a library may look for another directory
  if (count > MOST_PARTS || start + size !== end || !isWhole) throw appError(unreadable, {})
  let at = start
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw appError(unreadable, {})
    const [method, packed, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const [named, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    if (local + 30 > start || (method !== 0 && method !== 8)) throw appError(unreadable, {})
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    if (from + packed > start) throw appError(unreadable, {})
    yield { name: bytes.toString('utf8', at + 46, at + 46 + named), method, data: bytes.subarray(from, from + packed) }
    at += 46 + named + extra + comment
  }
  if (at !== end) throw appError(unreadable, {})
}
