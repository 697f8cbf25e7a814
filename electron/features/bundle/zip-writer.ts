import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { appError } from '../../../shared/errors.ts'
import { encrypted } from '../../crypto/age.ts'
import { createDigest, createSum, type Digest, digestOf, type Sum } from '../../crypto/digest.ts'
import { flushFolder } from '../../whole-file.ts'
import { centralHeaderOf, endOf, LIMITS, localHeaderOf, type Placed } from './layout.ts'

/** A large member, of which all is known before a byte is read. */
export interface Source extends Digest {
  open(): AsyncIterable<Uint8Array>
}

/** A member of a bundle: small ones as bytes. */
export interface Member {
  readonly name: string
  readonly content: Buffer | Source
}

/** A large member that nobody vouches for: what was written a moment ago to be packed. */
export interface Packed {
  readonly name: string
  readonly content: Sum & { readonly sha256?: undefined; open(): AsyncIterable<Uint8Array> }
}
type Content = (Member | Packed)['content']

/** How a bundle is written: encrypted for these recipients (age), or as it is where there are none. */
export interface Writing extends Progress {
  readonly recipients?: readonly string[] | undefined
}

export interface Progress {
  readonly signal?: AbortSignal | undefined
  /** Called with bytes, while it goes on. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

export const digestOfMember = ({ content }: Member): Digest => (Buffer.isBuffer(content) ? digestOf(content) : content)

/**
 * Writes members in the order given. The file is there whole or not at all: it gets its name after the last byte is on disk.
 * Refuses a source that is not what was said of it ('hash-mismatch').
 */
export async function writeZip(path: string, members: readonly (Member | Packed)[], writing: Writing = {}): Promise<{ size: number }> {
  const part = `${path}.part`
  const { placed, end, size } = layOut(members)
  if (size > LIMITS.bytes) throw appError('too-large', { what: 'bundle', bytes: size, limit: LIMITS.bytes })
  if (members.length > LIMITS.members) throw appError('too-many-members', { members: members.length, limit: LIMITS.members })
  writing.signal?.throwIfAborted()
  const file = await saying(async () => {
    await rm(part, { force: true })
    return open(part, 'wx')
  })
  try {
    const plain = counted(piecesOf(members, placed, end), size, writing)
    const { recipients = [] } = writing
    for await (const piece of recipients.length > 0 ? encrypted(plain, recipients) : plain) await saying(() => file.writeFile(piece))
    await saying(() => file.sync())
    await file.close()
    await saying(async () => {
      await rename(part, path)
      flushFolder(dirname(path)) // a stick may be pulled out right after this
    })
  } catch (error) {
    await file.close().catch(() => {})
    await rm(part, { force: true })
    throw error
  }
  return { size }
}

const sumOf = (content: Content): Sum => (Buffer.isBuffer(content) ? digestOf(content) : content)

function layOut(members: readonly (Member | Packed)[]) {
  const placed: Placed[] = []
  let offset = 0
  for (const member of members) {
    const { size, crc32 } = sumOf(member.content)
    const place = { name: member.name, size, crc32, offset }
    placed.push(place)
    offset += localHeaderOf(place).length + size
  }
  const directory = Buffer.concat(placed.map(centralHeaderOf))
  const end = Buffer.concat([directory, endOf({ count: placed.length, size: directory.length, offset })])
  return { placed, end, size: offset + end.length }
}

async function* piecesOf(members: readonly (Member | Packed)[], placed: readonly Placed[], end: Buffer): AsyncGenerator<Uint8Array> {
  for (const [index, { content }] of members.entries()) {
    yield localHeaderOf(placed[index]!)
    if (Buffer.isBuffer(content)) yield content
    else yield* held(placed[index]!.name, content)
  }
  yield end
}

/** The bytes of a source, held against what was said of it. */
async function* held(name: string, source: Exclude<Content, Buffer>): AsyncGenerator<Uint8Array> {
  const digest = source.sha256 === undefined ? createSum() : createDigest()
  for await (const bytes of source.open()) {
    digest.add(bytes)
    yield bytes
  }
  const found: Sum & { sha256?: string } = digest.end()
  if (found.size !== source.size || found.sha256 !== source.sha256 || found.crc32 !== source.crc32) throw appError('hash-mismatch', { member: name })
}

async function* counted(pieces: AsyncIterable<Uint8Array>, total: number, { signal, onProgress }: Progress): AsyncGenerator<Uint8Array> {
  let done = 0
  for await (const piece of pieces) {
    signal?.throwIfAborted()
    yield piece
    done += piece.length
    onProgress?.(done, total)
  }
}

/** Says in words that a disk is full, read-only or gone. */
async function saying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw appError('write-error', { reason: String(error.code) })
    throw error
  }
}
