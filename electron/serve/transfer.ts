import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileTable } from '../files.ts'
import { HEADERS } from '../page.ts'

export const LARGEST_FILE = 8 * 1024 ** 3

const NAME = 'veldtoets-files-'

/** Files on their way between a browser and the backend: in a private folder, under names of our own, only as long as needed. */
export interface Transfer {
  /** Takes the body as a file and answers `{ handle, name }`; 413 when it is too large. What is broken off leaves nothing. */
  upload(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Answers `{ handle }` to write to, under the name in the header. */
  save(request: IncomingMessage, response: ServerResponse): void
  /** Sends what was written and then forgets it; 404 when there is nothing. */
  download(response: ServerResponse, handle: string): Promise<void>
  close(): void
}

export function createTransfer(files: FileTable, { folder = openFolder(), largest = LARGEST_FILE } = {}): Transfer {
  return {
    upload: async (request, response) => {
      const path = join(folder, randomUUID())
      try {
        await pipeline(request, upTo(largest), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      } catch (error) {
        await rm(path, { force: true })
        if (!(error instanceof TooLarge)) throw error
        response.writeHead(413, { ...HEADERS, connection: 'close' }).end()
        return
      }
      const name = nameOf(request)
      answer(response, { handle: files.addRead(path, name), name })
    },
    save: (request, response) => answer(response, { handle: files.addWrite(join(folder, randomUUID()), nameOf(request)) }),
    download: async (response, handle) => {
      const { path, name } = files.toWrite(handle)
      const { size } = await stat(path)
      response.writeHead(200, { ...HEADERS, ...asDownload(name), 'content-length': size })
      await pipeline(createReadStream(path), response)
      files.release(handle)
      await rm(path)
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

class TooLarge extends Error {}

/** Lets bytes through up to a limit; beyond it the stream fails. */
function upTo(limit: number): Transform {
  let size = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      done(size > limit ? new TooLarge() : null, chunk)
    },
  })
}

function answer(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'application/json' }).end(JSON.stringify(value))
}

/** The name that the person knows the file by, from the header `x-name`; it is shown, never used as a path. */
export function nameOf(request: IncomingMessage): string {
  try {
    return basename(decodeURIComponent(String(request.headers['x-name'] ?? ''))) || 'bestand'
  } catch {
    return 'bestand'
  }
}

/** A plain ASCII name without quotes or separators: all that RFC 6266 lets every browser understand alike. */
export function asDownload(name: string): Record<string, string> {
  const safe = name.normalize('NFKD').replaceAll(/[^A-Za-z0-9._ -]/g, '').replace(/^[. ]+/, '') || 'bestand'
  return { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${safe}"` }
}

/** A new private folder, named after this process; what processes that ended left behind is swept. */
export function openFolder(): string {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(NAME))) {
    if (!isAlive(Number(name.slice(NAME.length).split('-')[0]))) sweep(join(tmpdir(), name))
  }
  return mkdtempSync(join(tmpdir(), `${NAME}${process.pid}-`))
}

function isAlive(process_: number): boolean {
  try {
    return process.kill(process_, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function sweep(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch { /* another person's, not ours to sweep */ }
}
