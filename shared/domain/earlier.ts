import { z } from 'zod'
import { Framework } from './framework.ts'
import { EarlierPoint } from './improvement.ts'
import { InspectionKind } from './inspection.ts'
import { TakenOver } from './paper-round.ts'

/** An earlier round as it travels with a later one: context for who does not have that round itself, never an answer. */
export const EarlierRound = z.strictObject({
  inspection: z.uuid(),
  kind: InspectionKind,
  firstDay: z.iso.date().nullable(),
  /** The round before it, which then travels along too. */
  earlier: z.uuid().nullable(),
  /** Where it was not inspected with this program but taken over from a report: by whom, and how far it was checked. */
  takenOver: TakenOver.nullable(),
  framework: Framework,
  /** By expectation; `~` is what that round did not examine. */
  ratings: z.record(z.string(), z.string()),
  rationales: z.record(z.string(), z.string()),
  judgements: z.record(z.string(), z.string()),
  substantiations: z.record(z.string(), z.string()),
  verdict: z.string(),
  /** The improvement points of that round; left out where there were none. */
  points: z.array(EarlierPoint).optional(),
  /** The bundle in which that round was handed over, if it was. */
  manifest: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
})
export type EarlierRound = z.infer<typeof EarlierRound>
