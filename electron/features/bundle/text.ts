import { appError } from '../../../shared/errors.ts'
import { canonical } from '../../crypto/hash.ts'

const DEPTH = 64
const LINE = 1024 * 1024
const LF = 0x0a

/** Reads bytes as UTF-8 and nothing else; a byte order mark stays and is refused later. */
export function textOf(bytes: Uint8Array, member: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw appError('encoding', { member })
  }
}

/** Reads JSON that is written as only one text can be (RFC 8785), with whole numbers that JavaScript can hold. */
export function parseCanonical(bytes: Uint8Array, member: string): unknown {
  const text = textOf(bytes, member)
  if (depthOf(text) > DEPTH) throw appError('too-deep', { member })
  const value = parse(text, member)
  assertPlain(value, member)
  if (canonicalOrNull(value) !== text) throw appError('not-canonical', { member })
  return value
}

/** The same in a file of its own, which ends with a line end. */
export function parseFile(bytes: Buffer, member: string): unknown {
  if (!textOf(bytes, member).endsWith('\n')) throw appError('not-canonical', { member })
  return parseCanonical(bytes.subarray(0, -1), member)
}

/** Cuts a stream into lines. Each ends with a line end and is at most a mebibyte, so that no file can fill the memory. */
export async function* linesOf(pieces: AsyncIterable<Buffer>, member: string): AsyncIterable<{ bytes: Buffer; place: string }> {
  let rest = Buffer.alloc(0)
  let number = 1
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    let from = 0
    for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
      const place = `${member}:${number++}`
      if (at - from > LINE) throw appError('line-too-long', { member: place })
      yield { bytes: bytes.subarray(from, at), place }
      from = at + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > LINE) throw appError('line-too-long', { member: `${member}:${number}` })
  }
  if (rest.length > 0) throw appError('not-canonical', { member: `${member}:${number}` })
}

function parse(text: string, member: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw appError('not-canonical', { member })
  }
}

function canonicalOrNull(value: unknown): string | null {
  try {
    return canonical(value)
  } catch {
    return null // half a surrogate pair has no text
  }
}

/** How deep brackets are nested, told without recursion: the parser itself would follow 200,000. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (quoted && sign === '\\') at++
    else if (sign === '"') quoted = !quoted
    else if (!quoted && (sign === '{' || sign === '[')) deepest = Math.max(deepest, ++depth)
    else if (!quoted && (sign === '}' || sign === ']')) depth--
  }
  return deepest
}

function assertPlain(value: unknown, member: string): void {
  if (typeof value === 'number' && (!Number.isSafeInteger(value) || Object.is(value, -0))) throw appError('number', { member })
  if (typeof value !== 'object' || value === null) return
  if (Object.hasOwn(value, '__proto__')) throw appError('unknown-field', { member, field: '__proto__' })
  for (const part of Object.values(value)) assertPlain(part, member)
}
