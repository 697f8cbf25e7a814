import { z } from 'zod'

export const HitKind = z.enum(['bsn', 'birth-date', 'phone', 'e-mail', 'iban', 'postcode', 'name'])
export type HitKind = z.infer<typeof HitKind>

/** Personal data, or what looks like it, in a text: `text.slice(start, end)`. */
export const Hit = z.strictObject({ kind: HitKind, start: z.int(), end: z.int(), certainty: z.enum(['likely', 'possible']) })
export type Hit = z.infer<typeof Hit>

export const hitOf = (kind: HitKind, start: number, end: number, likely: boolean): Hit => ({ kind, start, end, certainty: likely ? 'likely' : 'possible' })
