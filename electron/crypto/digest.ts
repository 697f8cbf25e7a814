import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

/** What is known of bytes once all have gone by: SHA-256 in lowercase hex, CRC-32 as in a zip. */
export interface Digest {
  readonly size: number
  readonly sha256: string
  readonly crc32: number
}

/** Takes bytes piece by piece, so that a file of any size needs no memory. */
export function createDigest() {
  const hash = createHash('sha256')
  let [size, crc] = [0, 0]
  return {
    add(bytes: Uint8Array): void {
      hash.update(bytes)
      crc = crc32(bytes, crc)
      size += bytes.length
    },
    end: (): Digest => ({ size, sha256: hash.digest('hex'), crc32: crc }),
  }
}

export function digestOf(bytes: Uint8Array): Digest {
  const digest = createDigest()
  digest.add(bytes)
  return digest.end()
}
