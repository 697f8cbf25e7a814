import { z } from 'zod'
import { ChangeId } from './change.ts'

/**
 * That what looks like personal data may stay in this inspection: it is no person, or it is needed (with the reason of that change). Either
 * names the change in which it was seen; the entity's id is a digest that only the content of that change can explain. Never the value.
 */
export const PrivacyAnswer = z.strictObject({ noPerson: ChangeId, needed: ChangeId })
export type PrivacyAnswer = z.infer<typeof PrivacyAnswer>

/** A text within what a change says, and where: `value`, `reason`, or a path below the value such as `value/caption`. */
export type Told = { at: string; text: string }

/** Whole values that a program wrote and nobody reads: ids, digests, days and moments. */
const WRITTEN_BY_PROGRAM = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?)$/

/** Every text that a content holds, those deep in its value included. */
export function textsOf({ value, reason }: { value: unknown; reason: string | null }): Told[] {
  return [...textsIn('value', value), ...textsIn('reason', reason)]
}

/** The same content with every text that `textsOf` names as `write` makes it. */
export const withTexts = <C extends { value: unknown; reason: string | null }>(content: C, write: (text: string) => string): C => ({
  ...content, value: valueWith(content.value, write), reason: content.reason === null ? null : write(content.reason),
})

function valueWith(value: unknown, write: (text: string) => string): unknown {
  if (typeof value === 'string') return WRITTEN_BY_PROGRAM.test(value) ? value : write(value)
  if (Array.isArray(value)) return value.map((part) => valueWith(part, write))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, valueWith(part, write)]))
}

function textsIn(at: string, value: unknown): Told[] {
  if (typeof value === 'string') return WRITTEN_BY_PROGRAM.test(value) ? [] : [{ at, text: value }]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => textsIn(`${at}/${name}`, part))
}
