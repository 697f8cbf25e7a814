import { crc32 } from 'node:zlib'
import { digestOf } from '../../electron/crypto/digest.ts'
import type { Inspector } from './bundle.ts'

/** A member as a hostile hand would write it; what is not said is as it should be. */
export interface Part {
  name: string | Buffer
  content: Buffer
  /** In both headers. */
  flags?: number
  method?: number
  extra?: Buffer
  crc?: number
  /** Said to be this large. */
  size?: number
  compressed?: number
  /** In the local header only. */
  localName?: string
  /** In the central header only. */
  external?: number
  internal?: number
  comment?: string
  offset?: number
  time?: number
  madeBy?: number
  disk?: number
}

/** The members of a bundle, by a reader that is only good enough for good ones. */
export function partsOf(bytes: Buffer): Part[] {
  const parts: Part[] = []
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [size, start] = [bytes.readUInt32LE(at + 18), at + 30 + bytes.readUInt16LE(at + 26)]
    parts.push({ name: bytes.toString('latin1', at + 30, start), content: Buffer.from(bytes.subarray(start, start + size)) })
    at = start + size
  }
  return parts
}

const u16 = (...numbers: number[]) => Buffer.from(Uint16Array.from(numbers).buffer)
const u32 = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer)

export interface End {
  count?: number
  disk?: number
  comment?: string
  before?: Buffer
}

/** Writes parts as a zip, byte by byte as told. `gap` bytes lie before each member. */
export function zipOf(parts: readonly Part[], { count, disk = 0, comment = '', before = Buffer.alloc(0) }: End = {}, gap = Buffer.alloc(0)): Buffer {
  const [body, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const part of parts) {
    const { content, flags = 0x0800, method = 0, extra = Buffer.alloc(0), crc = crc32(content) } = part
    const { size = content.length, compressed = size, comment: note = '', time = 0 } = part
    const name = Buffer.from(part.name as string)
    const shared = (called: Buffer) => Buffer.concat([
      u16(20, flags, method, time, 0x0021), u32(crc, compressed, size), u16(called.length, extra.length),
    ])
    const own = Buffer.from(part.localName ?? name)
    const local = Buffer.concat([gap, u32(0x04034b50), shared(own), own, extra, content])
    const tail = [u16(note.length, part.disk ?? 0, part.internal ?? 0), u32(part.external ?? 0, part.offset ?? offset + gap.length), name, extra, Buffer.from(note)]
    directory.push(Buffer.concat([u32(0x02014b50), u16(part.madeBy ?? 20), shared(name), ...tail]))
    body.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const all = count ?? parts.length
  const end = [u32(0x06054b50), u16(disk, disk, all, all), u32(central.length, offset), u16(comment.length), Buffer.from(comment)]
  return Buffer.concat([...body, central, before, ...end])
}

/** Other bytes for one part. */
export const replacing = (parts: readonly Part[], name: string, edit: (content: Buffer) => Buffer | string): Part[] =>
  parts.map((part) => (part.name === name ? { ...part, content: Buffer.from(edit(part.content) as Buffer) } : part))

export const without = (parts: readonly Part[], ...names: string[]): Part[] => parts.filter(({ name }) => !names.includes(String(name)))

/** Makes manifest, statements and signatures fit again: what someone with a good key can do. */
export function resigned(parts: readonly Part[], people: readonly Inspector[], edit: (statement: string) => string = (text) => text): Part[] {
  const listed = parts.filter(({ name }) => !/^(mimetype|manifest-sha256\.txt|signatures\/.*)$/.test(String(name)))
  const lines = listed.map(({ name, content }) => `${digestOf(content).sha256}  ${String(name)}\n`)
  const manifest = Buffer.from(lines.join(''))
  const { sha256 } = digestOf(manifest)
  let fixed = replacing(parts, 'manifest-sha256.txt', () => manifest)
  for (const { kid, sign } of people) {
    let bytes = Buffer.alloc(0)
    fixed = replacing(fixed, `signatures/${kid}.json`, (json) => {
      bytes = Buffer.from(edit(json.toString().replace(/"manifestSha256":"[0-9a-f]{64}"/, `"manifestSha256":"${sha256}"`)))
      return bytes
    })
    fixed = replacing(fixed, `signatures/${kid}.sig`, () => sign(bytes))
  }
  return fixed
}
