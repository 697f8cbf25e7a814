import { stateHashOf } from '../../../shared/domain/change.ts'
import { type Entity, type State, statesOf } from '../../../shared/domain/entity.ts'
import { isElement, readingOf } from '../../../shared/domain/field.ts'
import { criteriaOf, expectationsBelow, type Framework } from '../../../shared/domain/framework.ts'
import { isAsked, type Scope, within } from '../../../shared/domain/scope.ts'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { sensitivityOf } from '../../../shared/domain/sensitivity.ts'
import { type Answers, countsOf, type FactOf, isPending, verdictOf } from '../../../shared/domain/verdict.ts'
import { appError } from '../../../shared/errors.ts'
import { hash } from '../../crypto/hash.ts'
import { heldOf } from '../../db/at-once.ts'
import { listAnswers, listContested, listHeadIds, listHeads, listHeadsOfEntity } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { statusOf } from '../bundle/repository.ts'
import { getFramework } from '../framework/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'

/** What is known at one place in the tree, by the id of the expectation or criterion. */
export type Readings = Map<string, ReturnType<typeof readingOf>>

/** The inspection's own fields. */
export function getInspection(db: Db, inspection: string): State<'inspection'> {
  const heads = listHeadsOfEntity(db, inspection, 'inspection', inspection)
  if (heads.length === 0) throw appError('not-found', { what: 'inspection', id: inspection })
  return statesOf('inspection', heads)(inspection)
}

/** The exact version that an inspection names; it is set once, so it is never in dispute. */
export function getFrameworkOf(db: Db, inspection: string): { hash: string; framework: Framework } {
  const hash = getInspection(db, inspection).framework.value
  if (hash === null) throw appError('not-found', { what: 'framework', id: inspection })
  return { hash, framework: getFramework(db, hash) }
}

/** What one field of all entities of a kind says. */
export function listReadings(db: Db, inspection: string, entity: Entity, field: string): Readings {
  const read = () => {
    const said = new Map<string, unknown[]>()
    for (const answer of listAnswers(db, inspection, entity)) {
      if (answer.field !== field) continue
      const values = said.get(answer.entityId)
      if (values) values.push(answer.value)
      else said.set(answer.entityId, [answer.value])
    }
    return new Map([...said].map(([entityId, values]) => [entityId, readingOf(values)]))
  }
  return heldOf(db, inspection)?.once(`readings ${entity} ${field}`, read) ?? read()
}

/** The code that a field says, where it says one. */
export function codeIn(readings: Readings): (entityId: string) => string | null {
  return (entityId) => {
    const value = readings.get(entityId)?.value
    return typeof value === 'string' ? value : null
  }
}

/** The answer that a fact has, where it has one. */
function factIn(readings: Readings): FactOf {
  return (fact) => {
    const value = readings.get(fact)?.value
    return typeof value === 'boolean' || typeof value === 'number' ? value : null
  }
}

/** What is answered about an inspection, as the rule and the comparison ask for it; what a visit to a part did not examine is told as such. */
export function getRound(db: Db, inspection: string): Answers & { framework: Framework; scope: Scope; judgementOf: (criterion: string) => string | null } {
  const scope = getInspection(db, inspection).scope.value
  return {
    framework: getFrameworkOf(db, inspection).framework,
    scope,
    ratingOf: within(scope, codeIn(listReadings(db, inspection, 'finding', 'rating'))),
    factOf: factIn(listReadings(db, inspection, 'fact', 'value')),
    judgementOf: codeIn(listReadings(db, inspection, 'appraisal', 'judgement')),
  }
}

/** Every field with answers that differ, and its heads. */
export function listDifferences(db: Db, inspection: string): { entity: string; entityId: string; field: string; heads: string[] }[] {
  const byPlace = Map.groupBy(listContested(db, inspection), ({ entity, entityId, field }) => JSON.stringify([entity, entityId, field]))
  return [...byPlace.values()]
    .filter((heads) => readingOf(heads.map(({ value }) => value), isElement(heads[0]!)).different)
    .map((heads) => ({ entity: heads[0]!.entity, entityId: heads[0]!.entityId, field: heads[0]!.field, heads: heads.map(({ id }) => id) }))
}

export const getStateHash = (db: Db, inspection: string) => stateHashOf(hash, listHeadIds(db, inspection))

export function getSummary(db: Db, inspection: string): InspectionSummary {
  const fields = getInspection(db, inspection)
  const { hash: frameworkHash, framework } = getFrameworkOf(db, inspection)
  const round = getRound(db, inspection)
  const { scope, ratingOf, judgementOf } = round
  const stateHash = getStateHash(db, inspection)
  const { outcome, reasons, ...counts } = verdictOf(framework, round)
  const decided = outcome !== 'open'
  const organisation = fields.organisation.value
  return {
    id: inspection,
    organisation: organisation === null ? { id: inspection, name: '–' } : { id: organisation, name: getOrganisation(db, organisation).name },
    framework: { id: framework.id, version: framework.version, hash: frameworkHash, title: framework.title },
    kind: fields.kind.value ?? 'first',
    earlier: fields.earlier.value,
    firstDay: fields.firstDay.value,
    lastDay: fields.lastDay.value,
    takenFrom: fields.takenFrom.value,
    status: statusOf(db, inspection, stateHash),
    counts,
    criteria: criteriaOf(framework).map((criterion) => {
      const { id } = criterion
      const { met, assessed } = countsOf(framework, ratingOf, expectationsBelow(criterion))
      return { id, judgement: judgementOf(id), met, assessed, asked: isAsked(scope, criterion) }
    }),
    verdict: {
      outcome,
      // while it is open, how far the threshold is stays unsaid
      reasons: decided ? reasons : reasons.filter(isPending),
      sensitivity: decided ? sensitivityOf(framework, round) : null,
    },
    differences: listDifferences(db, inspection).length,
    stateHash,
  }
}

/** The members of the team, each under an own id; one that was taken away is left out. */
export function listTeam(db: Db, inspection: string): { id: string; member: State<'member'>['member'] }[] {
  const heads = listHeads(db, inspection, 'member')
  const memberOf = statesOf('member', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))]
    .map((id) => ({ id, member: memberOf(id).member }))
    .filter(({ member }) => member.value !== null || member.different)
}
