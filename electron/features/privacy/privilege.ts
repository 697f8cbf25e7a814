import { placeOfPrivilege } from '../../../shared/domain/privilege.ts'
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
