import { z } from 'zod'
import type { RoleQuestion } from './claim.ts'
import type { Framework } from './framework.ts'
import { Id, Line } from './text.ts'

/** What is counted in a registration system; `other` is told in own words. */
export const CaseloadKind = z.enum(['open-cases', 'triage-waiting', 'investigation-waiting', 'over-ten-weeks', 'other'])
export type CaseloadKind = z.infer<typeof CaseloadKind>

const Count = z.int().min(0).max(1_000_000)

/**
 * One count of cases on a reference day (peildatum), as it was reported and as it was counted on site, under an id of its own; it is there as
 * long as it says what was `counted`. `reportedBy` is a function and never a name; `about` are the expectations that it speaks to.
 */
export const Caseload = z.strictObject({
  system: Line,
  counted: CaseloadKind,
  ownCounted: Line,
  day: z.iso.date(),
  reported: Count,
  reportedBy: Line,
  document: Line,
  found: Count,
  foundHow: Line,
  about: z.array(Id).max(100),
})
export type Caseload = z.infer<typeof Caseload>

/** A count as far as all agree on it. */
export type Counted = { id: string } & { [F in keyof Caseload]: Caseload[F] | null }

/** How many more cases were counted than reported, in cases; null while one of the two is not known. */
export const shortfallOf = ({ reported, found }: Pick<Counted, 'reported' | 'found'>): number | null =>
  reported === null || found === null ? null : found - reported

/** The counts that differ from what was reported; each is a finding of its own. */
export const miscountsOf = <C extends Pick<Counted, 'reported' | 'found'>>(counts: readonly C[]): C[] =>
  counts.filter((count) => (shortfallOf(count) ?? 0) !== 0)

const WORDS = {
  nl: {
    'open-cases': 'lopende zaken', 'triage-waiting': 'wachtlijst voor triage', 'investigation-waiting': 'wachtlijst voor onderzoek',
    'over-ten-weeks': 'langer dan tien weken', other: 'zaken', reported: 'opgegeven', found: 'geteld', ask: 'Hoe komt dat verschil?',
  },
  en: {
    'open-cases': 'open cases', 'triage-waiting': 'waiting list for triage', 'investigation-waiting': 'waiting list for investigation',
    'over-ten-weeks': 'longer than ten weeks', other: 'cases', reported: 'reported', found: 'counted', ask: 'Where does the difference come from?',
  },
} as const

/** What is to be asked about counts that differ; of everyone, for nobody in particular answers for a count. */
export function questionsFromCounts(counts: readonly Counted[], language: Framework['language']): RoleQuestion[] {
  const words = WORDS[language]
  return miscountsOf(counts).map(({ id, system, counted, ownCounted, reported, found, about }) => {
    const what = [ownCounted ?? words[counted ?? 'other'], system && `(${system})`].filter(Boolean).join(' ')
    return { id, text: `${what}: ${words.reported} ${reported}, ${words.found} ${found}. ${words.ask}`, expectations: about ?? [], roles: [] }
  })
}
