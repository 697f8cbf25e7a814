import { z } from 'zod'
import { Development } from './comparison.ts'
import { MeasureStanding, PointStateCode, Urgency } from './improvement.ts'
import { InspectionKind } from './inspection.ts'
import { FieldRollUp, TermRollUp } from './roll-up.ts'
import { SourceKind } from './source.ts'
import { Status } from './summary.ts'
import { Wording } from './text.ts'
import { Counts, VerdictReason } from './verdict.ts'

/** The format of the data of one inspection for other programs. */
export const DATA_FORMAT = 'veldtoets/data/1'

const Day = z.iso.date().nullable()
const Text = z.string().nullable()
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** How an expectation stands in the end; `notExamined` is outside the scope of the visit. */
const Standing = z.enum(['notAssessed', 'notExamined', 'met', 'notMet', 'notApplicable', 'open'])

/** A code of the framework's rating scale with what it means there. */
const Rated = z.strictObject({ code: z.string(), label: z.string(), counts: z.boolean(), met: z.boolean() })
const Judged = z.strictObject({ code: z.string(), label: z.string() })
const SourceCounts = z.strictObject(Object.fromEntries(SourceKind.options.map((kind) => [kind, z.int()])) as Record<SourceKind, z.ZodInt>)

export const ExportedExpectation = z.strictObject({
  id: z.string(), number: z.string(), theme: z.string(), criterion: z.string(), statement: z.string(), wording: Wording, assessed: z.boolean(), legal: z.boolean(),
  standing: Standing,
  rating: Rated.nullable(),
  rationale: Text,
  /** Whether inspectors gave answers that differ and that nobody settled; such an answer is left out. */
  different: z.boolean(),
  /** How many sources of each kind speak to it. */
  sources: SourceCounts,
  /** What it was in the round before; null where that is not known or did not ask it. */
  earlier: z.strictObject({ code: Text, development: Development, changedText: z.boolean() }).nullable(),
  improvements: z.array(z.uuid()),
})
export type ExportedExpectation = z.infer<typeof ExportedExpectation>

const ExportedCriterion = z.strictObject({
  id: z.string(), number: z.string(), title: z.string(), theme: z.string(), met: z.int(), assessed: z.int(), judgement: Judged.nullable(), earlier: Text, substantiation: Text,
})
const ExportedPoint = z.strictObject({
  id: z.uuid(), label: Text, title: Text, text: Text, urgency: Urgency,
  state: z.strictObject({ state: PointStateCode, on: z.iso.date(), source: Text }).nullable(),
  establishedOn: Day, expectations: z.array(z.string()), measures: z.array(z.uuid()),
})
/** `standing` is told only where its days alone decide it: what is running or overdue depends on the day of looking. */
const ExportedMeasure = z.strictObject({
  id: z.uuid(), label: Text, what: Text, owner: Text, due: Day, claimedOn: Day, establishedOn: Day, standing: MeasureStanding.extract(['established', 'claimed']).nullable(),
})
const ExportedSource = z.strictObject({ id: z.uuid(), kind: SourceKind, label: Text, day: Day, expectations: z.array(z.string()) })
const ExportedFiles = z.strictObject({
  referenceDate: z.iso.date(), n: z.int(),
  terms: z.array(TermRollUp.extend({ label: z.string() })), fields: z.array(FieldRollUp.extend({ label: z.string() })),
})

/**
 * All that leaves of one inspection as data: no names of people, no notes, no evidence, no titles of documents, no case files and no key lists. What is in dispute
 * or erased is null. Ids are those of the change log, so that a later export can be laid beside this one.
 */
export const DataExport = z.strictObject({
  format: z.literal(DATA_FORMAT),
  inspection: z.uuid(),
  /** Vouches for all that was recorded; the newest of it is of this moment. */
  stateHash: Hash,
  recordedAt: z.iso.datetime(),
  organisation: z.strictObject({ id: z.uuid(), name: z.string(), kind: z.string(), region: z.string() }).nullable(),
  framework: z.strictObject({ id: z.string(), version: z.string(), hash: Hash, title: z.string() }),
  kind: InspectionKind.nullable(),
  firstDay: Day,
  lastDay: Day,
  announced: z.boolean().nullable(),
  earlier: z.uuid().nullable(),
  takenFrom: z.literal('report').nullable(),
  status: Status,
  counts: Counts,
  /** `outcome` is a code of the framework's rule, or `open`. */
  verdict: z.strictObject({ outcome: z.string(), label: Text, reasons: z.array(VerdictReason) }),
  /** How many fields have answers that differ. */
  differences: z.int(),
  themes: z.array(z.strictObject({ id: z.string(), number: z.string(), title: z.string() })),
  criteria: z.array(ExportedCriterion),
  expectations: z.array(ExportedExpectation),
  improvements: z.array(ExportedPoint),
  measures: z.array(ExportedMeasure),
  sources: z.array(ExportedSource),
  /** What the files of the sample come to; null where none were read. */
  files: ExportedFiles.nullable(),
})
export type DataExport = z.infer<typeof DataExport>
