import { z } from 'zod'
import { Sha256 } from './change.ts'
import { Inspection, InspectionKind } from './inspection.ts'
import { Sensitivity } from './sensitivity.ts'
import { Counts, Verdict } from './verdict.ts'

/** How far an inspection is: still changing, signed as it is, handed over as it is, received by the office. */
export const Status = z.enum(['draft', 'signed', 'exported', 'received'])
export type Status = z.infer<typeof Status>

/** One inspection in one line, for the list, the command line and the office. */
export const InspectionSummary = z.strictObject({
  id: z.uuid(),
  organisation: z.strictObject({ id: z.uuid(), name: z.string() }),
  framework: z.strictObject({ id: z.string(), version: z.string(), hash: Sha256, title: z.string() }),
  kind: InspectionKind,
  earlier: z.uuid().nullable(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  /** `report` is a round that was taken over from print and not inspected with this program. */
  takenFrom: Inspection.shape.takenFrom.nullable(),
  status: Status,
  counts: Counts,
  criteria: z.array(z.strictObject({ id: z.string(), judgement: z.string().nullable(), met: z.int(), assessed: z.int(), asked: z.boolean() })),
  verdict: Verdict.pick({ outcome: true, reasons: true }).extend({ sensitivity: Sensitivity.nullable() }),
  differences: z.int(),
  stateHash: Sha256,
})
export type InspectionSummary = z.infer<typeof InspectionSummary>
