import { z } from 'zod'
import { type Framework, listedOf } from './framework.ts'
import { Id, Line } from './text.ts'

/** Something asked in a talk: by the framework, under its id there, or by the team, under an own one. */
export interface Question {
  id: string
  text: string
  expectations: readonly string[]
}

const Expectations = z.array(Id).max(100)

/**
 * What was noted, under `<talk>/<own id>`, or `<inspection>/<own id>` outside a talk. `expectations` are what it speaks to, by choice; as
 * long as nobody chose, those of the `question` under which it was written. `followUp` marks what is to be asked after elsewhere; `unit` is where it was noted, outside a talk.
 */
export const Note = z.strictObject({
  text: z.string().max(4_000),
  at: z.iso.datetime(),
  unit: Line,
  question: z.string().min(1).max(40),
  expectations: Expectations,
  followUp: z.enum(['open', 'done']),
})
export type Note = z.infer<typeof Note>

/** A question of the team's own, under `<talk>/<own id>`. */
export const OwnQuestion = z.strictObject({ text: Line, expectations: Expectations })

/** That a question was asked, under `<talk>/<question>`: an element of a set. */
export const Asked = z.strictObject({ asked: z.literal(true) })

export const partIdOf = (talk: string, own: string) => `${talk}/${own}`

/** The talk and what is its own, out of the id of a note or question; either may be missing. */
export function partsOf(id: string): [talk: string, own: string] {
  const [talk = '', own = ''] = id.split(/\/(.*)/s)
  return [talk, own]
}

export const rolesOf = ({ fieldwork }: Framework) => fieldwork?.roles ?? []

/** The questions that the framework has for a role; none for a role of the team's own. */
export const questionsFor = (framework: Framework, role: string | null): readonly Question[] =>
  rolesOf(framework).find(({ id }) => id === role)?.questions ?? []

/** A role in words: its title in the framework or, for one of the team's own, what it is called. */
export const roleTitleOf = (framework: Framework, role: string) => rolesOf(framework).find(({ id }) => id === role)?.title ?? role

export const isQuestionOf = (framework: Framework, id: string) =>
  rolesOf(framework).some(({ questions }) => questions.some((question) => question.id === id))

const TAG = /(?<![\p{L}\p{N}_&#])#([\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*)/gu

/** The expectations that a text names by their numbers, as in `#1.1.2`; `unknown` is what has the look of such a number but is none. */
export function tagsIn(framework: Framework, text: string): { expectations: string[]; unknown: string[] } {
  const named = [...new Set([...text.matchAll(TAG)].map(([, number]) => number!))]
  const byNumber = new Map(listedOf(framework).map(({ number, id }) => [number, id]))
  return {
    expectations: named.flatMap((number) => byNumber.get(number) ?? []),
    unknown: named.filter((number) => number.includes('.') && !byNumber.has(number)),
  }
}

/** What a note speaks to when nobody chose: what its text names or, where that names nothing, what its question is about. */
export function expectationsIn(framework: Framework, text: string, question: Question | undefined): readonly string[] {
  const { expectations, unknown } = tagsIn(framework, text)
  return expectations.length > 0 || unknown.length > 0 ? expectations : (question?.expectations ?? [])
}
