import { z } from 'zod'
import { Document } from '../domain/document.ts'
import { Field, fieldsOf } from '../domain/field.ts'
import { ReportFormat } from '../domain/report-page.ts'
import { SourceLabel, Link } from '../domain/source.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

/** The expectations that a source speaks to, and for a document where it does. */
export const Links = z.array(z.strictObject({ expectation: z.string(), linked: Field(Link.shape.linked), pages: Field(Link.shape.pages), tells: Field(Link.shape.tells) }))

export const document = {
  /** The register, in the order of the labels. `shared` tells that another document has this label too. */
  list: query(Inspection, z.array(z.strictObject({ id: z.uuid(), fields: fieldsOf(Document.shape), links: Links, shared: z.boolean() }))),
  /** Enters a document under the next free label; the rest is filled in field by field. */
  add: command(
    Inspection.extend(Document.pick({ title: true, kind: true, receivedOn: true }).shape),
    Saved.extend({ id: z.uuid(), label: SourceLabel }),
  ),
  /** Writes the receipt for the originals that were taken along and are not back yet (Awb 5:17), to print and sign. `count` is how many. */
  receipt: action(Inspection.extend({ format: ReportFormat, file: Handle }), z.strictObject({ count: z.int() })),
}
