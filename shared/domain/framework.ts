import { z } from 'zod'
import { appError } from '../errors.ts'
import { DecisionRule } from './rule.ts'

const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
const Line = z.string().regex(/\S/).max(400)
const Text = z.string().regex(/\S/).max(4_000)

/** Whose words a statement is in: those of the published framework, or ours until that is read in. */
export const Wording = z.enum(['official', 'ownWording'])

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
  key: z.string().length(1),
  counts: z.boolean(),
  met: z.boolean(),
})
export type Grade = z.infer<typeof Grade>

/** One answer of the scale for criteria, best first. A sufficient one beside an expectation not met is worth a second look. */
export const Judgement = z.strictObject({ code: Id, label: Line, english: Line, key: z.string().length(1), sufficient: z.boolean() })
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
})
export type Framework = z.infer<typeof Framework>

export const criteriaOf = ({ themes }: Framework): Criterion[] => themes.flatMap(({ criteria }) => criteria)

/** All expectations in order of print, each with its theme and criterion. */
export function listedOf({ themes }: Framework): (Expectation & { theme: string; criterion: string })[] {
  return themes.flatMap((theme) =>
    theme.criteria.flatMap((criterion) =>
      criterion.expectations.map((expectation) => ({ ...expectation, theme: theme.id, criterion: criterion.id }))))
}

/** The expectations that are held against the rule. */
export const assessedOf = (framework: Framework) => listedOf(framework).filter(({ assessed }) => assessed)

/** Refuses an expectation that the framework does not have or does not assess. */
export function assertAssessed(framework: Framework, id: string): void {
  const expectation = listedOf(framework).find((listed) => listed.id === id)
  if (!expectation) throw appError('not-found', { what: 'expectation', id })
  if (!expectation.assessed) throw appError('not-assessed', { expectation: expectation.number })
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
