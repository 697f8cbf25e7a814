import { textsOf } from '../../../shared/domain/privacy-answer.ts'
import { placeOfPrivilege } from '../../../shared/domain/privilege.ts'
import { citationsIn } from '../../../shared/domain/source.ts'
import { appError } from '../../../shared/errors.ts'
import type { Answer } from '../../db/at-once.ts'
import { listAnswers } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { saysAnything } from './repository.ts'

/** Everything on which privilege rests and that was not erased: while there is any, nothing leaves. A mark in dispute, or erased without being lifted, stands. */
export function listPrivileged(db: Db, inspection: string): { entity: string; entityId: string; label: string | null; claim: string | null }[] {
  const marks = Map.groupBy(listAnswers(db, inspection, 'privilege').filter(({ value }) => value !== null), ({ entityId }) => entityId)
  return [...marks].flatMap(([id, [mark]]) => {
    const { entity, entityId } = placeOfPrivilege(id)
    if (entity === null || !saysAnything(db, inspection, entity, entityId)) return []
    const label = listAnswers(db, inspection, entity).find((one) => one.entityId === entityId && ['label', 'pseudonym'].includes(one.field))?.value
    return [{ entity, entityId, label: typeof label === 'string' ? label : null, claim: typeof mark!.value === 'string' ? mark!.value : null }]
  })
}

/** What privilege rests on is left out of nothing by itself: the whole stays here until someone lifts the mark or erases the thing. Errors: `privileged`. */
export function assertUnprivileged(db: Db, inspection: string): void {
  const count = listPrivileged(db, inspection).length
  if (count > 0) throw appError('privileged', { count })
}

/** What a report prints of these, where someone chose so. */
const CHOSEN = ['view', 'evidence'] as const

function chosenIn(db: Db, inspection: string): Answer[] {
  return CHOSEN.flatMap((entity) => {
    const all = listAnswers(db, inspection, entity)
    const chosen = new Set(all.filter(({ field, value }) => field === 'inReport' && value === true).map(({ entityId }) => entityId))
    return all.filter(({ entityId }) => chosen.has(entityId))
  })
}

/** What a report prints as it was typed. */
const PRINTED = ['finding', 'appraisal', 'conclusion', 'claim', 'fact', 'improvement', 'improvementMeasure', 'reportText', 'profile', 'performer', 'caseload', 'remark']

/**
 * A report says in words what privilege keeps out of it; a text that rests on it must be rewritten by a person, as must the texts `beside` it that go out. Errors:
 * `privileged-cited`.
 */
export function assertNotCited(db: Db, inspection: string, beside: readonly string[] = []): void {
  const labels = new Set(listPrivileged(db, inspection).flatMap(({ label }) => label ?? []))
  if (labels.size === 0) return
  const printed = [...PRINTED.flatMap((entity) => listAnswers(db, inspection, entity)), ...chosenIn(db, inspection)]
  const texts = printed.flatMap(({ value }) => textsOf({ value, reason: null }))
  const cited = [...new Set([...texts.map(({ text }) => text), ...beside].flatMap(citationsIn))].filter((label) => labels.has(label))
  if (cited.length > 0) throw appError('privileged-cited', { labels: cited.sort().join(', ') })
}
