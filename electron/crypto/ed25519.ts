import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { appError } from '../../shared/errors.ts'
import { remembering } from './remembering.ts'

/** The 12 bytes before the raw key in the SPKI DER of every Ed25519 key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const FIELD = 2n ** 255n - 19n

/** A new key pair: the private key as PKCS#8 DER, to be wiped by whoever holds it, the public key as base64 of SPKI DER. */
export function newSigningKey(): { pkcs8: Buffer; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  return { pkcs8: privateKey.export({ type: 'pkcs8', format: 'der' }), publicKey: spki.toString('base64') }
}

/** The name of a public key (base64 SPKI): lowercase hex of the first 16 bytes of its SHA-256. */
export const kidOf = (publicKey: string) => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 32)

/** A raw Ed25519 signature of 64 bytes (RFC 8032). */
export const signWith = (pkcs8: Buffer, bytes: Uint8Array) => sign(null, bytes, createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))

/** Does the signature fit? A key is only worth anything through its certificate. */
export const isSignedBy = (publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, bytes, keyOf(publicKey), signature)

const keyOf = remembering(500, (publicKey) => createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }))

/** The same of what is met with every bundle, such as a certificate: that a signature fits follows from key, bytes and signature alone, so it is worked out once. */
export const isIssuedBy = (publicKey: string, bytes: Buffer, signature: Buffer): boolean =>
  fits([publicKey, bytes.toString('base64'), signature.toString('base64')].join(' '))

const fits = remembering(500, (text) => {
  const [publicKey, bytes, signature] = text.split(' ')
  return isSignedBy(publicKey!, Buffer.from(bytes!, 'base64'), Buffer.from(signature!, 'base64'))
})

/** Errors: `key-type` for anything but Ed25519; `weak-key` for a key that in OpenSSL 3.0 and others verifies anything, or is spelt in a second way. */
export function checkKey(publicKey: string): void {
  const spki = Buffer.from(publicKey, 'base64')
  if (spki.length !== 44 || !spki.subarray(0, 12).equals(SPKI)) throw appError('key-type', {})
  const y = BigInt(`0x${Buffer.from(spki.subarray(12)).reverse().toString('hex')}`) & (2n ** 255n - 1n)
  if (y >= FIELD || SMALL_ORDER.includes(y)) throw appError('weak-key', {})
}

/** The y of the points of order 1, 2, 4 and 8: 1, -1, 0, and both roots of d·y⁴ + 2y² = 1; the sign of x is a bit apart. */
const SMALL_ORDER = [
  0n,
  1n,
  FIELD - 1n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
]
