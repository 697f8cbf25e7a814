import { z } from 'zod'
import { ChangeId } from '../domain/change.ts'
import { Field } from '../domain/field.ts'
import { Link, SourceKind, SourceLabel } from '../domain/source.ts'
import { command, query } from './define.ts'
import { Saved } from './handle.ts'

const Inspection = z.strictObject({ inspection: z.uuid() })

/** A source in short; `title` is a role, a document's title or a place. */
const Source = z.strictObject({
  id: z.string(), kind: SourceKind, label: z.string().nullable(), title: z.string(), day: z.iso.date().nullable(),
})

export const source = {
  /** What speaks to one expectation, with the words in which it does; how many kinds of source there are, and how many are asked for: as a minimum, or all. */
  list: query(Inspection.extend({ expectation: z.string() }), z.strictObject({
    sources: z.array(Source.extend({
      quotes: z.array(z.strictObject({ at: z.iso.datetime().nullable(), text: z.string() })),
      /** Whether someone linked it, which can be taken back; the heads of that answer. */
      link: z.strictObject({ seen: z.array(ChangeId) }).nullable(),
      /** Which way it points. */
      tells: Field(Link.shape.tells),
      /** The paper of it, as evidence. */
      scans: z.array(z.strictObject({ id: z.uuid(), label: z.string().nullable() })),
    })),
    present: z.array(SourceKind),
    wanted: z.int(),
    /** Whether the framework demands that many. */
    demanded: z.boolean(),
  })),
  /** All sources of an inspection, and per assessed expectation the kinds that speak to it. */
  coverage: query(Inspection, z.strictObject({
    framework: z.string(),
    sources: z.array(Source),
    /** The case files, which are cited one by one under their pseudonyms. */
    files: z.array(z.strictObject({ id: z.uuid(), label: z.string() })),
    /** Evidence that is the paper of a source, by the id of that source. */
    scans: z.array(z.strictObject({ id: z.uuid(), label: z.string().nullable(), scanOf: z.uuid() })),
    /** Labels that more than one source has, so that a citation of them does not tell which. */
    shared: z.array(z.string()),
    expectations: z.array(z.strictObject({ expectation: z.string(), present: z.array(SourceKind), wanted: z.int() })),
    /** The assessed expectations that no source speaks to. */
    without: z.array(z.string()),
  })),
  /** Gives a source the next free label of its kind, because another has the same. What cites the old label then means the other. */
  renumber: command(Inspection.extend({ source: z.uuid() }), Saved.extend({ label: SourceLabel })),
}
