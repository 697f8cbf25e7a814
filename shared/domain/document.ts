import { z } from 'zod'
import { SourceLabel } from './source.ts'
import { Line } from './text.ts'

/** What organisations hand over most, and reports of one's own that came back from Word, which are no source; `other` is told in own words. */
export const DocumentKind = z.enum(['improvement-plan', 'internal-audit', 'monthly-figures', 'protocol', 'agreements', 'letter', 'press-release', 'word-version', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>

/**
 * A document that the organisation showed or gave, under an id of its own. It is in the register as long as it has a label. `dated` is what it says of
 * itself, `receivedOn` when it came; `from` is a role and never a name; `original` tells that the paper itself was taken along, until `returnedOn`.
 */
export const Document = z.strictObject({
  label: SourceLabel,
  title: Line,
  kind: DocumentKind,
  ownKind: Line,
  dated: z.iso.date(),
  receivedOn: z.iso.date(),
  from: Line,
  reference: Line,
  original: z.boolean(),
  returnedOn: z.iso.date(),
})
export type Document = z.infer<typeof Document>
