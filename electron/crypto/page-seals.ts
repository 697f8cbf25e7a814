import { createHmac, createSecretKey, type KeyObject, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const [PAGE, MAC, SALT] = [4096, 64, 16]
const CHUNK = 256 * PAGE
/** Of the first page these bytes are plain: the salt, and what SQLite must know before it can decrypt. */
const PLAIN = 24

/**
 * The number of the first page of an encrypted database that is not as someone with the key wrote it there; null where all are. Each page carries an HMAC-SHA-512
 * of itself and its number, so that this is told without decrypting or following anything: an older copy of a page is not told from the newest.
 * Format: SQLCipher 4 with a raw key; the key of the HMAC is PBKDF2-SHA-512 of it in two rounds, with the salt of the file XOR 0x3A.
 * Nobody may have the file open in this process: closing it here would give up the lock that is held there.
 */
export function firstBrokenPage(path: string, key: Buffer): number | null {
  const file = openSync(path, 'r')
  try {
    const [bytes, last] = [Buffer.alloc(CHUNK), Buffer.alloc(4)]
    let secret: KeyObject | null = null
    for (let number = 1; ; number += CHUNK / PAGE) {
      const size = readSync(file, bytes, 0, CHUNK, (number - 1) * PAGE)
      if (size === 0) return null
      secret ??= createSecretKey(pbkdf2Sync(key, bytes.subarray(0, SALT).map((byte) => byte ^ 0x3a), 2, 32, 'sha512'))
      for (let at = 0; at < size; at += PAGE) {
        const page = bytes.subarray(at, at + PAGE)
        const own = number + at / PAGE
        last.writeUInt32LE(own)
        const mac = createHmac('sha512', secret).update(page.subarray(own === 1 ? PLAIN : 0, -MAC)).update(last).digest()
        if (at + PAGE > size || !mac.equals(page.subarray(-MAC))) return own
      }
    }
  } finally {
    closeSync(file)
  }
}
