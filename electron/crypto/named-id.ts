import { createHash } from 'node:crypto'

/** The namespace of names that this program gives: a UUID of our own. */
const NAMESPACE = Buffer.from('5f0c2b7e8a5d4c3f9e6b1d2a7c4e8f10', 'hex')

/** The UUID that a name always has (RFC 9562, version 5): it tells things apart and keeps nothing secret. */
export function namedId(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
