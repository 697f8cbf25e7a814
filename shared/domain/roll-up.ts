import { z } from 'zod'
import { type CaseFile, type FileField, fileResultOf, type Reader, readerOf } from './file-review.ts'
import { intervalOf } from './proportion.ts'
import { type Reference, type Term, type TermResult, type TermState } from './term.ts'
import { Id, Text } from './text.ts'

/** The share of files that was aimed at for a term, in percent; it informs and decides nothing. */
export const Target = z.strictObject({ term: Id, percentage: z.number().min(1).max(100), source: Text })
export type Target = z.infer<typeof Target>

/** Of fewer files than this a share says little by itself; a convention, as no source sets a number. */
export const SMALL_BELOW = 30

/**
 * On time out of what could be told (on time and late), in percent, with its exact interval of 95 %. `atWorst` counts what could not be
 * told as late. `against` says on which side of the target the whole interval lies, or that it holds the target.
 */
export const Share = z.strictObject({
  of: z.int(),
  percentage: z.number(),
  low: z.number(),
  high: z.number(),
  atWorst: z.number(),
  small: z.boolean(),
  target: z.number().nullable(),
  against: z.enum(['above', 'below', 'undecided']).nullable(),
})
export type Share = z.infer<typeof Share>

/** What all files together say about a term. Median and maximum are of what was done; what is still open shows as the longest so far. */
export const TermRollUp = z.strictObject({
  term: Id,
  expectations: z.array(Id),
  n: z.int(),
  onTime: z.int(),
  late: z.int(),
  running: z.int(),
  notDeterminable: z.int(),
  notApplicable: z.int(),
  /** How many of the late ones are still open. */
  lateOpen: z.int(),
  done: z.int(),
  median: z.number().nullable(),
  maximum: z.int().nullable(),
  longestOpen: z.int().nullable(),
  /** None when nothing could be told, and of files that were chosen and not drawn. */
  share: Share.nullable(),
})
export type TermRollUp = z.infer<typeof TermRollUp>

/** How often each answer was given to a question with set answers. `n` = all counts + not found + not applicable + unanswered. */
export const FieldRollUp = z.strictObject({
  field: Id,
  expectations: z.array(Id),
  n: z.int(),
  counts: z.record(z.string(), z.int()),
  notFound: z.int(),
  notApplicable: z.int(),
  unanswered: z.int(),
})
export type FieldRollUp = z.infer<typeof FieldRollUp>

export const RollUp = z.strictObject({ drawn: z.enum(['sample', 'targeted']), n: z.int(), terms: z.array(TermRollUp), fields: z.array(FieldRollUp) })
export type RollUp = z.infer<typeof RollUp>

interface Asked {
  readonly fileFields: readonly FileField[]
  readonly terms: readonly Term[]
  readonly targets: readonly Target[]
}

/** Counts the files that were drawn, or those that were added on purpose: never the two together. It rates nothing. */
export function rollUpOf(asked: Asked, files: readonly CaseFile[], on: Reference, drawn: RollUp['drawn']): RollUp {
  const counted = files.filter((file) => (file.drawn === 'targeted') === (drawn === 'targeted'))
  const readers = counted.map(({ answers }) => readerOf(asked.fileFields, answers))
  return {
    drawn,
    n: counted.length,
    terms: asked.terms.map((term) => termRollUpOf(asked, term, readers, on, drawn)),
    fields: asked.fileFields.flatMap((field) => fieldRollUpOf(field, readers)),
  }
}

/** The part of a roll-up that speaks to one expectation. */
export function partOf({ terms, fields, ...whole }: RollUp, expectation: string): RollUp {
  const speaks = ({ expectations }: { expectations: readonly string[] }) => expectations.includes(expectation)
  return { ...whole, terms: terms.filter(speaks), fields: fields.filter(speaks) }
}

function termRollUpOf({ targets }: Asked, term: Term, files: readonly Reader[], on: Reference, drawn: RollUp['drawn']): TermRollUp {
  const results = files.map((read) => fileResultOf(term, read, on))
  const count = (state: TermState) => results.filter((result) => result.state === state).length
  const [onTime, late, notDeterminable] = [count('on-time'), count('late'), count('not-determinable')]
  const done = daysOf(results, false)
  const target = targets.find((each) => each.term === term.id)?.percentage ?? null
  return {
    term: term.id, expectations: term.expectations, n: files.length,
    onTime, late, running: count('running'), notDeterminable, notApplicable: count('not-applicable'),
    lateOpen: results.filter(({ state, open }) => state === 'late' && open).length,
    done: done.length, median: medianOf(done), maximum: done.at(-1) ?? null, longestOpen: daysOf(results, true).at(-1) ?? null,
    share: drawn === 'targeted' ? null : shareOf(onTime, onTime + late, notDeterminable, target),
  }
}

/** How long it took, shortest first. */
function daysOf(results: readonly TermResult[], open: boolean): number[] {
  return results.flatMap((result) => (result.days !== null && result.open === open ? [result.days] : [])).sort((a, b) => a - b)
}

function medianOf(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null
  const middle = (sorted.length - 1) / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
}

function shareOf(onTime: number, of: number, unknown: number, target: number | null): Share | null {
  if (of === 0) return null
  const interval = intervalOf(onTime, of)
  const [low, high] = [interval.low * 100, interval.high * 100]
  const against = target === null ? null : low >= target ? 'above' : high < target ? 'below' : 'undecided'
  return { of, percentage: (onTime / of) * 100, low, high, atWorst: (onTime / (of + unknown)) * 100, small: of < SMALL_BELOW, target, against }
}

function fieldRollUpOf(field: FileField, files: readonly Reader[]): FieldRollUp[] {
  const codes = field.kind === 'yes-no' ? ['yes', 'no'] : 'options' in field ? field.options.map(({ code }) => code) : null
  if (codes === null) return []
  const answers = files.map((read) => read(field.id))
  const count = (code: string | null) => answers.filter((answer) => answer === code).length
  const counts = Object.fromEntries(codes.map((code) => [code, count(code)]))
  const { id, expectations } = field
  return [{
    field: id, expectations, n: files.length, counts, notFound: count('not-found'), notApplicable: count('not-applicable'), unanswered: count(null),
  }]
}
