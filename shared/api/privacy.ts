import { z } from 'zod'
import { ChangeId } from '../domain/change.ts'
import { PrivacyAnswer } from '../domain/privacy-answer.ts'
import { Hit } from '../domain/privacy-hit.ts'
import { command, query } from './define.ts'
import { Place } from './field.ts'
import { Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
/** `masked` tells who wrote it what is meant, and nobody else. */
const Masked = Hit.extend({ masked: z.string() })
const Seen = z.strictObject({ change: ChangeId, at: z.string().max(200), start: z.int(), end: z.int() })

export const privacy = {
  /** What looks like personal data and has no answer yet, in all that was ever recorded here: `current` is what still stands. */
  list: query(Inspection, z.array(Masked.extend({ ...Seen.shape, ...Place.omit({ inspection: true }).shape, current: z.boolean() }))),
  /** The same for one text while it is typed. */
  check: query(Inspection.extend({ text: z.string().max(100_000) }), z.array(Masked)),
  /** Always allows one of `list` in this inspection, in whatever spelling; `needed` wants a reason. */
  allow: command(Inspection.extend({
    ...Seen.shape, decision: PrivacyAnswer.keyof(), reason: z.string().regex(/\S/).max(4_000).nullable(),
  }), Saved),
}
