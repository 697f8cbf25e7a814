import { z } from 'zod'
import { appError } from '../errors.ts'
import { ChangeId, type Entry, Sha256 } from './change.ts'
import { readingOf } from './field.ts'
import { assertAssessed, assertCriterion, type Criterion, criteriaBelow, criteriaOf, expectationsBelow, type Framework, listedOf } from './framework.ts'
import { Line } from './text.ts'
import { countsOf, type RatingOf } from './verdict.ts'

const Count = z.int().min(0).max(5_000)

/** As it is printed: `12`, `iv`, `12-13`. */
export const Page = z.string().regex(/^[0-9a-z]{1,6}([-–][0-9a-z]{1,6})?$/i)

/**
 * What is taken over of one part of a printed report, beside its rating or judgement: under `expectation/<id>`, `criterion/<id>`, `theme/<id>`
 * or `whole`. `met` of `assessed` and `outcome` are as printed, never counted here; `source` says which report, `file` the evidence that holds it.
 */
export const TakenPart = z.strictObject({
  page: Page, met: Count, assessed: Count, outcome: z.string().min(1).max(40), source: Line, file: z.uuid(),
})

/** The changes of a part that someone else than their author saw and agreed with, under the id of who agrees and the part; what changed since is in none. */
export const TakenCheck = z.strictObject({ agreed: z.array(ChangeId).min(1).max(100) })

export const checkIdOf = (person: string, part: string) => `${person}/${part}`

/** The person and the part of a check. */
export function partsOfCheck(id: string): [person: string, part: string] {
  const [person = '', part = ''] = id.split(/\/(.*)/s)
  return [person, part]
}

const PART = /^(?:(expectation|criterion|theme)\/(.+)|whole)$/

/** Refuses a part that the framework does not have, and an outcome that its rule does not know. */
export function assertPart(framework: Framework, id: string, field: string, value: unknown): void {
  const [, kind, of = ''] = PART.exec(id) ?? []
  if (id !== 'whole' && kind === undefined) throw appError('not-found', { what: 'part', id })
  if (kind === 'expectation') assertAssessed(framework, of)
  if (kind === 'criterion') assertCriterion(framework, of)
  if (kind === 'theme' && !framework.themes.some((theme) => theme.id === of)) throw appError('not-found', { what: 'theme', id: of })
  const isKnown = field !== 'outcome' || value === null || framework.rule.outcomes.some(({ code }) => code === value)
  if (!isKnown) throw appError('not-found', { what: 'outcome', id: String(value) })
}

/** All parts of a report under a framework, in order of print, the whole first. */
export function partsIn(framework: Framework): string[] {
  const below = (criterion: Criterion) =>
    [`criterion/${criterion.id}`, ...criterion.expectations.filter(({ assessed }) => assessed).map(({ id }) => `expectation/${id}`)]
  return ['whole', ...framework.themes.flatMap((theme) => [`theme/${theme.id}`, ...criteriaBelow(theme).flatMap(below)])]
}

/** In which part of a report something stands that was recorded; none for what is of the visit itself. */
export function partOf({ entity, entityId }: Pick<Entry, 'entity' | 'entityId'>): string | null {
  if (entity === 'finding') return `expectation/${entityId}`
  if (entity === 'appraisal') return `criterion/${entityId}`
  return entity === 'takenPart' ? entityId : null
}

/** How far a part is: nothing taken over, in dispute, entered, or each of its answers seen by another than who gave it. The persons are ids. */
export const PartState = z.strictObject({
  state: z.enum(['empty', 'different', 'entered', 'checked']), enteredBy: z.array(z.uuid()), checkedBy: z.array(z.uuid()),
})
export type PartState = z.infer<typeof PartState>

/** `heads` are those of one part, `checks` those of the agreements about it. Nobody counts as having checked what they gave themselves, whatever the log says. */
export function partStateOf(heads: readonly Entry[], checks: readonly Entry[]): PartState {
  const enteredBy = [...new Set(heads.map(({ author }) => author))].sort()
  const agreements = checks.flatMap(({ author, entityId, content }) =>
    (partsOfCheck(entityId)[0] === author ? [{ author, agreed: TakenCheck.shape.agreed.safeParse(content?.value).data ?? [] }] : []))
  const checkersOf = (head: Entry) => agreements.filter(({ author, agreed }) => author !== head.author && agreed.includes(head.id)).map(({ author }) => author)
  const isFilled = heads.some(({ content, field }) => content !== null && content.value !== null && field !== 'page')
  const checkedBy = [...new Set(heads.flatMap(checkersOf))].sort()
  const places = Map.groupBy(heads, ({ entity, field }) => `${entity}.${field}`).values()
  const isDifferent = [...places].some((of) => readingOf(of.map(({ content }) => content?.value)).different)
  const state = isDifferent ? 'different' : !isFilled ? 'empty' : heads.every((head) => checkersOf(head).length > 0) ? 'checked' : 'entered'
  return { state, enteredBy, checkedBy }
}

/** What a second person agrees with, in the one order that makes the same agreement the same value. */
export const idsOf = (heads: readonly Pick<Entry, 'id'>[]) => heads.map(({ id }) => id).sort()

/** As a report prints it: so many of so many. */
export const Printed = z.strictObject({ met: z.int(), assessed: z.int() })
export type Printed = z.infer<typeof Printed>

/** What is known of a round that was taken over from a report: it is never shown as signed by the inspectors of then. Names are of who took it over. */
export const TakenOver = z.strictObject({
  source: Line.nullable(),
  /** The hash of the report itself, where it is kept with the round. */
  sha256: Sha256.nullable(),
  enteredBy: z.array(Line), checkedBy: z.array(Line),
  /** How many parts hold something, and how many of those nobody but who entered them has seen. */
  parts: z.int(), unchecked: z.int(),
  pages: z.record(z.string(), Page),
  printed: z.record(z.string(), Printed),
  outcome: z.string().nullable(),
})
export type TakenOver = z.infer<typeof TakenOver>

/** A printed total that is not what the entered ratings add up to, or what its printed parts do. */
export const Miscount = z.strictObject({ part: z.string(), printed: Printed, counted: Printed, by: z.enum(['ratings', 'parts']) })
export type Miscount = z.infer<typeof Miscount>

/** Printed totals held against the ratings once all of them are entered, and against the printed totals below them. */
export function miscountsIn(framework: Framework, ratingOf: RatingOf, printed: Readonly<Record<string, Printed>>): Miscount[] {
  const parts = [
    { part: 'whole', expectations: listedOf(framework), below: framework.themes.map(({ id }) => `theme/${id}`) },
    { part: 'whole', expectations: [], below: framework.themes.flatMap(({ criteria }) => criteria.map(({ id }) => `criterion/${id}`)) },
    ...framework.themes.map((theme) => ({
      part: `theme/${theme.id}`, expectations: expectationsBelow(theme), below: theme.criteria.map(({ id }) => `criterion/${id}`),
    })),
    ...criteriaOf(framework).map((criterion) => ({ part: `criterion/${criterion.id}`, expectations: expectationsBelow(criterion), below: [] })),
  ]
  return parts.flatMap(({ part, expectations, below }) => {
    const told = Object.hasOwn(printed, part) ? printed[part]! : null
    if (!told) return []
    const { met, assessed, open } = countsOf(framework, ratingOf, expectations)
    const sums = below.map((id) => (Object.hasOwn(printed, id) ? printed[id]! : null))
    const differs = (counted: Printed) => counted.met !== told.met || counted.assessed !== told.assessed
    const byRatings = assessed > 0 && open === 0 && differs({ met, assessed }) ? [{ part, printed: told, counted: { met, assessed }, by: 'ratings' as const }] : []
    const whole = sums.length > 0 && sums.every((one) => one !== null) ? sums.reduce((sum, one) => ({ met: sum.met + one.met, assessed: sum.assessed + one.assessed })) : null
    return [...byRatings, ...(whole && differs(whole) ? [{ part, printed: told, counted: whole, by: 'parts' as const }] : [])]
  })
}
