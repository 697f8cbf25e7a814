import { z } from 'zod'
import { Adoption } from '../domain/adoption.ts'
import { PlainDate } from '../domain/calendar.ts'
import { Sha256 } from '../domain/change.ts'
import { HitKind } from '../domain/privacy-hit.ts'
import { Ground, Passage, Redaction } from '../domain/redaction.ts'
import { PageElement, ReportFormat } from '../domain/report-page.ts'
import { ReportLanguage } from '../domain/report-text.ts'
import { Line } from '../domain/text.ts'
import { action, anytime, command, query } from './define.ts'
import { Handle, Refusal } from './handle.ts'

/** Of the report adopted in Dutch where no language is named. */
const Of = z.strictObject({ inspection: z.uuid(), language: ReportLanguage.optional() })
const Found = Passage.extend({ before: z.string(), text: z.string(), after: z.string(), whole: z.boolean() })
/** Characters of the text of a fragment, as someone selects them. */
const Stretch = z.strictObject({ fragment: z.int().min(0), start: z.int().min(0), end: z.int().min(1) })
const Signer = z.strictObject({ name: z.string(), role: z.enum(['inspector', 'office']), statement: z.string(), time: z.iso.datetime() })

/** The adoption of a report under a signature, and the version of it that everyone may read. */
export const publicVersion = {
  /** The newest adoption in each language in which there is one. */
  adoptions: query(Of.pick({ inspection: true }), z.array(Adoption)),
  /**
   * What is left out of the adopted report, and what comes of it. In `before` a fragment stands in an element with `data-fragment`, and what is left out in
   * one of class `left-out`.
   */
  draft: query(Of, z.strictObject({
    before: PageElement, after: PageElement,
    redactions: z.array(Redaction.omit({ author: true, at: true }).extend({ text: z.string() })),
    /** What an earlier adoption, or that in the other language, left out at a place that reads otherwise here; until all are answered nothing is written. */
    asked: z.array(Redaction.pick({ id: true, ground: true, reason: true }).extend({ before: z.string(), text: z.string(), after: z.string() })),
  })),
  /** Where something stands in the adopted report and is not left out yet, in whatever spelling. */
  find: query(Of.extend({ text: z.string().max(200) }), z.array(Found)),
  /** What looks like personal data in the adopted report and is not left out yet, and every photo. */
  suggest: query(Of, z.array(Found.extend({ kind: z.enum([...HitKind.options, 'picture']) }))),
  /**
   * Leaves passages out, words whole, or with `whole` all of the fragments in which they stand, so that not even the number of words is told. What is left out in one
   * language is left out in the other. The ground in one's own words needs a reason, which is kept here and does not become public.
   */
  leaveOut: command(
    Of.extend({ passages: z.array(z.union([Passage, Stretch])).min(1).max(5_000), ground: Ground, reason: Line.nullable(), whole: z.boolean().optional() }),
    z.strictObject({ count: z.int() }),
  ),
  putBack: command(Of.extend({ ids: z.array(z.uuid()).min(1).max(5_000) }), z.strictObject({ count: z.int() })),
  /** Says what becomes of what was left out before; both stay in the workspace. */
  answerAsked: command(Of.extend({ id: z.uuid(), answer: Line }), z.strictObject({ open: z.int() })),
  suggestName: query(Of, z.strictObject({ name: z.string() })),
  /** Writes the public version with its proof, signed: the page always, other formats as asked. `size` is in bytes. */
  write: action(
    Of.extend({ file: Handle, formats: z.array(ReportFormat).max(4) }),
    z.strictObject({ size: z.int(), leftOut: z.int() }),
  ),
  /** Checks a public version against a root certificate and revocation list (PEM), without a workspace. */
  verify: anytime.action(
    z.strictObject({ file: Handle, root: Handle.nullable(), crl: Handle.nullable() }),
    z.strictObject({
      verified: z.boolean(), rootChecked: z.boolean(), failure: Refusal.nullable(),
      contents: z.strictObject({
        inspection: z.uuid(), adoption: Sha256, day: PlainDate, language: ReportLanguage, adoptedBy: Signer, madeBy: Signer, fragments: z.int(), leftOut: z.partialRecord(Ground, z.int()),
      }).nullable(),
    }),
  ),
}
