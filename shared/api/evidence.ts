import { z } from 'zod'
import { Evidence, EvidenceFile, Removed } from '../domain/evidence.ts'
import { fieldsOf } from '../domain/field.ts'
import { SourceLabel } from '../domain/source.ts'
import { action, query } from './define.ts'
import { Links } from './document.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const Place = Inspection.extend({ evidence: z.uuid() })
const { type, size } = EvidenceFile.shape

export const evidence = {
  /**
   * All evidence in short, in the order of the labels. `here` tells that its bytes are on this machine, `twin` the label of other evidence that is the same
   * file, `shared` that another has this label too. What was erased is left out.
   */
  list: query(Inspection, z.array(z.strictObject({
    id: z.uuid(), label: SourceLabel.nullable(), caption: z.string().nullable(), type, size, rotation: z.int(), takenAt: z.string().nullable(),
    derivedFrom: z.uuid().nullable(), scanOf: z.uuid().nullable(), links: z.int(), here: z.boolean(), different: z.boolean(), twin: SourceLabel.nullable(), shared: z.boolean(),
  }))),
  get: query(Place, z.strictObject({ fields: fieldsOf(Evidence.shape), links: Links })),
  /** A handle to see bytes at `/evidence/<handle>` as long as the workspace is open; null where they are not here. */
  view: query(Place, z.strictObject({ handle: z.string().nullable(), type, size })),
  /** Takes in a file that was chosen or brought. One that is here already stays what it is, and is answered as `known`; of what it is the scan is then said of it. */
  add: action(
    Inspection.extend({ file: Handle, derivedFrom: z.uuid().nullable(), scanOf: z.uuid().nullable() }),
    Saved.extend({ id: z.uuid(), label: SourceLabel.nullable(), known: z.boolean(), removed: Removed }),
  ),
  /** Writes the bytes, unsealed, to a file outside the workspace; that it was done is written down. */
  save: action(Place.extend({ file: Handle }), z.strictObject({ size: z.int() })),
  /** Takes away for good the bytes and all that was said about them; that it was there, and why it is gone, stays. */
  erase: action(Place.extend({ reason: z.string().regex(/\S/).max(400) }), Saved),
}
