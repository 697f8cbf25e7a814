import { partIdOf } from '../../../shared/domain/interview.ts'
import { api } from '../../api.ts'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import type { Guided, Talk } from './talk.ts'

/** Marks a question as asked, or takes that away. */
export function useAsking({ inspection, talk }: Talk): (question: Guided) => void {
  const record = useFieldOrder(api.field.record)
  return ({ id, asked }) => record.mutate({
    inspection, entity: 'asked', entityId: partIdOf(talk, id), field: 'asked', value: asked.value ? null : true, reason: null, seen: seenOf(asked),
  })
}
