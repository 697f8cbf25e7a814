import { z } from 'zod'

/** How the program looks on this machine, for whoever opens it. */
export const Settings = z.strictObject({
  language: z.enum(['nl', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Whether single keys rate while the rating group has the focus (WCAG 2.1.4). */
  keys: z.boolean(),
})
export type Settings = z.infer<typeof Settings>

export const standardSettings: Settings = { language: 'nl', theme: 'system', keys: true }
