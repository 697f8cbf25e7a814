import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'
import { appError } from '../../../shared/errors.ts'

const CHUNK = 1024 * 1024
const WINDOW = 64 * 1024

/** A file of which any part can be read, and nothing else than a file. */
export interface Bytes {
  readonly size: number
  /** Exactly these bytes; a medium that fails or a file that shrinks is 'read-error'. */
  read(offset: number, length: number): Promise<Buffer>
  /** The same, in pieces of at most a mebibyte that are overwritten by the next. */
  stream(offset: number, length: number): AsyncIterable<Buffer>
  close(): Promise<void>
}

/** Opens a regular file; a folder, link, pipe or device is refused before anything is read from it. */
export async function openBytes(path: string): Promise<Bytes> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const kind = await lstat(path).catch(() => { throw appError('file-unreadable', {}) })
  if (!kind.isFile()) throw appError('not-a-regular-file', {})
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => { throw appError('file-unreadable', {}) })
  const now = await file.stat()
  if (!now.isFile()) { // it was replaced between the look and the opening
    await file.close()
    throw appError('not-a-regular-file', {})
  }
  const read = windowOf(file, now.size)
  return {
    size: now.size,
    read,
    stream: (offset, length) => (length <= WINDOW ? once(read, offset, length) : pieces(file, offset, length)),
    close: () => file.close(),
  }
}

/** Small parts that lie together are read from the medium together. */
function windowOf(file: FileHandle, size: number): Bytes['read'] {
  let [start, window] = [0, Buffer.alloc(0)]
  return async (offset, length) => {
    if (offset < start || offset + length > start + window.length) {
      const next = Buffer.alloc(Math.max(length, Math.min(WINDOW, size - offset)))
      await fill(file, next, offset)
      ;[start, window] = [offset, next]
    }
    return Buffer.from(window.subarray(offset - start, offset - start + length))
  }
}

async function* once(read: Bytes['read'], offset: number, length: number): AsyncIterable<Buffer> {
  if (length > 0) yield await read(offset, length)
}

async function* pieces(file: FileHandle, offset: number, length: number): AsyncIterable<Buffer> {
  const buffer = Buffer.alloc(Math.min(CHUNK, length))
  for (let done = 0; done < length; done += buffer.length) {
    const piece = buffer.subarray(0, Math.min(buffer.length, length - done))
    await fill(file, piece, offset + done)
    yield piece
  }
}

async function fill(file: FileHandle, into: Buffer, offset: number): Promise<void> {
  for (let done = 0; done < into.length;) {
    const { bytesRead } = await file.read(into, done, into.length - done, offset + done).catch(() => { throw appError('read-error', {}) })
    if (bytesRead === 0) throw appError('read-error', {})
    done += bytesRead
  }
}
