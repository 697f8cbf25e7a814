import type { z } from 'zod'
import { appError } from '../../shared/errors.ts'
import { canonical } from './hash.ts'

const LIMIT = 1024 * 1024

/** A file of one JSON value as it is written: canonical, with a line end. */
export const canonicalFile = (value: object) => `${canonical(value)}\n`

/**
 * Reads such a file as exactly that text, of exactly that type; `typeOf` finds where it names itself.
 * Errors: `not-canonical`, `wrong-statement`, `unknown-field`, `field-invalid`; `member` says in them which file it is.
 */
export function readCanonicalFile<S extends z.ZodType>(
  text: string,
  { member, type, schema, typeOf }: { member: string; type: string; schema: S; typeOf: (value: { [key: string]: unknown }) => unknown },
): z.infer<S> {
  const value = parse(text, member)
  if (typeOf(value) !== type) throw appError('wrong-statement', { member })
  return hold(schema, value, member)
}

/** Holds a schema against what was read; a field that nobody asked for is refused as much as one that is wrong. Errors: `unknown-field`, `field-invalid`. */
export function hold<S extends z.ZodType>(schema: S, value: unknown, member: string): z.infer<S> {
  const outcome = schema.safeParse(value)
  if (outcome.success) return outcome.data
  const issue = outcome.error.issues[0]!
  const field = issue.path.join('.').slice(0, 80)
  if (issue.code !== 'unrecognized_keys') throw appError('field-invalid', { member, field })
  throw appError('unknown-field', { member, field: [field, issue.keys[0]!.slice(0, 80)].filter(Boolean).join('.') })
}

/** Whatever fails in here (no JSON, nested without end, half a surrogate pair) is not what this program writes. */
function parse(text: string, member: string): { [key: string]: unknown } {
  try {
    const value = text.length <= LIMIT ? JSON.parse(text) : null
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && canonicalFile(value) === text) return value
  } catch {
    // told below
  }
  throw appError('not-canonical', { member })
}
