import { z } from 'zod'
import { ChangeId } from '../domain/change.ts'
import { Field } from '../domain/field.ts'
import { Inspection, InspectionKind, Member } from '../domain/inspection.ts'
import { InspectionSummary } from '../domain/summary.ts'
import { Place } from './field.ts'
import { Saved } from './handle.ts'
import { command, query } from './define.ts'

export const InspectionId = z.strictObject({ inspection: z.uuid() })
const { organisation, framework, firstDay, lastDay, announced, kind, earlier, scope, takenFrom } = Inspection.shape
const Reason = z.string().regex(/\S/).max(4_000)
const { member } = Member.shape

export const inspection = {
  list: query(z.strictObject({}), z.array(InspectionSummary)),
  create: command(
    z.strictObject({
      organisation, framework, kind: InspectionKind, earlier: z.uuid().nullable(), firstDay, lastDay: lastDay.nullable(), announced,
      team: z.array(member).max(40),
      /** Which expectations a visit to a part examines, in any order, and why these. */
      part: z.strictObject({ expectations: scope, reason: Reason }).nullable().optional(),
    }),
    z.strictObject({ id: z.uuid(), savedAt: z.iso.datetime() }),
  ),
  /** The inspection's own fields and its team. */
  get: query(
    InspectionId,
    z.strictObject({
      summary: InspectionSummary,
      fields: z.strictObject({
        organisation: Field(organisation), framework: Field(framework), kind: Field(kind), earlier: Field(earlier),
        firstDay: Field(firstDay), lastDay: Field(lastDay), announced: Field(announced),
        scope: Field(scope), takenFrom: Field(takenFrom),
      }),
      team: z.array(z.strictObject({ id: z.string(), member: Field(member) })),
    }),
  ),
  /** Examines other expectations than before, and why; an empty list is all of them. */
  rescope: command(InspectionId.extend({ expectations: z.array(z.string()).max(5_000), reason: Reason, seen: z.array(ChangeId).max(1_000) }), Saved),
  /** Every field on which answers differ, and where it is. */
  differences: query(InspectionId, z.array(Place.omit({ inspection: true }).extend({ field: z.string(), heads: z.array(z.string()) }))),
}
