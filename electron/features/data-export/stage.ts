import { closeSync, createReadStream, openSync, rmSync, writeSync } from 'node:fs'
import { createSum } from '../../crypto/digest.ts'
import type { Packed } from '../bundle/zip-writer.ts'

/** As much as is read at a time of what was written, in bytes. */
const CHUNK = 1024 * 1024

/** As much text as is kept before it goes to disk, in UTF-16 units. */
const BATCH = 256 * 1024

/** A member of a zip that grows while others do: it lies beside the file that is being made, and goes when that is there or given up. */
export interface Staged {
  write(text: string): void
  end(): Packed['content']
  drop(): void
}

/** Begins a member in a file of its own, for its size and sum must be known before the first byte of the zip. */
export function stageAt(path: string): Staged {
  const digest = createSum()
  let [file, waiting]: [number | null, string] = [openSync(path, 'w', 0o600), '']
  const flush = () => {
    const bytes = Buffer.from(waiting)
    waiting = ''
    digest.add(bytes)
    for (let at = 0; at < bytes.length;) at += writeSync(file!, bytes, at)
  }
  const close = () => {
    if (file !== null) closeSync(file)
    file = null
  }
  return {
    write(text) {
      waiting += text
      if (waiting.length >= BATCH) flush()
    },
    end() {
      flush()
      close()
      return { ...digest.end(), open: () => createReadStream(path, { highWaterMark: CHUNK }) }
    },
    drop() {
      close()
      rmSync(path, { force: true })
    },
  }
}
