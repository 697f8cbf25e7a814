import { z } from 'zod'
import { Comparison } from '../domain/comparison.ts'
import { query } from './define.ts'

export const comparison = {
  /** An assessment beside its earlier round; null when it has none, or none that is known here. */
  get: query(z.strictObject({ inspection: z.uuid() }), z.strictObject({
    before: z.strictObject({ id: z.uuid(), firstDay: z.iso.date().nullable(), kind: z.string() }),
    after: z.strictObject({ id: z.uuid(), firstDay: z.iso.date().nullable(), kind: z.string() }),
    comparison: Comparison,
  }).nullable()),
}
