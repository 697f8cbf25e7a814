import { z } from 'zod'
import { Text } from './text.ts'

/** What legal privilege (verschoningsrecht) can rest on. */
export const PrivilegedEntity = z.enum(['note', 'document', 'evidence', 'caseFile'])
export type PrivilegedEntity = z.infer<typeof PrivilegedEntity>

/** That privilege rests on something, under `privilegeIdOf`, and whose. While that stands, nothing of the inspection leaves; it is lifted with a reason. */
export const Privilege = z.strictObject({ claim: Text })

export const privilegeIdOf = (entity: PrivilegedEntity, entityId: string) => `${entity}/${entityId}`

/** What it rests on. */
export function placeOfPrivilege(id: string): { entity: PrivilegedEntity | null; entityId: string } {
  const [entity = '', entityId = ''] = id.split(/\/(.*)/s)
  return { entity: PrivilegedEntity.safeParse(entity).data ?? null, entityId }
}
