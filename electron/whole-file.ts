import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a file that is there whole or not at all: also after a power cut nobody reads half of it. */
export function writeWhole(path: string, bytes: string | Uint8Array): void {
  const part = `${path}.part`
  try {
    writeFileSync(part, bytes, { flush: true, mode: 0o600 })
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
  flushFolder(dirname(path))
}

/** Makes a rename in the folder durable. Windows keeps its directory itself and opens none to be flushed. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
