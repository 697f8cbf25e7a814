import { z } from 'zod'
import { appError } from '../errors.ts'
import { PlainDate } from './calendar.ts'
import { HolidayTable } from './holiday.ts'
import { Answer, answerSchemaOf, CaseFile, type FileField } from './file-review.ts'
import type { Framework } from './framework.ts'
import { Line, Text } from './text.ts'

const ofSample = { sample: z.uuid(), stratum: z.string().max(60), unit: Line.max(80), place: z.int().positive() }

/** How a file came to be read. `place` is the how manieth it was in the order of its stratum, `replaces` the file that it stands in for. */
export const Origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sample'), ...ofSample }),
  z.strictObject({ kind: z.literal('replacement'), ...ofSample, replaces: z.uuid(), reason: Text }),
  z.strictObject({ kind: z.literal('targeted'), reason: Text }),
])
export type Origin = z.infer<typeof Origin>

/** One file that is read, under an id of its own. `dropped` says why it does not count after all, `reviewer` is a member of the team. */
export const ReadFile = z.strictObject({ pseudonym: CaseFile.shape.id, origin: Origin, dropped: Text, reviewer: z.uuid() })
export type ReadFile = z.infer<typeof ReadFile>

/** What one file says about one field, under `<file>/<field>`; `place` is where in the file it stands. */
export const FileAnswer = z.strictObject({ value: Answer, note: z.string().max(4_000), place: Line })

/**
 * With what the files are reckoned, under the id of the inspection: the day on which they are looked at and, where that is not the table of the program,
 * the days on which terms do not end, so that every laptop reckons alike.
 */
export const FileReckoning = z.strictObject({ referenceDate: PlainDate, holidays: HolidayTable })

/** What a day is in one term, under the id of the term; where nothing is said, what the framework says. */
export const TermReckoning = z.strictObject({ basis: z.enum(['calendar', 'working']) })
export type Basis = z.infer<typeof TermReckoning>['basis']

export const answerIdOf = (file: string, field: string) => `${file}/${field}`

/** The file and the field out of the id of an answer; either may be empty. */
export function placeInFile(answerId: string): [file: string, field: string] {
  const [file = '', field = ''] = answerId.split(/\/(.*)/s)
  return [file, field]
}

export const fileFieldsOf = ({ fieldwork }: Framework): readonly FileField[] => fieldwork?.fileFields ?? []

/** Refuses an answer to a field that the framework does not ask, or one that it cannot have. */
export function assertFileAnswer(framework: Framework, field: string, value: unknown): void {
  const asked = fileFieldsOf(framework).find(({ id }) => id === field)
  if (!asked) throw appError('not-found', { what: 'file field', id: field })
  if (value !== null && !answerSchemaOf(asked).safeParse(value).success) throw appError('value-invalid', { field })
}

/** Refuses a term that the framework does not have, and working days for one that is not in days. */
export function assertBasis({ fieldwork }: Framework, id: string, basis: unknown): void {
  const term = fieldwork?.terms.find((term) => term.id === id)
  if (!term) throw appError('not-found', { what: 'term', id })
  if (basis === 'working' && term.unit !== 'days') throw appError('value-invalid', { field: id })
}

/** The pseudonyms for so many new files: D-01, D-02 …, after the highest number in use. */
export function nextPseudonyms(taken: Iterable<string>, count: number): string[] {
  const highest = Math.max(0, ...[...taken].map((pseudonym) => Number(/^D-(\d+)$/.exec(pseudonym)?.[1] ?? 0)))
  return Array.from({ length: count }, (_, index) => `D-${String(highest + index + 1).padStart(2, '0')}`)
}

/** What a population calls its files, where those names will do as pseudonyms; otherwise new ones. */
export function pseudonymsFor(units: readonly string[], taken: readonly string[]): string[] {
  const own = units.every((unit) => CaseFile.shape.id.safeParse(unit).success && !taken.includes(unit))
  return own ? [...units] : nextPseudonyms(taken, units.length)
}
