import { z } from 'zod'
import { fieldsOf } from '../domain/field.ts'
import { Observation } from '../domain/observation.ts'
import { SourceLabel } from '../domain/source.ts'
import { command, query } from './define.ts'
import { Links } from './document.ts'
import { Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

export const observation = {
  /** The register, in the order of the labels. `draft` is what its author is still typing in the text. */
  list: query(Inspection, z.array(z.strictObject({
    id: z.uuid(), fields: fieldsOf(Observation.shape), draft: z.string().nullable(), links: Links, shared: z.boolean(),
  }))),
  /** Begins an observation under the next free label. */
  add: command(Inspection.extend({ at: Observation.shape.at }), Saved.extend({ id: z.uuid(), label: SourceLabel })),
}
