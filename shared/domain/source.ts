import { z } from 'zod'

/** What a finding can rest on. The file review as a whole is one kind; its files are told apart by their pseudonyms. */
export const SourceKind = z.enum(['interview', 'file', 'document', 'observation'])
export type SourceKind = z.infer<typeof SourceKind>

/** That a source speaks to an expectation: an element of a set, under `<source>/<expectation>`. */
export const Link = z.strictObject({ linked: z.literal(true) })

export const linkIdOf = (source: string, expectation: string) => `${source}/${expectation}`

/** The short name under which a source is cited in a rationale, between square brackets: [I2], [D-07], [DOC3], [W1]. */
export const SourceLabel = z.string().regex(/^[A-Z]{1,4}-?\d{1,4}[a-z]?$/)
