import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { appError } from '../../shared/errors.ts'
import { createDigest, type Digest } from './digest.ts'
import { deriveKey } from './passphrase.ts'
import { flushFolder } from '../whole-file.ts'

const MAGIC = Buffer.from('VTB1')
const HEADER = MAGIC.length + 32
const CHUNK = 64 * 1024
const TAG = 16

/**
 * Encrypts a file piece by piece and writes it whole or not at all. Gives the digest of what went in.
 * Format: "VTB1", salt of 32 bytes, chunks of 64 KiB under AES-256-GCM with their tag; the key is HKDF(key, salt), the nonce 7 zero bytes, a counter
 * of 32 bits and 1 for the last chunk (the STREAM construction); the header is authenticated with each chunk. Only an empty file has an empty chunk.
 * A `passing` one is only read and thrown away, unless `flushFile` makes it lasting: nobody waits for the disk.
 */
export async function sealFile(source: AsyncIterable<Buffer>, path: string, key: Buffer, { passing = false } = {}): Promise<Digest> {
  const part = `${path}.part`
  const header = Buffer.concat([MAGIC, randomBytes(HEADER - MAGIC.length)])
  const encrypt = sealerOf(key, header) // before anything is waited for: the key is wiped when the workspace is closed
  const file = await open(part, 'w', 0o600)
  try {
    const digest = await writeSealed(source, file, header, encrypt)
    if (!passing) await file.sync()
    await file.close()
    await rename(part, path)
    if (!passing) flushFolder(dirname(path))
    return digest
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Decrypts the bytes from `from` up to, but not with, `to` of such a file that held `size` bytes, in pieces of at most 64 KiB.
 * Errors: `not-found`, `file-damaged`, also when the file is not as long as it must be.
 */
export async function* openSealedPart(path: string, key: Buffer, { from, to, size }: { from: number; to: number; size: number }): AsyncGenerator<Buffer> {
  const file = await openExisting(path)
  try {
    const chunks = Math.max(1, Math.ceil(size / CHUNK))
    if ((await file.stat()).size !== HEADER + size + chunks * TAG) throw appError('file-damaged', {})
    const decrypt = openerOf(key, await readUpTo(file, HEADER, 0))
    for (let counter = Math.floor(from / CHUNK); counter * CHUNK < to; counter++) {
      const start = counter * CHUNK
      const chunk = decrypt(await readUpTo(file, CHUNK + TAG, HEADER + counter * (CHUNK + TAG)), counter, counter === chunks - 1)
      yield chunk.subarray(Math.max(0, from - start), to - start)
    }
  } finally {
    await file.close()
  }
}

/** Opens such a file to read any part of it. Errors: `not-found`, `file-damaged`. Whoever opens it closes it. */
export async function openSealedFile(path: string, key: Buffer) {
  const file = await openExisting(path)
  const total = (await file.stat()).size - HEADER
  const chunks = Math.max(1, Math.ceil(total / (CHUNK + TAG)))
  const size = total - chunks * TAG
  const decrypt = openerOf(key, await readUpTo(file, HEADER, 0))
  let held = { counter: -1, bytes: Buffer.alloc(0) }
  const chunkAt = async (counter: number) => {
    if (held.counter !== counter) {
      const bytes = decrypt(await readUpTo(file, CHUNK + TAG, HEADER + counter * (CHUNK + TAG)), counter, counter === chunks - 1)
      held = { counter, bytes }
    }
    return held.bytes
  }
  async function* stream(offset: number, length: number): AsyncGenerator<Buffer> {
    for (let at = offset, end = offset + length; at < end;) {
      const start = at - (at % CHUNK)
      const piece = (await chunkAt(start / CHUNK)).subarray(at - start, end - start)
      if (piece.length === 0) throw appError('file-damaged', {})
      yield piece
      at += piece.length
    }
  }
  const read = async (offset: number, length: number) => {
    const pieces: Buffer[] = []
    for await (const piece of stream(offset, length)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  return { size, read, stream, close: () => file.close() }
}

/** Decrypts such a file; what is given is genuine, also when a later piece turns out not to be. Errors: `not-found`, `file-damaged`. */
export async function* openSealed(path: string, key: Buffer): AsyncGenerator<Buffer> {
  const file = await openExisting(path)
  try {
    const header = await readUpTo(file, HEADER)
    if (header.length < HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC)) throw appError('file-damaged', {})
    const decrypt = openerOf(key, header)
    let chunk = await readUpTo(file, CHUNK + TAG)
    for (let counter = 0, last = false; !last; counter++) {
      const next = await readUpTo(file, CHUNK + TAG)
      last = next.length === 0
      if (chunk.length === TAG && counter > 0) throw appError('file-damaged', {})
      yield decrypt(chunk, counter, last)
      chunk = next
    }
  } finally {
    await file.close()
  }
}

async function writeSealed(source: AsyncIterable<Buffer>, file: FileHandle, header: Buffer, encrypt: ReturnType<typeof sealerOf>): Promise<Digest> {
  const digest = createDigest()
  await file.writeFile(header) // and not `write`, which may leave a part unwritten and say so only in a number
  let counter = 0
  let held: Buffer | null = null
  for await (const chunk of chunksOf(source)) {
    digest.add(chunk)
    if (held !== null) await file.writeFile(encrypt(held, counter++, false))
    held = chunk
  }
  await file.writeFile(encrypt(held ?? Buffer.alloc(0), counter, true))
  return digest.end()
}

/** Pieces of any size as pieces of 64 KiB, the last one shorter. */
async function* chunksOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    held.push(piece)
    size += piece.length
    if (size < CHUNK) continue
    const bytes = Buffer.concat(held)
    const whole = size - (size % CHUNK)
    for (let at = 0; at < whole; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
    held = [bytes.subarray(whole)]
    size -= whole
  }
  if (size > 0) yield Buffer.concat(held)
}

function sealerOf(key: Buffer, header: Buffer) {
  const fileKey = fileKeyOf(key, header)
  return (chunk: Buffer, counter: number, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(counter, last)).setAAD(header)
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
}

function openerOf(key: Buffer, header: Buffer) {
  const fileKey = fileKeyOf(key, header)
  return (chunk: Buffer, counter: number, last: boolean) => {
    if (chunk.length < TAG) throw appError('file-damaged', {})
    const decipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(counter, last), { authTagLength: TAG })
    decipher.setAAD(header).setAuthTag(chunk.subarray(-TAG))
    const bytes = decipher.update(chunk.subarray(0, -TAG))
    try {
      decipher.final()
    } catch {
      throw appError('file-damaged', {})
    }
    return bytes
  }
}

const fileKeyOf = (key: Buffer, header: Buffer) => deriveKey(key, 'veldtoets/file/v1', header.subarray(MAGIC.length))

function nonceOf(counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(counter, 7)
  nonce[11] = last ? 1 : 0
  return nonce
}

async function openExisting(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch {
    throw appError('not-found', { what: 'file', id: basename(path) })
  }
}

/** From where the last read ended, or from a place in the file; fewer bytes only at its end. */
async function readUpTo(file: FileHandle, size: number, at: number | null = null): Promise<Buffer> {
  const bytes = Buffer.alloc(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, at === null ? null : at + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
