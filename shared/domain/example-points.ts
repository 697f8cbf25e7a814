import { z } from 'zod'
import { Line, Text } from './text.ts'

/** Improvement points of a published case, each with its measure, and when all were established as done; `met` of `assessed` is what was published. */
export const ExamplePoints = z.strictObject({
  provenance: z.array(Text).min(1),
  met: z.int(),
  assessed: z.int(),
  establishedBy: z.iso.date(),
  source: Line,
  points: z.array(z.strictObject({ title: Line, measure: Text })),
})
