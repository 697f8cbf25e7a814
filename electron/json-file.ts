import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { appError } from '../shared/errors.ts'

/** A pipe that nobody writes to keeps nobody waiting. */
export const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Reads a text file of at most `largest` bytes as UTF-8. Errors: `not-a-regular-file`, `file-too-large`, `not-text`. */
export async function readText(path: string, largest: number): Promise<string> {
  const file = await open(path, WITHOUT_WAITING)
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw appError('not-a-regular-file', {})
    if (stat.size > largest) throw appError('file-too-large', { size: stat.size, largest })
    return decode(await file.readFile())
  } finally {
    await file.close()
  }
}

/** Reads a JSON file, as `readText` does. Errors: `not-json`. */
export async function readJson(path: string, largest: number): Promise<unknown> {
  const text = await readText(path, largest)
  try {
    return JSON.parse(text)
  } catch {
    throw appError('not-json', {})
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw appError('not-text', {})
  }
}
