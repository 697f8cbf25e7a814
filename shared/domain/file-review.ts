import { z } from 'zod'
import { appError } from '../errors.ts'
import { PlainDate } from './calendar.ts'
import { type DateAnswer, isDate, type Reference, resultOf, type Term, type TermResult } from './term.ts'
import { Id, Line } from './text.ts'

const NOTHING = ['not-found', 'not-applicable'] as const
const RESERVED = new Set(['not-yet', ...NOTHING])

const Option = z.strictObject({ code: Id.refine((code) => !RESERVED.has(code)), label: Line })

const common = {
  id: Id,
  label: Line,
  /** What it can say something about. */
  expectations: z.array(Id),
  /** When another field is answered so, this one does not arise, whatever was entered. */
  irrelevantWhen: z.strictObject({ field: Id, answers: z.array(Line).min(1) }).nullable(),
}

/** One thing to look for in every file. A band is a range, such as of ages: no file is entered with a day of birth. */
export const FileField = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.enum(['date', 'yes-no', 'text']) }),
  z.strictObject({ ...common, kind: z.literal('number'), least: z.int(), most: z.int() }),
  z.strictObject({ ...common, kind: z.enum(['choice', 'band']), options: z.array(Option).min(2).max(40) }),
])
export type FileField = z.infer<typeof FileField>

/** The value of a field, or why it has none; what was not looked at yet is not there. */
export const Answer = z.union([z.string().min(1).max(400), z.int()])
export type Answer = z.infer<typeof Answer>

/** A file by its pseudonym. What was added on purpose stays apart from what was drawn; a replacement was drawn too. */
export const CaseFile = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,3}-\d{2,4}$/),
  drawn: z.enum(['sample', 'replacement', 'targeted']),
  answers: z.record(Id, Answer),
})
export type CaseFile = z.infer<typeof CaseFile>

const EARLIEST = '1900-01-01'
const LATEST = '2099-12-31'

/** What may be answered to a field. */
export function answerSchemaOf(field: FileField): z.ZodType<Answer> {
  const nothing = z.enum(NOTHING)
  switch (field.kind) {
    case 'date': return z.union([PlainDate.refine((date) => date >= EARLIEST && date <= LATEST), z.literal('not-yet'), nothing])
    case 'yes-no': return z.enum(['yes', 'no', ...NOTHING])
    case 'number': return z.union([z.int().min(field.least).max(field.most), nothing])
    case 'choice':
    case 'band': return z.enum([...field.options.map(({ code }) => code), ...NOTHING])
    case 'text': return Line
  }
}

/** Reads the answers of one file; refuses with `value-invalid` the first field that does not exist or cannot be answered so. */
export function parseAnswers(fields: readonly FileField[], value: unknown): CaseFile['answers'] {
  const shape = Object.fromEntries(fields.map((field) => [field.id, answerSchemaOf(field).optional()]))
  const parsed = z.strictObject(shape).safeParse(value)
  if (parsed.success) return parsed.data as CaseFile['answers']
  const issue = parsed.error.issues[0]!
  throw appError('value-invalid', { field: issue.code === 'unrecognized_keys' ? issue.keys[0]! : issue.path.join('.') })
}

/** What a file says about a field, once what does not arise is left out; null where nothing was entered. */
export type Reader = (field: string) => Answer | null

export function readerOf(fields: readonly FileField[], answers: CaseFile['answers']): Reader {
  const irrelevant = new Set(irrelevantOf(fields, answers).map(({ id }) => id))
  return (field) => (irrelevant.has(field) ? 'not-applicable' : answers[field] ?? null)
}

function irrelevantOf(fields: readonly FileField[], answers: CaseFile['answers']): FileField[] {
  return fields.filter(({ irrelevantWhen: when }) => when !== null && when.answers.includes(String(answers[when.field])))
}

/** Where a file stands on a term. */
export const fileResultOf = (term: Term, read: Reader, on: Reference): TermResult => resultOf(term, (field) => dateAnswer(read(field)), on)

const dateAnswer = (answer: Answer | null): DateAnswer | null => (typeof answer === 'string' ? answer : null)

/** What in a file cannot be so, to look at again; it changes no count. */
export const Contradiction = z.discriminatedUnion('kind', [
  /** The later step has an earlier day, or has one while the earlier step was not taken. */
  z.strictObject({ kind: z.literal('order'), earlier: Id, later: Id }),
  z.strictObject({ kind: z.literal('after-reference'), field: Id }),
  /** A day was entered although another answer says that it does not arise. */
  z.strictObject({ kind: z.literal('irrelevant'), field: Id, because: Id }),
])
export type Contradiction = z.infer<typeof Contradiction>

/** Holds the days of a file against the order in which its steps are taken and against the reference date. */
export function contradictionsOf(
  { fileFields, chronology }: { fileFields: readonly FileField[]; chronology: readonly string[] }, { answers }: CaseFile, referenceDate: PlainDate,
): Contradiction[] {
  const dayOf = (field: string) => dateAnswer(answers[field] ?? null)
  const steps = chronology.filter((field) => isDate(dayOf(field)) || dayOf(field) === 'not-yet')
  const order = steps.slice(1).flatMap((later, index) => {
    const earlier = steps[index]!
    const [first, second] = [dayOf(earlier)!, dayOf(later)!]
    return isDate(second) && (first === 'not-yet' || first > second) ? [{ kind: 'order' as const, earlier, later }] : []
  })
  const days = fileFields.filter(({ id, kind }) => kind === 'date' && isDate(dayOf(id)))
  const after = days.filter(({ id }) => dayOf(id)! > referenceDate).map(({ id }) => ({ kind: 'after-reference' as const, field: id }))
  const irrelevant = irrelevantOf(days, answers).map(({ id, irrelevantWhen }) =>
    ({ kind: 'irrelevant' as const, field: id, because: irrelevantWhen!.field }))
  return [...order, ...after, ...irrelevant]
}
