import { z } from 'zod'
import { ArchiveDecision, ArchiveTerms, MandatoryTerm } from '../domain/archive-terms.ts'
import { action, command, query } from './define.ts'
import { Handle } from './handle.ts'

const Terms = z.strictObject({ terms: ArchiveTerms, missing: z.array(MandatoryTerm) })

/** What leaves for other programs. `size` is in bytes; rows are those of the table of expectations. */
export const dataExport = {
  /** Writes one inspection: as tables, as the documented JSON, or as OSCAL assessment results or plan of action. Nothing leaves while privilege rests on anything. */
  write: action(
    z.strictObject({ inspection: z.uuid(), format: z.enum(['xlsx', 'csv', 'json', 'oscal', 'poam']), file: Handle }),
    z.strictObject({ size: z.int() }),
  ),
  /** Writes the tables of all inspections here; `leftOut` is how many stay behind because privilege rests on something in them. */
  writeAll: action(
    z.strictObject({ format: z.enum(['xlsx', 'csv']), file: Handle }),
    z.strictObject({ size: z.int(), rows: z.int(), inspections: z.int(), leftOut: z.int() }),
  ),
  /** Writes the bag for the archive: the signed bundle, its report and what MDTO says of them. */
  archive: action(z.strictObject({ inspection: z.uuid(), file: Handle }), z.strictObject({ size: z.int() })),
  /** What the archive asks and this workspace decided, and what is mandatory and still lacks. */
  terms: query(z.strictObject({}), Terms),
  setTerms: command(z.strictObject({ terms: ArchiveDecision }), Terms),
}
