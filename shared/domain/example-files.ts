import { z } from 'zod'
import { PlainDate } from './calendar.ts'
import { CaseFile } from './file-review.ts'
import { Id, Line, Text } from './text.ts'

/** Files to show and test a file review with. They are invented, and say so. */
export const ExampleFiles = z.strictObject({
  format: z.literal('veldtoets/example-files/1'),
  title: Line,
  invented: z.literal(true),
  provenance: z.array(Text).min(1),
  /** The organisation and the framework by their ids, as they come with the program. */
  organisation: z.uuid(),
  framework: Id,
  referenceDate: PlainDate,
  files: z.array(CaseFile).min(1),
})
export type ExampleFiles = z.infer<typeof ExampleFiles>
