import { z } from 'zod'
import { KeptVersion, PageChange } from '../domain/page-comparison.ts'
import { AnsweredHit, ProseHit } from '../domain/prose.ts'
import { PageElement, ReportFormat } from '../domain/report-page.ts'
import { ReportBlock, ReportLanguage, ReportText, ReportTextState } from '../domain/report-text.ts'
import { fieldsOf } from '../domain/field.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

/** The report is in Dutch where no language is named. */
const Of = z.strictObject({ inspection: z.uuid(), language: ReportLanguage.optional() })

/** Two versions; null is the report as it is now. */
const Compared = Of.extend({ before: z.uuid().nullable(), after: z.uuid().nullable() })

export const report = {
  /** Where a text that somebody wrote says something else than what was recorded, what was answered included. */
  prose: query(Of, z.array(AnsweredHit)),
  /** Says that a sentence is right nevertheless, or takes that back. It asks again once the sentence or its data change. */
  answerProse: command(Of.extend(ProseHit.pick({ of: true, kind: true, start: true }).shape).extend({ right: z.boolean() }), Saved),
  /** The versions that were kept, the newest last. */
  versions: query(Of.pick({ inspection: true }), z.array(KeptVersion)),
  keepVersion: command(Of.pick({ inspection: true }), z.strictObject({ id: z.uuid() })),
  /** What reads otherwise in the later of two versions, word by word. */
  compare: query(Compared, z.array(PageChange)),
  /** The same, to print. `size` is in bytes. */
  writeComparison: action(Compared.extend({ format: ReportFormat, file: Handle }), z.strictObject({ size: z.int() })),
  /** The report as it now stands, as a page to look at. */
  read: query(Of, PageElement),
  /** Writes the readable report as it now stands, marked as a draft. `size` is in bytes. */
  write: action(Of.extend({ format: ReportFormat, file: Handle }), z.strictObject({ size: z.int() })),
  /** The texts of the report that can be edited, in order: under `id`, as composed of the data, and as somebody wrote instead. */
  blocks: query(Of, z.array(z.strictObject({ id: z.string(), block: ReportBlock, composed: z.string(), state: ReportTextState, fields: fieldsOf(ReportText.shape) }))),
  /** Which of the inspectorate's own are in use; what is not is as shipped. */
  own: query(z.strictObject({}), z.strictObject({ nl: z.boolean(), en: z.boolean(), logo: z.boolean() })),
  /** Reads an own template in, or refuses it with the line; parts that it does not have stay as shipped. */
  bringTemplate: action(z.strictObject({ language: ReportLanguage, file: Handle }), Saved),
  /** Writes the template in use to a file, to edit it. */
  saveTemplate: action(z.strictObject({ language: ReportLanguage, file: Handle }), z.strictObject({ size: z.int() })),
  /** Reads an own logo in: a JPEG or PNG, kept without what it tells beside its image. */
  bringLogo: action(z.strictObject({ file: Handle }), Saved),
  /** Takes an own template or the logo out of use. */
  dropOwn: command(z.strictObject({ what: z.enum(['nl', 'en', 'logo']) }), Saved),
}
