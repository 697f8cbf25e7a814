import { z } from 'zod'
import { action } from './define.ts'
import { Handle } from './handle.ts'

export const report = {
  /** Writes the readable report as it now stands, marked as a draft. `size` is in bytes. */
  write: action(
    z.strictObject({ inspection: z.uuid(), format: z.literal('html'), file: Handle }),
    z.strictObject({ size: z.int() }),
  ),
}
