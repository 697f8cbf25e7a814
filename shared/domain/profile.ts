import { z } from 'zod'
import { Line } from './text.ts'

/** What a fact about an organisation is about. */
export const ProfileTopic = z.enum(['task', 'team', 'function', 'system', 'service', 'figure'])
export type ProfileTopic = z.infer<typeof ProfileTopic>

/**
 * One fact about the organisation on a reference day, under an id of its own; it is there as long as it has a label. A function is a role
 * with its hours and never a person; of a service by another organisation the value may say what that cannot do.
 */
export const ProfileFact = z.strictObject({ topic: ProfileTopic, label: Line, value: Line, unit: Line, day: z.iso.date(), source: Line })
export type ProfileFact = z.infer<typeof ProfileFact>
