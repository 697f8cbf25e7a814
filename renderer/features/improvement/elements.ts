import type { Entity } from '../../../shared/domain/entity.ts'
import { api } from '../../api.ts'
import { useFieldOrder } from '../../field/orders.ts'

interface Change {
  entity: Entity
  field: string
  /** What has them. */
  of: string
  now: readonly string[]
  wanted: readonly string[]
}

/** Adds what is wanted and takes away what is not, each an answer of its own. */
export function useElements(inspection: string) {
  const record = useFieldOrder(api.field.record)
  return async ({ entity, field, of, now, wanted }: Change) => {
    const say = async (one: string, value: true | null) => {
      const place = { inspection, entity, entityId: `${of}/${one}`, field }
      const known = await api.field.get(place)
      record.mutate({ ...place, value, reason: null, seen: known.field.heads.map(({ id }) => id) })
    }
    for (const one of wanted) if (!now.includes(one)) await say(one, true)
    for (const one of now) if (!wanted.includes(one)) await say(one, null)
  }
}
