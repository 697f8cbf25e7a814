import type { Mark } from '../../../shared/api/finding.ts'
import type { Criterion, Expectation, Framework, Theme } from '../../../shared/domain/framework.ts'

/**
 * What can be judged, in the order in which the tree shows it: each criterion, its expectations, then the criteria below it. `criterion` is
 * itself or the one right above; `above` are all criteria above, the highest first;
 * `place` of `among` says where it stands among what is right below the same.
 */
export type Item = { key: string; id: string; number: string; theme: Theme; criterion: Criterion; above: readonly Criterion[]; place: number; among: number } & (
  | { kind: 'criterion'; text: string }
  | { kind: 'expectation'; text: string; expectation: Expectation }
)

/** Addresses are read by people, so they are Dutch. */
const ADDRESS = { criterion: 'criterium', expectation: 'verwachting' } as const

const keyOf = (kind: Item['kind'], id: string) => `${ADDRESS[kind]}/${id}`

export function itemsOf({ themes }: Framework): Item[] {
  return themes.flatMap((theme) => theme.criteria.flatMap((criterion, index) => itemsFrom(theme, criterion, [], index + 1, theme.criteria.length)))
}

function itemsFrom(theme: Theme, criterion: Criterion, above: readonly Criterion[], place: number, among: number): Item[] {
  const { id, number, title, expectations, criteria = [] } = criterion
  const within = [...above, criterion]
  const below = expectations.length + criteria.length
  return [
    { key: keyOf('criterion', id), kind: 'criterion', id, number, text: title, theme, criterion, above, place, among },
    ...expectations.map((expectation, index) => ({
      key: keyOf('expectation', expectation.id), kind: 'expectation' as const, id: expectation.id, number: expectation.number,
      text: expectation.statement, theme, criterion, above: within, place: index + 1, among: below, expectation,
    })),
    ...criteria.flatMap((one, index) => itemsFrom(theme, one, within, expectations.length + index + 1, below)),
  ]
}

/** The framework as a visit to a part sees it: what is not examined takes no answer, and has no reason why the framework would not assess it. */
export function limitedTo(framework: Framework, notExamined: readonly string[]): Framework {
  if (notExamined.length === 0) return framework
  const left = new Set(notExamined)
  const limit = (criterion: Criterion): Criterion => ({
    ...criterion,
    expectations: criterion.expectations.map((one) => (left.has(one.id) ? { ...one, assessed: false, notAssessedBecause: null } : one)),
    ...(criterion.criteria ? { criteria: criterion.criteria.map(limit) } : {}),
  })
  return { ...framework, themes: framework.themes.map((theme) => ({ ...theme, criteria: theme.criteria.map(limit) })) }
}

/** Why an expectation takes no answer: the framework does not assess it yet, or this visit does not examine it. */
export const unratedBecause = ({ notAssessedBecause }: Pick<Expectation, 'notAssessedBecause'>) =>
  (notAssessedBecause === null ? 'not-examined' as const : 'not-assessed' as const)

/** All marks of an inspection, by the id of the expectation or the criterion. */
export interface Marks {
  findings: Readonly<Record<string, Mark>>
  appraisals: Readonly<Record<string, Mark>>
}

export const markOf = ({ findings, appraisals }: Marks, { kind, id }: Item): Mark | undefined => (kind === 'criterion' ? appraisals : findings)[id]

/** Whether an item still waits for an answer. */
export const isOpen = (marks: Marks, item: Item) =>
  (item.kind === 'criterion' || item.expectation.assessed) && !markOf(marks, item)?.code

/** The items whose number begins so, or whose text has all the words; case and accents do not matter. */
export function foundIn(items: readonly Item[], words: string): Item[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return items.filter(({ number, text, criterion }) => {
    const all = plain(`${text} ${criterion.title}`)
    return wanted.every((word) => number.startsWith(word) || all.includes(word))
  })
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
