import { z } from 'zod'
import { fieldsOf } from '../domain/field.ts'
import { LetterKind, OutgoingLetter } from '../domain/letter.ts'
import { PlainDate } from '../domain/calendar.ts'
import { PageElement, ReportFormat } from '../domain/report-page.ts'
import { ReportLanguage } from '../domain/report-text.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })
const One = Inspection.extend({ letter: z.uuid() })

const Listed = z.strictObject({
  id: z.uuid(), kind: LetterKind, language: ReportLanguage, corrects: z.uuid().nullable(), fields: fieldsOf(OutgoingLetter.omit({ of: true }).shape),
  /** What is being typed, by field. */
  drafts: z.record(z.string(), z.string()),
  /** What would be composed of the data now, where that is something else than the text was made of. */
  composed: z.string().nullable(),
  /** How many of the municipalities served should get it and are not named. */
  unaddressed: z.int(),
})

export const letter = {
  /** The letters around an inspection, the newest first. `file` is the supervision file in which they stand. */
  list: query(Inspection, z.strictObject({ file: z.uuid(), ready: z.boolean(), letters: z.array(Listed) })),
  /** Begins a letter with subject and text composed of the data. Errors: `letter-needs-verdict`. */
  add: command(Inspection.extend({ kind: LetterKind, language: ReportLanguage, day: PlainDate }), Saved.extend({ id: z.uuid() })),
  /** Begins a letter that takes the place of one that was sent, with its text. Errors: `letter-unsent`. */
  correct: command(One.extend({ day: PlainDate }), Saved.extend({ id: z.uuid() })),
  /** Names whoever should get it in the municipalities that the organisation serves; who is named stays. */
  address: command(One, Saved.extend({ added: z.int() })),
  /** Composes the text anew; what stood there stays in the history. */
  compose: command(One, Saved),
  /** Leaves the text as it is, and calls the data as they are now its basis. */
  keep: command(One, Saved),
  /** Records that it went out that day, here and among the letters of the supervision file, one for each addressee. From then on it is fixed. */
  sent: command(One.extend({ day: PlainDate }), Saved.extend({ registered: z.int() })),
  /** The letter as it will print. */
  read: query(One, PageElement),
  /** Writes it, a letter for each addressee on a page of its own. `size` is in bytes. */
  write: action(One.extend({ format: ReportFormat, file: Handle }), z.strictObject({ size: z.int() })),
  /** In which languages the inspectorate has templates of its own. */
  own: query(z.strictObject({}), z.strictObject({ nl: z.boolean(), en: z.boolean() })),
  /** Reads an own template in, or refuses it with the line; parts that it does not have stay as shipped. */
  bringTemplate: action(z.strictObject({ language: ReportLanguage, file: Handle }), Saved),
  /** Writes the template in use to a file, to edit it. */
  saveTemplate: action(z.strictObject({ language: ReportLanguage, file: Handle }), z.strictObject({ size: z.int() })),
  dropTemplate: command(z.strictObject({ language: ReportLanguage }), Saved),
}
