import { z } from 'zod'
import { ChangeId } from '../domain/change.ts'
import { Field } from '../domain/field.ts'
import { Appraisal, Finding } from '../domain/finding.ts'
import { Inspection } from '../domain/inspection.ts'
import { Miscount, PartState, TakenPart } from '../domain/paper-round.ts'
import { command, query } from './define.ts'
import { Saved } from './handle.ts'

const Id = z.strictObject({ inspection: z.uuid() })
const Part = z.string().min(1).max(100)
const { page, met, assessed, outcome, source, file } = TakenPart.shape

/** An assessment of before, taken over from a printed report: entered by one, checked part by part by another. */
export const paperRound = {
  create: command(
    Inspection.pick({ organisation: true, framework: true, kind: true, firstDay: true }).extend({ source }),
    Saved.extend({ id: z.uuid() }),
  ),
  /** All parts in order of print, with what was taken over of each, and the printed totals that do not add up. */
  get: query(Id, z.strictObject({
    parts: z.array(PartState.extend({
      part: Part, seen: z.array(ChangeId),
      fields: z.strictObject({
        rating: Field(Finding.shape.rating), rationale: Field(Finding.shape.rationale),
        judgement: Field(Appraisal.shape.judgement), now: Field(Appraisal.shape.now),
        page: Field(page), met: Field(met), assessed: Field(assessed), outcome: Field(outcome), source: Field(source), file: Field(file),
      }),
    })),
    miscounts: z.array(Miscount),
  })),
  /** A second person agrees with what stands in one part; `seen` is what they had on the screen. */
  agree: command(Id.extend({ part: Part, seen: z.array(ChangeId).min(1).max(100) }), Saved),
}
