import { z } from 'zod'
import { SourceLabel } from './source.ts'
import { Line } from './text.ts'

/** A moment as a clock on the wall shows it, to the minute: `2016-05-03T14:05`. */
export const WallTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/).refine((moment) => z.iso.datetime().safeParse(`${moment}:00Z`).success)

/** What an inspector saw or heard themselves, under an id of its own. It is in the register as long as it has a label. `unit` is a place or department. */
export const Observation = z.strictObject({
  label: SourceLabel,
  text: z.string().max(20_000),
  at: WallTime,
  unit: Line,
})
export type Observation = z.infer<typeof Observation>
