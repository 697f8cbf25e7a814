import { z } from 'zod'
import { Field } from '../domain/field.ts'
import { Inspection, InspectionKind, Member } from '../domain/inspection.ts'
import { InspectionSummary } from '../domain/summary.ts'
import { Place } from './field.ts'
import { command, query } from './define.ts'

export const InspectionId = z.strictObject({ inspection: z.uuid() })
const { organisation, framework, firstDay, lastDay, announced, kind, earlier } = Inspection.shape
const { member } = Member.shape

export const inspection = {
  list: query(z.strictObject({}), z.array(InspectionSummary)),
  create: command(
    z.strictObject({
      organisation, framework, kind: InspectionKind, earlier: z.uuid().nullable(), firstDay, lastDay: lastDay.nullable(), announced,
      team: z.array(member).max(40),
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
      }),
      team: z.array(z.strictObject({ id: z.string(), member: Field(member) })),
    }),
  ),
  /** Every field on which answers differ, and where it is. */
  differences: query(InspectionId, z.array(Place.omit({ inspection: true }).extend({ field: z.string(), heads: z.array(z.string()) }))),
}
