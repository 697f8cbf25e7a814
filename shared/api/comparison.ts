import { z } from 'zod'
import { Comparison } from '../domain/comparison.ts'
import { Framework } from '../domain/framework.ts'
import { InspectionKind } from '../domain/inspection.ts'
import { TakenOver } from '../domain/paper-round.ts'
import { Outcome } from '../domain/rule.ts'
import { Marks, Trend } from '../domain/trend.ts'
import { query } from './define.ts'

/** A round as a column: what it was, what it came to, and the scales that its codes are of. `here` tells that it can be opened on this machine. */
const Column = z.strictObject({
  id: z.uuid(), kind: InspectionKind, firstDay: z.iso.date().nullable(), takenOver: TakenOver.nullable(), here: z.boolean(), outcome: z.string(),
  framework: z.strictObject({ title: z.string(), version: z.string(), language: z.string(), scales: Framework.shape.scales, outcomes: z.array(Outcome.pick({ code: true, label: true, english: true })) }),
})
export type Column = z.infer<typeof Column>

/** A round of an organisation in one line; `marks` are null while something of it is open. */
const RoundOf = Column.omit({ framework: true }).extend({ outcomeName: Outcome.pick({ label: true, english: true }).nullable(), marks: Marks.nullable() })
export type RoundOf = z.infer<typeof RoundOf>

export const comparison = {
  /** An inspection and all rounds before it, or those of them that are chosen, the oldest first. */
  trend: query(
    z.strictObject({ inspection: z.uuid(), rounds: z.array(z.uuid()).max(20).nullable() }),
    z.strictObject({ all: z.array(Column), columns: z.array(z.uuid()), trend: Trend }),
  ),
  /** All rounds of an organisation that are known here, also those that only came along with a later one, the oldest first. */
  rounds: query(z.strictObject({ organisation: z.uuid() }), z.array(RoundOf)),
  /** An assessment beside its earlier round; null when it has none, or none that is known here. */
  get: query(z.strictObject({ inspection: z.uuid() }), z.strictObject({
    before: z.strictObject({ id: z.uuid(), firstDay: z.iso.date().nullable(), kind: z.string() }),
    after: z.strictObject({ id: z.uuid(), firstDay: z.iso.date().nullable(), kind: z.string() }),
    comparison: Comparison,
  }).nullable()),
}
