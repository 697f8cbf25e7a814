import { z } from 'zod'
import { Field, fieldsOf } from '../domain/field.ts'
import { Note } from '../domain/interview.ts'
import { ReportFormat } from '../domain/report-page.ts'
import { Agreement, ClosingCode, Danger, Visit } from '../domain/visit.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const OneVisit = Inspection.extend({ visit: z.uuid() })
const Made = Saved.extend({ id: z.string() })
const { text, unit, expectations } = Note.shape
const Typed = z.strictObject({ text, unit: unit.nullable() })

/** The days of an inspection on site, with all their moments from arrival to closing. */
export const visit = {
  /** The days in order, each with what is being typed and what the organisation will still send; and every acute danger. */
  list: query(Inspection, z.strictObject({
    visits: z.array(z.strictObject({
      id: z.uuid(), fields: fieldsOf(Visit.shape), drafts: z.record(z.string(), z.string()),
      agreements: z.array(z.strictObject({ id: z.uuid(), fields: fieldsOf(Agreement.shape) })),
    })),
    /** `unanswered` is what stands in the way of closing and handing over; `draft` is what is being typed as agreed. */
    dangers: z.array(z.strictObject({
      id: z.uuid(), fields: fieldsOf(Danger.shape), unanswered: z.array(z.enum(['toldTo', 'toldAt', 'agreed', 'checkedAt'])), draft: z.string().nullable(),
    })),
  })),
  add: command(Inspection.extend({ day: z.iso.date(), unit: unit.nullable() }), Made),
  /** Takes up a document that the organisation promised. */
  agree: command(OneVisit.extend({ what: Agreement.shape.what }), Made),
  addDanger: command(Inspection.extend(Danger.pick({ pseudonym: true, seen: true }).shape), Made),
  /** Writes the receipt of the visit, to print and sign. `size` is in bytes. */
  receipt: action(OneVisit.extend({ format: ReportFormat, file: Handle }), z.strictObject({ size: z.int() })),

  /** The small note that is being typed, if any. */
  typed: query(Inspection, Typed.nullable()),
  type: command(Inspection.extend(Typed.shape), Saved),
  /** Makes a note of this moment outside any talk; numbers such as `#1.1.2` in it say what it speaks to. */
  note: command(Inspection.extend(Typed.shape).extend({ text: text.regex(/\S/) }), Made),
  /** The notes that speak to nothing yet, in order of time, those of talks included. */
  loose: query(Inspection, z.array(z.strictObject({
    id: z.string(), at: z.iso.datetime(), author: z.string(), unit: z.string().nullable(), text: Field(text), expectations: Field(expectations),
  }))),

  /** What there is to do before the day is closed, counted from what was recorded; a count of nought is done. */
  closing: query(OneVisit, z.strictObject({
    left: z.array(z.strictObject({ code: ClosingCode, count: z.int(), items: z.array(z.string()) })),
    lastExchange: z.iso.datetime().nullable(),
    lastBackup: z.iso.datetime().nullable(),
  })),
  /** Closes the day and keeps what was still open. Refused with `danger-open`. */
  close: command(OneVisit, Saved),

  /** How the inspection was done, in Dutch sentences out of what was recorded. */
  method: query(Inspection, z.array(z.string())),
}
