import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { canonical } from './hash.ts'

/** 128 MiB and about a third of a second (trust.md §2.3). */
export const DEFAULT_WORK = 2 ** 17
const MAX_WORK = 2 ** 20

const base64 = (bytes: number) => z.base64().length(Math.ceil(bytes / 3) * 4)
const isPowerOfTwo = (n: number) => Number.isInteger(Math.log2(n))

/** How a passphrase becomes a key. The bounds keep a hostile file from claiming all memory. */
export const Kdf = z.strictObject({
  name: z.literal('scrypt'),
  text: z.literal('NFC'),
  N: z.int().min(2).max(MAX_WORK).refine(isPowerOfTwo),
  r: z.literal(8),
  p: z.literal(1),
  salt: base64(16),
})
export type Kdf = z.infer<typeof Kdf>

/** A secret under AES-256-GCM: base64 of the nonce, and of ciphertext followed by the tag. */
export const Wrapped = z.strictObject({ nonce: base64(12), wrapped: z.base64().max(400) })
export type Wrapped = z.infer<typeof Wrapped>

export const newKdf = (work = DEFAULT_WORK): Kdf => ({ name: 'scrypt', text: 'NFC', N: work, r: 8, p: 1, salt: randomBytes(16).toString('base64') })

/** Fourteen characters or five different words, or `passphrase-weak`. */
export function checkStrength(passphrase: string): void {
  const text = passphrase.normalize('NFC')
  const words = new Set(text.toLowerCase().match(/\p{L}{2,}/gu))
  if ([...text].length < 14 && words.size < 5) throw appError('passphrase-weak', {})
}

/** Stretches a passphrase (scrypt, RFC 7914) without blocking the host. Keyboards give NFC or NFD; both count as the same. */
export function stretch(passphrase: string, { N, r, p, salt }: Kdf): Promise<Buffer> {
  const text = Buffer.from(passphrase.normalize('NFC'), 'utf8')
  return new Promise((resolve, reject) => {
    scrypt(text, Buffer.from(salt, 'base64'), 32, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      text.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** A key of 32 bytes for one purpose only (HKDF-SHA256, RFC 5869). */
export const deriveKey = (secret: Buffer, label: string, salt: Uint8Array = Buffer.alloc(0)) => Buffer.from(hkdfSync('sha256', secret, salt, label, 32))

/** Wraps a secret; `header` is what must not change around it. */
export function wrap(key: Buffer, secret: Buffer, header: object): Wrapped {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(canonical(header)))
  const wrapped = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') }
}

/** The secret, or null when key or header do not fit. */
export function unwrap(key: Buffer, { nonce, wrapped }: Wrapped, header: object): Buffer | null {
  const bytes = Buffer.from(wrapped, 'base64')
  if (bytes.length < 16) return null
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(canonical(header))).setAuthTag(bytes.subarray(-16))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}
