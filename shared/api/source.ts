import { z } from 'zod'
import { SourceKind } from '../domain/source.ts'
import { query } from './define.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

/** A source in short; `title` is a role, a document's title or a place. */
const Source = z.strictObject({
  id: z.string(), kind: SourceKind, label: z.string().nullable(), title: z.string(), day: z.iso.date().nullable(),
})

export const source = {
  /** What speaks to one expectation, with the words in which it does; how many kinds of source there are, and how many are asked for. */
  list: query(Inspection.extend({ expectation: z.string() }), z.strictObject({
    sources: z.array(Source.extend({ quotes: z.array(z.strictObject({ at: z.iso.datetime().nullable(), text: z.string() })) })),
    present: z.array(SourceKind),
    wanted: z.int(),
  })),
  /** All sources of an inspection, and per assessed expectation the kinds that speak to it. */
  coverage: query(Inspection, z.strictObject({
    framework: z.string(),
    sources: z.array(Source),
    /** Labels that more than one source has, so that a citation of them does not tell which. */
    shared: z.array(z.string()),
    expectations: z.array(z.strictObject({ expectation: z.string(), present: z.array(SourceKind), wanted: z.int() })),
    /** The assessed expectations that no source speaks to. */
    without: z.array(z.string()),
  })),
}
