import { z } from 'zod'
import { Line } from './text.ts'

/**
 * An organisation that can be inspected, under an id that never changes. `verified` tells whether someone held its name against a source;
 * `validTo` is its last day, and `mergedInto` the id of the one that took over.
 */
export const Organisation = z.strictObject({
  id: z.uuid(),
  name: Line,
  kind: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** The legal person that it is a part of, as far as known. */
  partOf: Line.nullable(),
  region: Line,
  /** The municipalities that it serves, by name; several organisations may serve one. */
  serves: z.array(Line).max(400),
  verified: z.boolean(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  mergedInto: z.uuid().nullable(),
})
export type Organisation = z.infer<typeof Organisation>
