import { z } from 'zod'
import { Field } from '../domain/field.ts'
import { RefusedCell } from '../domain/figure-sheet.ts'
import { FigureMark, FigureName, Figures } from '../domain/monthly-figure.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Of = z.strictObject({ organisation: z.uuid() })

/** What of a sheet would be taken over, before it is: `state` says whether a month is new, changes, or is there already. */
const Preview = z.strictObject({
  figures: z.array(Figures.extend({ state: z.enum(['new', 'changed', 'same']) })),
  refused: z.array(RefusedCell),
  ignored: z.array(z.string()),
  marks: z.array(FigureMark),
})

export const monthlyFigure = {
  /** All months, oldest first, with what is missing or jumps, and what was counted on site in the same month. */
  list: query(Of, z.strictObject({
    figures: z.array(Figures.extend({ fields: z.record(z.string(), Field(z.number())) })),
    marks: z.array(FigureMark),
    beside: z.array(z.strictObject({ month: z.string(), system: z.string(), name: FigureName, reported: z.number(), found: z.number(), day: z.iso.date() })),
    /** Percentages that are aimed at, with who says so. */
    targets: z.array(z.strictObject({ name: FigureName, percentage: z.number(), source: z.string() })),
    template: z.array(z.string()),
  })),
  /** Looks through rows that were copied from a spreadsheet. */
  preview: query(Of.extend({ text: z.string().max(1_000_000) }), Preview),
  /** Looks through a CSV file or the first sheet of a workbook. */
  previewFile: action(Of.extend({ file: Handle }), Preview),
  /** Records figures; what says the same as what is there is left alone. `written` is how many figures changed. */
  take: command(Of.extend({ figures: z.array(Figures).min(1).max(2_000) }), Saved.extend({ written: z.int() })),
}
