import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What is known of bytes once all have gone by: how many, and CRC-32 as in a zip. */
export interface Sum {
  readonly size: number
  readonly crc32: number
}

/** The same with SHA-256 in lowercase hex, which costs ten times as much. */
export interface Digest extends Sum {
  readonly sha256: string
}

/** Takes bytes piece by piece, so that a file of any size needs no memory. */
export function createSum() {
  let [size, crc] = [0, 0]
  return {
    add(bytes: Uint8Array): void {
      crc = crc32(bytes, crc)
      size += bytes.length
    },
    end: (): Sum => ({ size, crc32: crc }),
  }
}

export function createDigest() {
  const hash = createHash('sha256')
  const sum = createSum()
  return {
    add(bytes: Uint8Array): void {
      hash.update(bytes)
      sum.add(bytes)
    },
    end: (): Digest => ({ ...sum.end(), sha256: hash.digest('hex') }),
  }
}

export function digestOf(bytes: Uint8Array): Digest {
  const digest = createDigest()
  digest.add(bytes)
  return digest.end()
}
