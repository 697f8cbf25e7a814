import { z } from 'zod'
import { PageElement, ReportFormat } from '../domain/report-page.ts'
import { action, query } from './define.ts'
import { Handle } from './handle.ts'

export const report = {
  /** The report as it now stands, as a page to look at. */
  read: query(z.strictObject({ inspection: z.uuid() }), PageElement),
  /** Writes the readable report as it now stands, marked as a draft. `size` is in bytes. */
  write: action(
    z.strictObject({ inspection: z.uuid(), format: ReportFormat, file: Handle }),
    z.strictObject({ size: z.int() }),
  ),
}
