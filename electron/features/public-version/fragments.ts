import { PublicFragment } from '../../../shared/domain/public-version.ts'
import { appError } from '../../../shared/errors.ts'
import { hold } from '../../crypto/canonical-file.ts'
import { parseCanonical } from '../bundle/text.ts'
import { LIMITS } from './limits.ts'
import type { Told } from './page.ts'
import { commitmentIn, toldBy } from './proof.ts'

const MEMBER = 'fragments.jsonl'

/** What is told of the fragments of a page, and what each commits to. */
export interface ReadFragments {
  readonly told: readonly Told[]
  readonly commitments: readonly string[]
}

/**
 * Reads the fragments one after the other, and keeps of each only what it tells, so that no file can fill the memory. `most` is how many were adopted. Errors:
 * `too-large`, `commitment-mismatch`, those of a line that is no fragment.
 */
export async function readFragments(bytes: AsyncIterable<Buffer>, most: number, signal?: AbortSignal): Promise<ReadFragments> {
  const [told, commitments]: [Told[], string[]] = [[], []]
  let count = 0
  for await (const { line, place } of linesIn(bytes)) {
    signal?.throwIfAborted()
    if (told.length >= most) throw appError('commitment-mismatch', {})
    const value = parseCanonical(line, place)
    count += piecesIn(value)
    if (count > LIMITS.pieces) throw appError('too-large', { what: 'pieces', bytes: count, limit: LIMITS.pieces })
    const fragment = hold(PublicFragment, value, place)
    commitments.push(commitmentIn(fragment, told.length))
    told.push(toldBy(fragment))
  }
  return { told, commitments }
}

/** How many pieces a line claims to have, before each is looked at. */
const piecesIn = (value: unknown) => (typeof value === 'object' && value !== null && 'pieces' in value && Array.isArray(value.pieces) ? value.pieces.length : 0)

/** The lines of a file, each ended by a line feed. The pieces given may be overwritten by the next. */
async function* linesIn(bytes: AsyncIterable<Buffer>): AsyncGenerator<{ line: Buffer; place: string }> {
  let [rest, size, number]: [Buffer[], number, number] = [[], 0, 1]
  const assertShort = (more: number) => {
    if (size + more > LIMITS.line) throw appError('too-large', { what: `${MEMBER}:${number}`, bytes: size + more, limit: LIMITS.line })
  }
  for await (const piece of bytes) {
    let from = 0
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      assertShort(at - from)
      yield { line: Buffer.concat([...rest, piece.subarray(from, at)]), place: `${MEMBER}:${number++}` }
      ;[rest, size, from] = [[], 0, at + 1]
    }
    assertShort(piece.length - from)
    if (from < piece.length) rest.push(Buffer.from(piece.subarray(from)))
    size += piece.length - from
  }
  if (size > 0) throw appError('not-canonical', { member: `${MEMBER}:${number}` })
}
