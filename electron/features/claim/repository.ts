import { type Counted, shortfallOf } from '../../../shared/domain/caseload.ts'
import { type Claimed, type Disagreeing, disagreementsOf } from '../../../shared/domain/claim.ts'
import { type Entity, type State, statesOf } from '../../../shared/domain/entity.ts'
import { type Field, isThere } from '../../../shared/domain/field.ts'
import { gradeOf, listedOf } from '../../../shared/domain/framework.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { getFrameworkOf, getInspection, getRound } from '../inspection/repository.ts'

export interface Recorded<E extends Entity> {
  id: string
  fields: State<E>
}
export type ListedClaim = Recorded<'claim'> & { because: Disagreeing[] }
export type ListedCount = Recorded<'caseload'> & { more: number | null }

/** The claims in the order of the framework, each with why it disagrees with the ratings or with what was found. */
export function listClaims(db: Db, inspection: string): ListedClaim[] {
  const { framework, ratingOf } = getRound(db, inspection)
  const claims = listRecorded(db, inspection, 'claim', 'expectation')
  const because = new Map(disagreementsOf(
    claims.map(claimedOf), (expectation) => gradeOf(framework, ratingOf(expectation)), dayOf(db, inspection),
  ).map((one) => [one.claim, one.because]))
  const places = new Map(listedOf(framework).map(({ id }, place) => [id, place]))
  const placeOf = ({ fields }: Recorded<'claim'>) => places.get(fields.expectation.value ?? '') ?? places.size
  return claims.map((claim) => ({ ...claim, because: because.get(claim.id) ?? [] })).sort((a, b) => placeOf(a) - placeOf(b))
}

/** The counts of cases, oldest reference day first, each with how many more were counted than reported. */
export function listCaseloads(db: Db, inspection: string): ListedCount[] {
  return listRecorded(db, inspection, 'caseload', 'counted')
    .map((one) => ({ ...one, more: shortfallOf(countedOf(one)) }))
    .sort((a, b) => (a.fields.day.value ?? '').localeCompare(b.fields.day.value ?? ''))
}

export const listProfile = (db: Db, inspection: string) => listRecorded(db, inspection, 'profile', 'label')

/** Who performs what, in the order of the framework; what nobody said anything about is left out. */
export function listPerformers(db: Db, inspection: string): { expectation: string; fields: State<'performer'> }[] {
  const fieldsOf = statesOf('performer', listHeads(db, inspection, 'performer'))
  return listedOf(getFrameworkOf(db, inspection).framework)
    .map(({ id }) => ({ expectation: id, fields: fieldsOf(id) }))
    .filter(({ fields }) => Object.values(fields).some(isThere))
}

export const claimedOf = ({ id, fields }: Recorded<'claim'>) => ({ id, ...valuesOf(fields) }) as Claimed
export const countedOf = ({ id, fields }: Recorded<'caseload'>) => ({ id, ...valuesOf(fields) }) as Counted

/** What was recorded under own ids, in the order in which it was, and what came at one moment by its name; what was withdrawn has nothing left in the field that it stands by. */
function listRecorded<E extends Entity>(db: Db, inspection: string, entity: E, by: keyof State<E>): Recorded<E>[] {
  const heads = listHeads(db, inspection, entity)
  const fieldsOf = statesOf(entity, heads)
  const since = new Map(heads.toReversed().map(({ entityId, at }) => [entityId, at])) // the oldest head of each stays
  const placeOf = ({ id, fields }: Recorded<E>) => `${since.get(id)} ${String(fields[by].value)} ${id}`
  return [...since.keys()]
    .map((id) => ({ id, fields: fieldsOf(id) }))
    .filter(({ fields }) => isThere(fields[by]))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}

const valuesOf = (fields: Readonly<Record<string, Field<unknown>>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]))

/** The day that claims are held against: the last of the visit. */
function dayOf(db: Db, inspection: string): string | null {
  const { firstDay, lastDay } = getInspection(db, inspection)
  return lastDay.value ?? firstDay.value
}
