import { z } from 'zod'
import { appError } from '../errors.ts'
import { faultsOfFieldwork, Fieldwork, FieldworkFault } from './fieldwork.ts'
import { duplicatesOf, eachOf, type Placed, placed } from './place.ts'
import { DecisionRule, limbsOf } from './rule.ts'
import { Id, Line, Text, Wording } from './text.ts'

/** What one press of a key types. */
const Key = z.string().regex(/^[!-~]$/)

/** Something that a footnote explains; `number` is how it is printed. */
export const Footnote = z.strictObject({ id: Id, number: Line, text: Text })

/** What is expected of the organisation. One that is listed but not assessed refuses a rating and counts for nothing. */
export const Expectation = z.strictObject({
  id: Id,
  number: Line,
  statement: Text,
  wording: Wording,
  assessed: z.boolean(),
  notAssessedBecause: Text.nullable(),
  /** Whether the law itself demands it. */
  legal: z.boolean(),
  /** The parts of a compound statement; they inform and never count. */
  limbs: z.array(Line),
  footnotes: z.array(Id),
  guidance: Text.nullable(),
})
export type Expectation = z.infer<typeof Expectation>

export const Criterion = z.strictObject({ id: Id, number: Line, title: Line, wording: Wording, expectations: z.array(Expectation).min(1) })
export type Criterion = z.infer<typeof Criterion>

/** `aim` is what the inspectorates expect of the theme as a whole (doelzin). */
export const Theme = z.strictObject({
  id: Id, number: Line, title: Line, aim: Text.nullable(), wording: Wording, criteria: z.array(Criterion).min(1),
})
export type Theme = z.infer<typeof Theme>

/** One answer of the scale for expectations. Only what `counts` is held against the rule; `key` gives it on the keyboard. */
export const Grade = z.strictObject({
  code: Id.or(z.enum(['+', '-'])),
  label: Line,
  english: Line,
  key: Key,
  counts: z.boolean(),
  met: z.boolean(),
})
export type Grade = z.infer<typeof Grade>

/** One answer of the scale for criteria, best first. A sufficient one beside an expectation not met is worth a second look. */
export const Judgement = z.strictObject({ code: Id, label: Line, english: Line, key: Key, sufficient: z.boolean() })
export type Judgement = z.infer<typeof Judgement>

/** A framework (toetsingskader) is data: nothing in the code knows what it asks. Ids are stable, numbers are printed. */
export const Framework = z.strictObject({
  format: z.literal('veldtoets/framework/1'),
  id: Id,
  version: Line,
  title: Line,
  language: z.enum(['nl', 'en']),
  inspectorates: z.array(Line),
  /** Where it comes from, and what was done with it, one sentence each. */
  provenance: z.array(Text).min(1),
  scales: z.strictObject({ rating: z.array(Grade).min(2), judgement: z.array(Judgement).min(2) }),
  rule: DecisionRule,
  /** What every organisation must come to in the end, apart from the threshold of the rule. */
  standard: z.strictObject({ statement: Text, wording: Wording }),
  footnotes: z.array(Footnote),
  themes: z.array(Theme).min(1),
  /** How a visit can be gone about; null when the framework only says what is judged. */
  fieldwork: Fieldwork.nullable(),
})
export type Framework = z.infer<typeof Framework>

/** What can be wrong with a framework file. */
export const FrameworkFault = z.enum([
  'missing', 'unknown-field', 'wrong-value', 'too-deep', 'duplicate', 'unknown-footnote', 'reason-missing', 'reason-without-cause',
  'nothing-met', 'nothing-not-met', 'met-without-counting', 'reserved-code', 'otherwise-not-last', 'unknown-theme', 'theme-not-assessed',
  'more-than-assessed', ...FieldworkFault.options,
])
export type FrameworkFault = z.infer<typeof FrameworkFault>
type Fault = { where: string; what: FrameworkFault }

/** Reads a framework from a file; refuses with `framework-invalid`: the first thing that is wrong, and the path to it. */
export function parseFramework(value: unknown): Framework {
  const parsed = Framework.safeParse(value, { reportInput: true })
  if (!parsed.success) throw appError('framework-invalid', faultOf(parsed.error.issues[0]!))
  for (const fault of faultsOf(parsed.data)) throw appError('framework-invalid', fault)
  return parsed.data
}

export const criteriaOf = ({ themes }: Framework): Criterion[] => themes.flatMap(({ criteria }) => criteria)

export type Listed = Expectation & { readonly theme: string; readonly criterion: string }

/** A framework that is in use never changes, so what is asked of it a thousand times is worked out once. */
const lists = new WeakMap<Framework, ReadonlyMap<string, Listed>>()

function listOf(framework: Framework): ReadonlyMap<string, Listed> {
  const known = lists.get(framework)
  if (known) return known
  const list = new Map(framework.themes.flatMap((theme) =>
    theme.criteria.flatMap((criterion) =>
      criterion.expectations.map((expectation) => [expectation.id, { ...expectation, theme: theme.id, criterion: criterion.id }]))))
  lists.set(framework, list)
  return list
}

/** All expectations in order of print, each with its theme and criterion. */
export const listedOf = (framework: Framework): Listed[] => [...listOf(framework).values()]

/** One expectation by its id. */
export const expectationOf = (framework: Framework, id: string): Listed | undefined => listOf(framework).get(id)

/** The expectations that are held against the rule. */
export const assessedOf = (framework: Framework) => listedOf(framework).filter(({ assessed }) => assessed)

/** Refuses an expectation that the framework does not have or does not assess. */
export function assertAssessed(framework: Framework, id: string): void {
  const expectation = getExpectation(framework, id)
  if (!expectation.assessed) throw appError('not-assessed', { expectation: expectation.number })
}

/** Refuses an expectation that the framework does not have. */
export const assertListed = (framework: Framework, id: string) => void getExpectation(framework, id)

function getExpectation(framework: Framework, id: string): Listed {
  const expectation = expectationOf(framework, id)
  if (!expectation) throw appError('not-found', { what: 'expectation', id })
  return expectation
}

export function assertCriterion(framework: Framework, id: string): void {
  if (!criteriaOf(framework).some((criterion) => criterion.id === id)) throw appError('not-found', { what: 'criterion', id })
}

/** What a code means; none when the scale does not have it, or nothing was rated. */
export function gradeOf({ scales }: Framework, code: string | null): Grade | undefined {
  return scales.rating.find((grade) => grade.code === code)
}

/** The grade of a code that someone gives. */
export function getGrade(framework: Framework, code: string): Grade {
  const grade = gradeOf(framework, code)
  if (!grade) throw appError('not-found', { what: 'rating', id: code })
  return grade
}

export function judgementOf({ scales }: Framework, code: string | null): Judgement | undefined {
  return scales.judgement.find((judgement) => judgement.code === code)
}

export function assertJudgement(framework: Framework, code: string): void {
  if (!judgementOf(framework, code)) throw appError('not-found', { what: 'judgement', id: code })
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const where = pathOf(issue.path) || 'framework'
  if (issue.code === 'unrecognized_keys') {
    const readable = issue.keys[0]!.slice(0, 40).replace(/[^\w.-]/g, '?')
    return { where: pathOf([...issue.path, readable]), what: 'unknown-field' }
  }
  if (issue.message === 'too-deep') return { where, what: 'too-deep' }
  return { where, what: issue.input === undefined ? 'missing' : 'wrong-value' }
}

const pathOf = (path: readonly PropertyKey[]) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('').replace(/^\./, '')

/** What a framework of the right shape can still have wrong. */
function* faultsOf(framework: Framework): Generator<Fault> {
  const themes = placed(framework.themes, 'themes')
  const criteria = themes.flatMap(({ one, where }) => placed(one.criteria, `${where}.criteria`))
  const expectations = criteria.flatMap(({ one, where }) => placed(one.expectations, `${where}.expectations`))
  const footnotes = placed(framework.footnotes, 'footnotes')
  for (const list of [themes, criteria, expectations, footnotes]) yield* duplicatesOf(eachOf(list, 'id'))
  const known = new Set(framework.footnotes.map(({ id }) => id))
  for (const expectation of expectations) yield* faultsOfExpectation(expectation, known)
  yield* faultsOfScales(framework)
  yield* faultsOfRule(framework)
  if (framework.fieldwork === null) return
  const assessed = assessedOf(framework).map(({ id }) => id)
  yield* faultsOfFieldwork(framework.fieldwork, assessed, new Set(expectations.map(({ one }) => one.id)))
}

function* faultsOfExpectation({ one, where }: Placed<Expectation>, known: ReadonlySet<string>): Generator<Fault> {
  const { assessed, notAssessedBecause } = one
  if (!assessed && notAssessedBecause === null) yield { where: `${where}.notAssessedBecause`, what: 'reason-missing' }
  if (assessed && notAssessedBecause !== null) yield { where: `${where}.notAssessedBecause`, what: 'reason-without-cause' }
  const footnotes = placed(one.footnotes, `${where}.footnotes`)
  for (const footnote of footnotes) if (!known.has(footnote.one)) yield { where: footnote.where, what: 'unknown-footnote' }
  yield* duplicatesOf(footnotes)
}

function* faultsOfScales({ scales }: Framework): Generator<Fault> {
  for (const name of ['rating', 'judgement'] as const) {
    const list = placed<{ code: string; key: string }>(scales[name], `scales.${name}`)
    yield* duplicatesOf(eachOf(list, 'code'))
    yield* duplicatesOf(eachOf(list, 'key'))
  }
  const absurd = scales.rating.findIndex(({ counts, met }) => met && !counts)
  if (absurd >= 0) yield { where: `scales.rating[${absurd}].met`, what: 'met-without-counting' }
  if (!scales.rating.some(({ counts, met }) => counts && met)) yield { where: 'scales.rating', what: 'nothing-met' }
  if (!scales.rating.some(({ counts, met }) => counts && !met)) yield { where: 'scales.rating', what: 'nothing-not-met' }
}

/** A verdict is a code of the rule or `open`, so no outcome may be called that. */
function* faultsOfRule(framework: Framework): Generator<Fault> {
  const outcomes = placed(framework.rule.outcomes, 'rule.outcomes')
  const assessed = Map.groupBy(assessedOf(framework), ({ theme }) => theme)
  yield* duplicatesOf(eachOf(outcomes, 'code'))
  for (const [index, { one: { code, when }, where }] of outcomes.entries()) {
    if (code === 'open') yield { where: `${where}.code`, what: 'reserved-code' }
    if ((when === null) !== (index === outcomes.length - 1)) yield { where: `${where}.when`, what: 'otherwise-not-last' }
    for (const limb of when === null ? [] : limbsOf(when, `${where}.when`)) yield* faultsOfLimb(framework, limb, assessed)
  }
}

type Assessed = ReadonlyMap<string, readonly Expectation[]>

function* faultsOfLimb({ themes }: Framework, { limb, where }: ReturnType<typeof limbsOf>[number], assessed: Assessed): Generator<Fault> {
  if (limb.kind === 'at-least-met') {
    const most = [...assessed.values()].reduce((sum, list) => sum + list.length, 0)
    if (limb.count > most) yield { where: `${where}.count`, what: 'more-than-assessed' }
  } else if (!assessed.has(limb.theme)) {
    const exists = themes.some(({ id }) => id === limb.theme)
    yield { where: `${where}.theme`, what: exists ? 'theme-not-assessed' : 'unknown-theme' }
  }
}
