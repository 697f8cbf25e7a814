import { z } from 'zod'
import { SourceLabel } from './source.ts'
import { Id, Line } from './text.ts'

/** What a team does on a visit, in the order in which a plan lists it. */
export const ActivityKind = z.enum(['interview', 'file-review', 'document-review', 'observation'])
export type ActivityKind = z.infer<typeof ActivityKind>

export const ActivityState = z.enum(['planned', 'busy', 'paused', 'done', 'cancelled'])
export type ActivityState = z.infer<typeof ActivityState>

/** What people who were spoken to say about the notes, once they are asked. */
export const Accord = z.enum(['asked', 'given', 'with-remarks', 'not-given'])
export type Accord = z.infer<typeof Accord>

/** Who took part, as roles and how many of each; never a name. */
export const Participants = z.array(z.strictObject({ role: Line, count: z.int().min(1).max(99) })).max(20)
export type Participants = z.infer<typeof Participants>

/**
 * One part of the visit, under an id of its own; it is in the plan as long as it has a kind. `role` is the id of a role of the framework
 * or, for one that the framework does not have, its title. `leadBy` and `notedBy` are members of the team. `about` is what it can speak to
 * beside what the framework says of its role. `time` is a clock on the wall, `place` a location or unit; the moments are of this machine.
 * `accordOnPaper` tells that the accord stands signed on the sheet.
 */
export const Activity = z.strictObject({
  kind: ActivityKind,
  label: SourceLabel,
  role: Line,
  day: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: Line,
  announced: z.boolean(),
  leadBy: z.uuid(),
  notedBy: z.uuid(),
  about: z.array(Id).max(500),
  state: ActivityState,
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  participants: Participants,
  accord: Accord,
  accordOn: z.iso.date(),
  accordOnPaper: z.literal(true),
  remarks: z.string().max(4_000),
})
export type Activity = z.infer<typeof Activity>
