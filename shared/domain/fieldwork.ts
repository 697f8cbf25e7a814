import { z } from 'zod'
import { answerSchemaOf, FileField } from './file-review.ts'
import { duplicatesOf, eachOf, type Placed, placed } from './place.ts'
import { Target } from './roll-up.ts'
import { Term } from './term.ts'
import { Id, Line, Text, Wording } from './text.ts'

/** Something to ask, to read or to look at, and what it can say something about. */
export const Prompt = z.strictObject({ id: Id, text: Text, expectations: z.array(Id).min(1) })
export type Prompt = z.infer<typeof Prompt>

export const Role = z.strictObject({ id: Id, title: Line, questions: z.array(Prompt).min(1) })
export type Role = z.infer<typeof Role>

/** How a visit can be gone about: what the framework suggests, where it suggests anything. */
export const Fieldwork = z.strictObject({
  wording: Wording,
  provenance: z.array(Text).min(1),
  roles: z.array(Role),
  documents: z.array(Prompt),
  observations: z.array(Prompt),
  fileFields: z.array(FileField),
  /** Fields with a day, in the order in which their steps are taken. */
  chronology: z.array(Id),
  terms: z.array(Term),
  targets: z.array(Target),
  /** Of how many kinds of source each rating should have one; null when the framework asks for no number. */
  minimumSourceKinds: z.int().min(1).max(4).nullable(),
})
export type Fieldwork = z.infer<typeof Fieldwork>

export const SourceKind = z.enum(['interview', 'file', 'document', 'observation'])
export type SourceKind = z.infer<typeof SourceKind>

/** By which kinds of source an expectation can be reached. */
export function sourceKindsOf({ roles, documents, observations, fileFields, terms }: Fieldwork, expectation: string): SourceKind[] {
  const speaks = (list: readonly { expectations: readonly string[] }[]) => list.some(({ expectations }) => expectations.includes(expectation))
  const reached: Record<SourceKind, boolean> = {
    interview: roles.some(({ questions }) => speaks(questions)),
    file: speaks(fileFields) || speaks(terms),
    document: speaks(documents),
    observation: speaks(observations),
  }
  return SourceKind.options.filter((kind) => reached[kind])
}

/** What can be wrong with fieldwork of the right shape, apart from what occurs twice. */
export const FieldworkFault = z.enum([
  'unknown-expectation', 'unknown-file-field', 'not-a-date', 'unknown-answer', 'unknown-term', 'sources-out-of-reach',
])
type Fault = { where: string; what: z.infer<typeof FieldworkFault> | 'duplicate' }

/** Every reference of the fieldwork that leads nowhere; `assessed` and `listed` are ids of expectations. */
export function* faultsOfFieldwork(fieldwork: Fieldwork, assessed: readonly string[], listed: ReadonlySet<string>): Generator<Fault> {
  const at = <T>(list: readonly T[], name: keyof Fieldwork) => placed(list, `fieldwork.${name}`)
  const [roles, fields, terms] = [at(fieldwork.roles, 'roles'), at(fieldwork.fileFields, 'fileFields'), at(fieldwork.terms, 'terms')]
  const questions = roles.flatMap(({ one, where }) => placed(one.questions, `${where}.questions`))
  const [documents, observations] = [at(fieldwork.documents, 'documents'), at(fieldwork.observations, 'observations')]
  for (const list of [roles, questions, documents, observations, fields, terms]) yield* duplicatesOf(eachOf(list, 'id'))
  for (const part of [...questions, ...documents, ...observations, ...fields, ...terms]) yield* faultsOfExpectations(part, listed)
  yield* faultsOfFields(fields)
  yield* faultsOfDates([...at(fieldwork.chronology, 'chronology'), ...terms.flatMap(endsOf)], fieldwork.fileFields)
  yield* duplicatesOf(at(fieldwork.chronology, 'chronology'))
  yield* faultsOfTargets(at(fieldwork.targets, 'targets'), new Set(fieldwork.terms.map(({ id }) => id)))
  const least = fieldwork.minimumSourceKinds ?? 0
  const outOfReach = assessed.some((id) => sourceKindsOf(fieldwork, id).length < least)
  if (outOfReach) yield { where: 'fieldwork.minimumSourceKinds', what: 'sources-out-of-reach' }
}

function* faultsOfExpectations({ one, where }: Placed<{ expectations: string[] }>, listed: ReadonlySet<string>): Generator<Fault> {
  const expectations = placed(one.expectations, `${where}.expectations`)
  for (const expectation of expectations) if (!listed.has(expectation.one)) yield { where: expectation.where, what: 'unknown-expectation' }
  yield* duplicatesOf(expectations)
}

function* faultsOfFields(fields: readonly Placed<FileField>[]): Generator<Fault> {
  for (const { one, where } of fields) {
    if ('options' in one) yield* duplicatesOf(eachOf(placed(one.options, `${where}.options`), 'code'))
    if (one.irrelevantWhen === null) continue
    const { field, answers } = one.irrelevantWhen
    const other = fields.find((each) => each.one.id === field && field !== one.id)
    if (!other) yield { where: `${where}.irrelevantWhen.field`, what: 'unknown-file-field' }
    for (const answer of other ? placed(answers, `${where}.irrelevantWhen.answers`) : []) {
      if (!answerSchemaOf(other!.one).safeParse(answer.one).success) yield { where: answer.where, what: 'unknown-answer' }
    }
  }
}

const endsOf = ({ one, where }: Placed<Term>): Placed<string>[] => [{ one: one.from, where: `${where}.from` }, ...placed(one.to, `${where}.to`)]

function* faultsOfDates(references: readonly Placed<string>[], fields: readonly FileField[]): Generator<Fault> {
  for (const { one, where } of references) {
    const field = fields.find(({ id }) => id === one)
    if (field?.kind !== 'date') yield { where, what: field ? 'not-a-date' : 'unknown-file-field' }
  }
}

function* faultsOfTargets(targets: readonly Placed<Target>[], terms: ReadonlySet<string>): Generator<Fault> {
  yield* duplicatesOf(eachOf(targets.map(({ one, where }) => ({ one: { term: one.term }, where })), 'term'))
  for (const { one, where } of targets) if (!terms.has(one.term)) yield { where: `${where}.term`, what: 'unknown-term' }
}
