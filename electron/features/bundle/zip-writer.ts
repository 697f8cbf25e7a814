import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { appError } from '../../../shared/errors.ts'
import { createDigest, type Digest, digestOf } from '../../crypto/digest.ts'
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
export async function writeZip(path: string, members: readonly Member[], progress: Progress = {}): Promise<{ size: number }> {
  const part = `${path}.part`
  const { placed, end, size } = layOut(members)
  if (size > LIMITS.bytes) throw appError('too-large', { what: 'bundle', bytes: size, limit: LIMITS.bytes })
  if (members.length > LIMITS.members) throw appError('too-many-members', { members: members.length, limit: LIMITS.members })
  progress.signal?.throwIfAborted()
  const file = await saying(async () => {
    await rm(part, { force: true })
    return open(part, 'wx')
  })
  try {
    const write = createSink(file, size, progress)
    for (const [index, { content }] of members.entries()) {
      await write(localHeaderOf(placed[index]!))
      if (Buffer.isBuffer(content)) await write(content)
      else await copy(placed[index]!.name, content, write)
    }
    await write(end)
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

function layOut(members: readonly Member[]) {
  const placed: Placed[] = []
  let offset = 0
  for (const member of members) {
    const { size, crc32 } = digestOfMember(member)
    const place = { name: member.name, size, crc32, offset }
    placed.push(place)
    offset += localHeaderOf(place).length + size
  }
  const directory = Buffer.concat(placed.map(centralHeaderOf))
  const end = Buffer.concat([directory, endOf({ count: placed.length, size: directory.length, offset })])
  return { placed, end, size: offset + end.length }
}

async function copy(name: string, source: Source, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  const digest = createDigest()
  for await (const bytes of source.open()) {
    digest.add(bytes)
    await write(bytes)
  }
  const { size, sha256, crc32 } = digest.end()
  if (size !== source.size || sha256 !== source.sha256 || crc32 !== source.crc32) throw appError('hash-mismatch', { member: name })
}

function createSink(file: FileHandle, total: number, { signal, onProgress }: Progress) {
  let done = 0
  return async (bytes: Uint8Array) => {
    signal?.throwIfAborted()
    await saying(() => file.writeFile(bytes))
    done += bytes.length
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
