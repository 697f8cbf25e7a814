import { z } from 'zod'
import { Activity, ActivityKind } from '../domain/activity.ts'
import { fieldsOf } from '../domain/field.ts'
import { SourceKind } from '../domain/source.ts'
import { Line } from '../domain/text.ts'
import { command, query } from './define.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

/** What is known of one activity. */
export const Fields = fieldsOf(Activity.shape)

export const activity = {
  /** The plan in the order in which it was made, and what of it can speak to each assessed expectation. */
  list: query(Inspection, z.strictObject({
    framework: z.string(),
    activities: z.array(z.strictObject({ id: z.uuid(), fields: Fields })),
    coverage: z.array(z.strictObject({ expectation: z.string(), kinds: z.array(SourceKind), activities: z.array(z.uuid()) })),
    /** The expectations to which nothing in the plan can speak. */
    unreached: z.array(z.string()),
  })),
  /** Takes something up in the plan; a talk gets its label. A role is the id of one of the framework, or a title of the team's own. */
  add: command(
    Inspection.extend({ kind: ActivityKind, role: Line.nullable() }),
    z.strictObject({ id: z.uuid(), label: z.string().nullable(), savedAt: z.iso.datetime() }),
  ),
}
