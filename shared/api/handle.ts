import { z } from 'zod'
import type { Failure } from '../errors.ts'

/** A file that a person chose, as the host knows it: the page never sees a path. */
export const Handle = z.string().min(1).max(4_096)

export const Saved = z.strictObject({ savedAt: z.iso.datetime() })

/** Why something was refused, where an answer tells of many things and some of them are good. */
export const Refusal = z.strictObject({ code: z.string(), details: z.record(z.string(), z.json()) }) as unknown as z.ZodType<Failure>
