import { z } from 'zod'
import type { Role } from './fieldwork.ts'
import type { Framework, Grade } from './framework.ts'
import type { Question } from './interview.ts'
import { Id, Line } from './text.ts'

const Told = z.string().max(4_000)

/** Where an organisation says something of itself; `other` is told in own words. */
export const ClaimKind = z.enum(['internal-audit', 'improvement-plan', 'other'])

/** What was found of a claim on site. */
export const ClaimOutcome = z.enum(['confirmed', 'partly', 'not-confirmed', 'open'])
export type ClaimOutcome = z.infer<typeof ClaimOutcome>

/**
 * What an organisation says of one expectation, and what was found of it, under an id of its own; it is there as long as it has an
 * expectation. `document` is a label such as DOC1 or a title, `dated` its own date; `readyBy` is when it is or was to be done.
 */
export const Claim = z.strictObject({
  expectation: Id,
  says: z.enum(['done', 'planned']),
  statement: Told,
  kind: ClaimKind,
  ownKind: Line,
  document: Line,
  dated: z.iso.date(),
  readyBy: z.iso.date(),
  found: Told,
  outcome: ClaimOutcome,
})
export type Claim = z.infer<typeof Claim>

/** Who performs an expectation, under its id, and what another organisation that does so cannot do. */
export const Performer = z.strictObject({ by: z.enum(['own', 'shared', 'other']), organisation: Line, cannot: Told })
export type Performer = z.infer<typeof Performer>

/** A claim as far as all agree on it. */
export type Claimed = { id: string } & { [F in keyof Claim]: Claim[F] | null }

/**
 * Why a claim disagrees with what was found: it amounts to done beside a rating of not met, or what was found is not, or only in part, what
 * was said.
 */
export const Disagreeing = z.enum(['rating', 'found'])
export type Disagreeing = z.infer<typeof Disagreeing>
export interface Disagreement {
  claim: string
  expectation: string
  because: Disagreeing[]
}

/** Whether a claim amounts to done on a day: it says so, or the day by which it was to be done has come. */
export const saysDone = ({ says, readyBy }: Pick<Claimed, 'says' | 'readyBy'>, day: string | null) =>
  says === 'done' || (readyBy !== null && day !== null && readyBy <= day)

/** The claims that disagree with the ratings or with what was found; each is a finding of its own. `day` is that of the visit. */
export function disagreementsOf(claims: readonly Claimed[], gradeOf: (expectation: string) => Grade | undefined, day: string | null): Disagreement[] {
  return claims.flatMap((claim) => {
    const { id, expectation, outcome } = claim
    if (expectation === null) return []
    const grade = gradeOf(expectation)
    const notMet = grade !== undefined && grade.counts && !grade.met
    const because: Disagreeing[] = []
    if (notMet && saysDone(claim, day)) because.push('rating')
    if (outcome === 'partly' || outcome === 'not-confirmed') because.push('found')
    return because.length === 0 ? [] : [{ claim: id, expectation, because }]
  })
}

/** A question with the roles to put it to; none in particular where that is nobody. */
export type RoleQuestion = Question & { readonly roles: readonly string[] }

const CLAIM_WORDS = {
  nl: { done: 'De organisatie zegt dat dit klaar is', planned: 'De organisatie zegt dat dit klaar komt', by: 'gereed per', ask: 'Waaruit blijkt dat?' },
  en: { done: 'The organisation says that this is done', planned: 'The organisation says that this will be done', by: 'ready by', ask: 'What shows that?' },
} as const

/** What is to be asked about claims that are not confirmed, each of the roles that can speak to its expectation. */
export function questionsFromClaims(claims: readonly Claimed[], roles: readonly Role[], language: Framework['language']): RoleQuestion[] {
  const words = CLAIM_WORDS[language]
  return claims.flatMap(({ id, expectation, statement, document, readyBy, says, outcome }) => {
    if (expectation === null || outcome === 'confirmed') return []
    const where = [document, readyBy && `${words.by} ${readyBy.split('-').reverse().join('-')}`].filter(Boolean).join(', ')
    const text = `${words[says ?? 'planned']}${where && ` (${where})`}${statement === null ? '.' : `: “${statement.trim()}”`} ${words.ask}`
    const speaking = roles.filter(({ questions }) => questions.some(({ expectations }) => expectations.includes(expectation)))
    return [{ id, text, expectations: [expectation], roles: speaking.map((role) => role.id) }]
  })
}

/** The questions to put to one role; a role that the framework does not have is asked what is for nobody in particular. */
export const questionsToRole = (questions: readonly RoleQuestion[], role: string | null): RoleQuestion[] =>
  questions.filter(({ roles }) => roles.length === 0 || (role !== null && roles.includes(role)))
