import { placeOfPrivilege } from '../../../shared/domain/privilege.ts'
import { listAnswers } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'

/** What still says nothing once the rest of a thing was erased: by what it is cited, and where and when it was made. */
const NAMES = `'label', 'pseudonym', 'origin', 'reviewer', 'at', 'unit', 'question'`

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

/** Whether anything that was ever said of it, or for a file in it, can still be read. */
function saysAnything(db: Db, inspection: string, entity: string, entityId: string): boolean {
  return sql<{ inspection: string; entity: string; entityId: string }>(db, `
    SELECT 1 FROM change JOIN content ON content.change = change.id WHERE inspection = :inspection AND value <> 'null' AND (
      (body ->> 'entity' = :entity AND body ->> 'entityId' = :entityId AND body ->> 'field' NOT IN (${NAMES}))
      OR (:entity = 'caseFile' AND body ->> 'entity' = 'answer' AND substr(body ->> 'entityId', 1, length(:entityId) + 1) = :entityId || '/')
    ) LIMIT 1`).get({ inspection, entity, entityId }) !== undefined
}
