import { z } from 'zod'
import { CheckPlace, Revealing } from '../domain/check-line.ts'
import { AnswerTerm, CheckBlocker, FactualCheck, Remark, RemarkForm, RemarkStanding } from '../domain/factual-check.ts'
import { Field, fieldsOf } from '../domain/field.ts'
import { ReadRemark } from '../domain/remark-form.ts'
import { ReportLanguage } from '../domain/report-text.ts'
import { View, ViewStanding } from '../domain/view.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
/** `day` is that of whoever looks: what still runs depends on it. */
const OnDay = Inspection.extend({ day: z.iso.date() })
/** What goes out is in Dutch where no language is named; what inspectors wrote stays as it is. */
const InLanguage = Inspection.extend({ language: ReportLanguage.optional() })
const Made = Saved.extend({ id: z.uuid() })
const Text = z.string().nullable()

/** A check without its lines, of which `lines` is how many there are. */
const ListedCheck = z.strictObject({
  id: z.uuid(), sent: FactualCheck.shape.sent.omit({ places: true }), lines: z.int(),
  complete: Field(FactualCheck.shape.complete), withdrawn: Field(FactualCheck.shape.withdrawn),
})

/** Where the text of a remark stands, as far as it is one that is typed: the field with what its author is typing. */
const Target = z.strictObject({
  entity: z.enum(['finding', 'appraisal']), entityId: z.string(), field: z.string(), text: Field(z.string()), draft: Text,
})

/**
 * A remark with the line that it is about, as it went out (null where it is about none, or what it said was erased). `before` and `after` are the whole text
 * that it was processed in; `moved` tells that this text was changed once more since. `author` and `at` tell who decided, and when.
 */
const ListedRemark = z.strictObject({
  id: z.uuid(), fields: fieldsOf(Remark.shape), draft: Text, standing: RemarkStanding, late: z.boolean(),
  number: Text, text: Text, target: Target.nullable(), before: Text, after: Text, moved: z.boolean(),
})

/** A text that is not what went out any more; `number` is that of its expectation or criterion. */
const ChangedText = z.strictObject({ line: z.int(), number: z.string(), before: Text, after: Text })

const ListedView = z.strictObject({
  id: z.uuid(), fields: fieldsOf(View.shape), drafts: z.strictObject({ summary: Text, reply: Text }), due: z.iso.date().nullable(), standing: ViewStanding,
})

export const factualCheck = {
  /** Checks and their remarks, in the order of the lines; what became of the text since the last one; views; and what keeps the report from being adopted. */
  get: query(OnDay, z.strictObject({
    framework: z.string(), checks: z.array(ListedCheck), forms: z.array(z.strictObject({ id: z.uuid(), received: RemarkForm.shape.received })),
    remarks: z.array(ListedRemark), changed: z.array(ChangedText), views: z.array(ListedView), blockers: z.array(CheckBlocker),
  })),
  /** What would go out now, line by line, and what of it would tell who said what; `different` is how many texts are in dispute. */
  preview: query(InLanguage, z.strictObject({
    lines: z.array(CheckPlace.pick({ entity: true, entityId: true }).extend({ line: z.int(), section: z.string(), number: z.string(), text: z.string() })), different: z.int(),
    reveals: z.array(z.strictObject({ line: z.int(), what: Revealing, said: z.string() })),
  })),
  /** Writes what the organisation gets, as a zip or (under a name without that ending) as a folder, and records it. `size` is in bytes. */
  write: action(InLanguage.extend({ file: Handle, on: z.iso.date(), term: AnswerTerm }), Made.extend({ due: z.iso.date(), lines: z.int(), size: z.int() })),
  /** Looks at a form that came back; nothing is recorded. `sha256` names what was looked at. */
  previewForm: action(
    Inspection.extend({ check: z.uuid(), file: Handle }), z.strictObject({ name: z.string(), sha256: z.string(), rows: z.array(ReadRemark) })),
  /** Keeps what is new in such a form; `taken` is how many remarks, `left` how many rows a person must type. The same form again changes nothing. */
  takeForm: action(
    Inspection.extend({ check: z.uuid(), file: Handle, sha256: z.string(), on: z.iso.date() }), z.strictObject({ taken: z.int(), left: z.int(), savedAt: z.iso.datetime().nullable() })),
  /** Enters a remark that came without the form. */
  add: command(
    Inspection.extend({ check: z.uuid(), line: Remark.shape.line.nullable(), expectation: Remark.shape.expectation.nullable() })
      .extend(Remark.shape.said.pick({ on: true, what: true, should: true, proof: true }).shape), Made),
  /** Keeps with a remark the text as it was and as it now is; of a remark on a line only. */
  process: command(Inspection.extend({ remark: z.uuid() }), Saved),
  /** Begins a view (zienswijze); the rest is filled in field by field. */
  addView: command(Inspection.extend(View.pick({ subject: true, what: true }).shape), Made),
  /** Registers the document in which a view came, by its digest; of the file itself nothing is kept. */
  receiveView: action(Inspection.extend({ view: z.uuid(), file: Handle, on: z.iso.date() }), Saved.extend({ sha256: z.string() })),
}
