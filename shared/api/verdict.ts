import { z } from 'zod'
import { Fact, FactFound } from '../domain/fact.ts'
import { Field, fieldsOf } from '../domain/field.ts'
import { Conclusion } from '../domain/inspection.ts'
import { FullSensitivity } from '../domain/sensitivity.ts'
import { Explanation, Verdict } from '../domain/verdict.ts'
import { command, query } from './define.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const Told = z.strictObject({ verdict: Verdict, explanation: Explanation, sensitivity: FullSensitivity })
const { text, trust, trustRationale, measure, deadline } = Conclusion.shape

export const verdict = {
  /** The verdict once all is judged; until then only how much is open, so that nobody judges toward a threshold. */
  get: query(Inspection, z.strictObject({ open: z.int(), told: Told.nullable() })),
  /** Tells how it stands before all is judged, and writes down in the audit chain that someone looked. */
  look: command(Inspection, Told),
  /** What the rule asks of the organisation itself, with what was found; `draft` is the source as it is being typed. */
  facts: query(Inspection, z.array(fieldsOf(FactFound.shape).extend({ fact: Fact, draft: z.string().nullable() }))),
  conclusion: query(
    Inspection,
    z.strictObject({
      fields: z.strictObject({
        text: Field(text), trust: Field(trust), trustRationale: Field(trustRationale), measure: Field(measure), deadline: Field(deadline),
      }),
      drafts: z.record(z.string(), z.string()),
    }),
  ),
}
