import { questionsFromCounts } from '../../../shared/domain/caseload.ts'
import { questionsFromClaims, questionsToRole, type RoleQuestion } from '../../../shared/domain/claim.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { expectationsIn, partsOf, type Question, questionsFor, rolesOf } from '../../../shared/domain/interview.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { claimedOf, countedOf, listCaseloads, listClaims } from '../claim/repository.ts'

/** A note with what it speaks to; `at` is when it was made, `author` by whom. */
export interface ListedNote extends State<'note'> {
  id: string
  talk: string
  when: string
  author: string
  tags: readonly string[]
}

/** A question of a guide. */
export type Guided = Question & { own: boolean }

/** The notes of an inspection in order of time; what was withdrawn is left out, what was erased is not. */
export function listNotes(db: Db, inspection: string, framework: Framework): ListedNote[] {
  const heads = listHeads(db, inspection, 'note')
  const fieldsOf = statesOf('note', heads)
  const own = listOwnQuestions(db, inspection)
  return [...new Set(heads.map(({ entityId }) => entityId))]
    .map((id) => ({ id, talk: partsOf(id)[0], ...fieldsOf(id) }))
    .filter(({ text }) => text.heads.some(({ value, erased }) => value !== null || erased))
    .map((note) => ({ ...note, ...madeOf(note), tags: tagsOf(framework, note, own.get(note.talk) ?? []) }))
    .sort((a, b) => (`${a.when} ${a.id}` < `${b.when} ${b.id}` ? -1 : 1))
}

/** The guide of one talk: what the framework asks of the role, what is to be asked about claims and counts, and the questions of the team's own. */
export function guideOf(db: Db, inspection: string, framework: Framework, talk: string, role: string | null): Guided[] {
  const own = listOwnQuestions(db, inspection).get(talk) ?? []
  const raised = questionsToRole(listRaised(db, inspection, framework), role)
  return [...[...questionsFor(framework, role), ...raised].map((question) => ({ ...question, own: false })), ...own]
}

/** What the claims and counts of the organisation give to ask, each under the id of what it is about. */
function listRaised(db: Db, inspection: string, framework: Framework): RoleQuestion[] {
  return [
    ...questionsFromClaims(listClaims(db, inspection).map(claimedOf), rolesOf(framework), framework.language),
    ...questionsFromCounts(listCaseloads(db, inspection).map(countedOf), framework.language),
  ]
}

/** The questions of the team's own by talk, oldest first. */
export function listOwnQuestions(db: Db, inspection: string): Map<string, Guided[]> {
  const heads = listHeads(db, inspection, 'question').toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const fieldsOf = statesOf('question', heads)
  const listed = [...new Set(heads.map(({ entityId }) => entityId))].flatMap((entityId) => {
    const [talk, id] = partsOf(entityId)
    const { text, expectations } = fieldsOf(entityId)
    return text.value === null ? [] : [{ talk, question: { id, text: text.value, expectations: expectations.value ?? [], own: true } }]
  })
  return new Map([...Map.groupBy(listed, ({ talk }) => talk)].map(([talk, questions]) => [talk, questions.map(({ question }) => question)]))
}

/** A note that was recorded as it was being typed has no moment of its own; it was last typed then. */
function madeOf({ at, text }: State<'note'>): { when: string; author: string } {
  const first = text.heads.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]!
  return { when: at.value ?? first.at, author: first.author }
}

/** What someone chose, or what the note itself tells. */
function tagsOf(framework: Framework, { text, question, expectations }: State<'note'>, own: readonly Question[]): readonly string[] {
  if (expectations.value !== null || expectations.different) return expectations.value ?? []
  const asked = [...own, ...rolesOf(framework).flatMap(({ questions }) => questions)].find(({ id }) => id === question.value)
  return expectationsIn(framework, text.value ?? '', asked)
}
