import { AppError, appError } from '../../shared/errors.ts'

/** One DER element (X.690). */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content])
  const length = Buffer.from(content.length.toString(16).padStart(content.length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content])
}

export const sequence = (...parts: readonly Uint8Array[]) => der(0x30, ...parts)

/** A positive INTEGER from big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = Buffer.from(start === -1 ? [0] : bytes.subarray(start))
  return der(0x02, digits[0]! & 0x80 ? Buffer.concat([Buffer.of(0), digits]) : digits)
}

/** UTCTime until 2049, GeneralizedTime after (RFC 5280, 4.1.2.5); whole seconds. */
export function time(iso: string): Buffer {
  const digits = new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z').replace(/[-:T]/g, '')
  const year = Number(digits.slice(0, 4))
  return year < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits))
}

export const ED25519 = sequence(Buffer.from('06032b6570', 'hex'))

/** A certificate, request or revocation list: the signed part, the algorithm, the signature. */
export const signedDer = (signed: Buffer, signature: Buffer) => sequence(signed, ED25519, der(0x03, Buffer.of(0), signature))

/** Takes such an element apart. Every byte counts: what is not exactly what `signedDer` writes is refused. Errors: `not-canonical`, `key-type`. */
export function splitSigned(label: string, bytes: Buffer): { signed: Buffer; signature: Buffer } {
  const inner = elementAt(label, bytes, 0)
  const signed = elementAt(label, bytes, inner.start)
  const algorithm = elementAt(label, bytes, signed.end)
  if (!bytes.subarray(signed.end, algorithm.end).equals(ED25519)) throw appError('key-type', {})
  const parts = { signed: bytes.subarray(inner.start, signed.end), signature: bytes.subarray(-64) }
  if (!signedDer(parts.signed, parts.signature).equals(bytes)) throw appError('not-canonical', { member: label })
  return parts
}

/** Where the content of the element at `offset` starts and ends. */
function elementAt(label: string, bytes: Buffer, offset: number): { start: number; end: number } {
  const first = bytes[offset + 1] ?? 0xff
  const size = first < 0x80 ? 0 : first & 0x7f
  const start = offset + 2 + size
  if (size > 2 || start > bytes.length) throw appError('not-canonical', { member: label })
  const length = size === 0 ? first : bytes.readUIntBE(offset + 2, size)
  if (start + length > bytes.length) throw appError('not-canonical', { member: label })
  return { start, end: start + length }
}

/** PEM (RFC 7468) as openssl writes it. */
export function toPem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g)!
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/** PEM is lenient by nature; here each content has one spelling. Errors: `not-canonical`. */
export function fromPem(label: string, pem: string): Buffer {
  const body = pem.split('-----')[2] ?? ''
  const bytes = Buffer.from(body.slice(0, 90_000), 'base64')
  if (bytes.length === 0 || toPem(label, bytes) !== pem) throw appError('not-canonical', { member: label })
  return bytes
}

/** Lets a library read what a stranger may have written; whatever it throws means that it cannot be read. Errors: `not-canonical`. */
export function decoded<T>(label: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof AppError ? error : appError('not-canonical', { member: label })
  }
}

/** The blocks of a file of several, one after the other, each for a reader of one. */
export const pemsIn = (text: string): string[] => text.split(/(?<=-----END [A-Z0-9 ]+-----\n)/)
