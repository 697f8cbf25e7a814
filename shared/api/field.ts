import { z } from 'zod'
import { Change, ChangeId } from '../domain/change.ts'
import { Field } from '../domain/field.ts'
import { action, command, query } from './define.ts'
import { Saved } from './handle.ts'

/** Where an answer stands in the change log: which entities and fields there are is said in `shared/domain/entity.ts`. */
export const Place = z.strictObject({
  inspection: z.uuid(), entity: z.string().min(1).max(40), entityId: z.string().min(1).max(100), field: z.string().min(1).max(40),
})

/** `seen` are the heads of the field that its author had on the screen. A value of null takes the answer away. */
const Answer = Place.extend({ value: z.json(), seen: z.array(ChangeId).max(1_000) })
const Reason = z.string().regex(/\S/).max(4_000)

/** One way to write every answer, whatever it is about. */
export const field = {
  get: query(Place, z.strictObject({ field: Field(z.json()), draft: z.json() })),
  /** Keeps what is being typed, outside the log; `record` makes one change of it. */
  draft: command(Answer, Saved),
  /** Forgets what was typed, once it says again what is recorded. */
  dropDraft: command(Place, z.strictObject({})),
  record: command(Answer.extend({ reason: Reason.nullable() }), Saved),
  /** Chooses between answers that differ; names all of them and says why. */
  settle: command(Answer.extend({ reason: Reason }), Saved),
  /** All that was ever answered here, by the clocks of those who did, erased values marked. */
  history: query(
    Place,
    z.array(Change.pick({ id: true, author: true, at: true, kind: true, parents: true }).extend({
      value: z.json(), reason: z.string().nullable(), erased: z.boolean(), head: z.boolean(),
    })),
  ),
  /** Takes away for good what one change said; that it was there stays. */
  erase: action(z.strictObject({ change: ChangeId, reason: Reason }), Saved),
}
