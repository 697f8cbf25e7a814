import type { OfficeRoot } from '../../shared/domain/enrolment.ts'
import { readRoot, type Root } from './certificate.ts'
import { isSignedBy } from './ed25519.ts'
import { canonical } from './hash.ts'
import { readCrl, type RevocationList } from './revocation.ts'

/** A root of an office as it was read, with the bytes that it was read from. */
export interface ReadRoot extends OfficeRoot {
  readonly read: Root
  readonly list: RevocationList
}

/** Errors: those of `readRoot` and `readCrl`. */
export const readRoots = (roots: readonly OfficeRoot[]): ReadRoot[] =>
  roots.map((one) => {
    const read = readRoot(one.root)
    return { ...one, read, list: readCrl(one.crl, [read]) }
  })

/** What one root signs about the next, both by the ids of their keys. */
export const successionOf = (from: string, to: string) => Buffer.from(canonical({ _type: 'veldtoets/succession/1', from, to }))

function vouches(known: Root, { vouched, read }: ReadRoot): boolean {
  return vouched?.by === known.kid && isSignedBy(known.publicKey, successionOf(known.kid, read.kid), Buffer.from(vouched.signature, 'base64'))
}

/** How a root is vouched for, if one of those that one trusts really does. */
export const vouchedAmong = (known: readonly Root[], one: ReadRoot): ReadRoot['vouched'] => (known.some((root) => root.kid !== one.read.kid && vouches(root, one)) ? one.vouched : null)

/**
 * Which of the roots that one trusts already stands behind the newest of an office, and the roots on the way from it to that one, the newest first.
 * Null where none does, or where a step between them is missing or is a root that is trusted no longer (`ended`, by key id).
 */
export function standsBehind(
  pinned: readonly Root[], roots: readonly ReadRoot[], ended: ReadonlySet<string> = new Set(),
): { by: Root; steps: readonly ReadRoot[] } | null {
  for (const [index, one] of roots.entries()) {
    if (ended.has(one.read.kid)) return null
    const by = pinned.find((known) => vouches(known, one))
    if (by) return { by, steps: roots.slice(0, index + 1) }
    const before = roots[index + 1]
    if (!before || !vouches(before.read, one)) return null
  }
  return null
}
