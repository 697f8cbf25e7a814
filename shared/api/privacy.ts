import { z } from 'zod'
import { ChangeId } from '../domain/change.ts'
import { KeyListEntry, Pseudonym } from '../domain/key-list.ts'
import { PrivacyAnswer } from '../domain/privacy-answer.ts'
import { Hit } from '../domain/privacy-hit.ts'
import { SourceLabel } from '../domain/source.ts'
import { Passphrase } from '../domain/workspace.ts'
import { action, command, query } from './define.ts'
import { Place } from './field.ts'
import { Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const Reason = z.string().regex(/\S/).max(4_000)
/** `masked` tells who wrote it what is meant, and nobody else; `pseudonym` is what the value has on this laptop already. */
const Masked = Hit.extend({ masked: z.string(), pseudonym: Pseudonym.nullable() })
const Seen = z.strictObject({ change: ChangeId, at: z.string().max(200), start: z.int(), end: z.int() })
const Typed = Inspection.extend({ text: z.string().max(100_000) })
const Replaced = Saved.extend({ erased: z.int() })

export const privacy = {
  /** What looks like personal data and has no answer yet, in all that was ever recorded here: `current` is what still stands. */
  list: query(Inspection, z.array(Masked.extend({ ...Seen.shape, ...Place.omit({ inspection: true }).shape, current: z.boolean() }))),
  /** The same for one text while it is typed. */
  check: query(Typed, z.array(Masked)),
  /** Always allows one of `list` in this inspection, in whatever spelling; `needed` wants a reason. */
  allow: command(Inspection.extend({ ...Seen.shape, decision: PrivacyAnswer.keyof(), reason: Reason.nullable() }), Saved),

  /** The pictures and recordings of which nobody said yet whether people can be seen, or heard, in them. */
  pictures: query(Inspection, z.array(z.strictObject({ id: z.uuid(), label: SourceLabel.nullable(), sound: z.boolean() }))),
  /** Everything on which legal privilege rests, and whose: while there is any, nothing is exchanged or handed over. */
  privileged: query(Inspection, z.array(z.strictObject({
    entity: z.string(), entityId: z.string(), label: z.string().nullable(), claim: z.string().nullable(),
  }))),

  /** The pseudonyms in use, the next free ones, and how many lines the key list of this laptop has. */
  pseudonyms: query(Inspection, z.strictObject({ known: z.array(Pseudonym), free: z.array(Pseudonym), kept: z.int() })),
  /** Puts a pseudonym wherever the value of one of `list` stands, and erases what held it. Errors: `pseudonym-known`, `difference-open`. */
  replace: action(Inspection.extend({ ...Seen.shape, pseudonym: Pseudonym }), Replaced),
  /** The same for one of `check`; gives the text that was being typed as it now reads. */
  replaceTyped: action(Typed.extend({ start: z.int(), end: z.int(), pseudonym: Pseudonym }), Replaced.extend({ text: z.string() })),
  /** What the pseudonyms stand for, for the passphrase of who works here. Errors: `passphrase-wrong`. */
  keyList: action(Inspection.extend({ passphrase: Passphrase }), z.array(KeyListEntry)),
  /** Destroys the key list of this laptop, with a reason that is recorded. */
  destroyKeyList: action(Inspection.extend({ reason: Reason }), Saved),
}
