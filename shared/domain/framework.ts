import { z } from 'zod'
import { appError } from '../errors.ts'
import { faultsOfFieldwork, Fieldwork, FieldworkFault } from './fieldwork.ts'
import { inWords } from './framework-place.ts'
import { duplicatesOf, eachOf, type Placed, placed } from './place.ts'
import { DecisionRule, keyOf } from './rule.ts'
import { faultsOfRule, RuleFault } from './rule-fault.ts'
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

/** What is judged as a whole: expectations of its own, criteria below it, or both; one of them at least. Each level has a judgement of its own. */
export interface Criterion {
  id: string
  number: string
  title: string
  wording: z.infer<typeof Wording>
  expectations: Expectation[]
  criteria?: Criterion[] | undefined
}

/** Between the theme and the expectations that are deepest: six levels in all. */
export const MOST_CRITERIA_DEEP = 4

/** Themes, criteria and expectations together. */
export const MOST_ITEMS = 5_000

/** Built level by level, so that a file nested too deep is refused with its place and never walked to its end. */
const criterionWithin = (depth: number): z.ZodType<Criterion> =>
  z.strictObject({
    id: Id, number: Line, title: Line, wording: Wording, expectations: z.array(Expectation),
    criteria: (depth === 1 ? z.never('too-many-levels') : z.array(criterionWithin(depth - 1)).min(1)).optional(),
  })

export const Criterion = criterionWithin(MOST_CRITERIA_DEEP)

/** `aim` is what the inspectorates expect of the theme as a whole (doelzin). */
export const Theme = z.strictObject({
  id: Id, number: Line, title: Line, aim: Text.nullable(), wording: Wording, criteria: z.array(Criterion).min(1),
})
export type Theme = z.infer<typeof Theme>

/** How an answer is drawn: each shape is told from the others without its colour. */
export const Shape = z.enum(['circle', 'hexagon', 'diamond', 'triangle', 'square', 'bar'])
export type Shape = z.infer<typeof Shape>

/**
 * One answer of the scale for expectations. Only what `counts` is held against the rule; `key` gives it on the keyboard; `sign` stands in its
 * shape, and alone where there is no room for the label.
 */
export const Grade = z.strictObject({
  code: Id.or(z.enum(['+', '-'])),
  label: Line,
  english: Line,
  key: Key,
  sign: Line.max(6),
  shape: Shape,
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
  /** Why no inspection can begin with it yet, such as places that are still open; left out where one can. */
  unfinished: Text.optional(),
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
  'missing', 'unknown-field', 'wrong-value', 'too-deep', 'too-many-levels', 'too-many-items', 'empty-criterion', 'duplicate', 'unknown-footnote', 'reason-missing', 'reason-without-cause',
  'nothing-met', 'nothing-not-met', 'met-without-counting', ...RuleFault.options, ...FieldworkFault.options,
])
export type FrameworkFault = z.infer<typeof FrameworkFault>
export type FaultAt = { where: string; what: FrameworkFault }
type Fault = FaultAt

/** Reads a framework from a file; refuses with `framework-invalid`: the first thing that is wrong, and the path to it. */
export function parseFramework(value: unknown): Framework {
  const parsed = Framework.safeParse(value, { reportInput: true })
  if (!parsed.success) throw refusalOf(value, faultOf(parsed.error.issues[0]!))
  for (const fault of faultsOf(parsed.data)) throw refusalOf(value, fault)
  return parsed.data
}

const refusalOf = (value: unknown, fault: Fault) => appError('framework-invalid', { ...fault, ...inWords(value, fault.where) })

/** Everything that is wrong with a framework, and the path to each; what only shows in one of the right shape comes once the shape is. */
export function faultsIn(value: unknown): FaultAt[] {
  const parsed = Framework.safeParse(value, { reportInput: true })
  return parsed.success ? [...faultsOf(parsed.data)] : parsed.error.issues.map(faultOf)
}

/** All criteria in order of print: each before what is below it. */
export const criteriaOf = ({ themes }: Pick<Framework, 'themes'>): Criterion[] => themes.flatMap((theme) => criteriaBelow(theme))

/** The criteria below a theme or a criterion, on all levels. */
export const criteriaBelow = ({ criteria = [] }: Pick<Criterion, 'criteria'>): Criterion[] =>
  criteria.flatMap((criterion) => [criterion, ...criteriaBelow(criterion)])

/** The expectations below a theme or a criterion, on all levels, in order of print: its own before those of the criteria below it. */
export const expectationsBelow = ({ expectations = [], criteria = [] }: Partial<Pick<Criterion, 'expectations' | 'criteria'>>): Expectation[] =>
  [...expectations, ...criteria.flatMap(expectationsBelow)]

/** `criterion` is the one that the expectation stands right below. */
export type Listed = Expectation & { readonly theme: string; readonly criterion: string }

/** A framework that is in use never changes, so what is asked of it a thousand times is worked out once. */
const lists = new WeakMap<Framework, ReadonlyMap<string, Listed>>()

function listOf(framework: Framework): ReadonlyMap<string, Listed> {
  const known = lists.get(framework)
  if (known) return known
  const list = new Map(framework.themes.flatMap((theme) =>
    criteriaBelow(theme).flatMap((criterion) =>
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

/** Refuses a criterion that the framework does not have. */
export const assertCriterion = (framework: Framework, id: string) => void getCriterion(framework, id)

/** A criterion that someone asks for or judges. */
export function getCriterion(framework: Framework, id: string): Criterion {
  const criterion = criteriaOf(framework).find((one) => one.id === id)
  if (!criterion) throw appError('not-found', { what: 'criterion', id })
  return criterion
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
  const tooDeep = (['too-deep', 'too-many-levels'] as const).find((what) => what === issue.message)
  if (tooDeep) return { where, what: tooDeep }
  return { where, what: isNothing(issue.input) ? 'missing' : 'wrong-value' }
}

const isNothing = (input: unknown) =>
  input === undefined || (typeof input === 'string' && input.trim() === '') || (Array.isArray(input) && input.length === 0)

const pathOf = (path: readonly PropertyKey[]) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('').replace(/^\./, '')

/** What a framework of the right shape can still have wrong. */
function* faultsOf(framework: Framework): Generator<Fault> {
  const themes = placed(framework.themes, 'themes')
  const criteria = themes.flatMap(placedBelow)
  const expectations = criteria.flatMap(({ one, where }) => placed(one.expectations, `${where}.expectations`))
  const footnotes = placed(framework.footnotes, 'footnotes')
  if (themes.length + criteria.length + expectations.length > MOST_ITEMS) yield { where: 'themes', what: 'too-many-items' }
  const empty = criteria.find(({ one }) => one.expectations.length === 0 && !one.criteria)
  if (empty) yield { where: `${empty.where}.expectations`, what: 'empty-criterion' }
  for (const list of [themes, criteria, expectations, footnotes]) yield* duplicatesOf(eachOf(list, 'id'))
  const known = new Set(framework.footnotes.map(({ id }) => id))
  for (const expectation of expectations) yield* faultsOfExpectation(expectation, known)
  yield* faultsOfScales(framework)
  yield* faultsOfRule(framework.rule, sizesOf(framework))
  if (framework.fieldwork === null) return
  const assessed = assessedOf(framework).map(({ id }) => id)
  yield* faultsOfFieldwork(framework.fieldwork, assessed, new Set(expectations.map(({ one }) => one.id)))
}

const placedBelow = ({ one: { criteria = [] }, where }: Placed<Pick<Criterion, 'criteria'>>): Placed<Criterion>[] =>
  placed(criteria, `${where}.criteria`).flatMap((criterion) => [criterion, ...placedBelow(criterion)])

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

/** How many expectations are assessed in each part that a rule can name. */
function sizesOf(framework: Framework): Map<string, number> {
  const sizeOf = (expectations: readonly Expectation[]) => expectations.filter(({ assessed }) => assessed).length
  return new Map([
    [keyOf(null), sizeOf(listedOf(framework))],
    ...framework.themes.map((theme): [string, number] => [keyOf({ theme: theme.id }), sizeOf(expectationsBelow(theme))]),
    ...criteriaOf(framework).map((criterion): [string, number] => [keyOf({ criterion: criterion.id }), sizeOf(expectationsBelow(criterion))]),
  ])
}
