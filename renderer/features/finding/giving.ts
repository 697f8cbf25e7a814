import { useQueryClient } from '@tanstack/react-query'
import type { Field } from '../../../shared/domain/field.ts'
import { api } from '../../api.ts'
import { type Place, seenOf, useFieldOrder } from '../../field/orders.ts'
import type { Marks } from './item.ts'

/** An answer that was just recorded, and what stood there before: enough to take it back. */
export interface Given {
  place: Place
  label: string
  before: { value: string | null; reason: string | null }
}

/**
 * Records a code in one field. The button and the tree show it in the same frame; that it is saved the status line says only once it is,
 * and a refusal brings back what is recorded.
 */
export function useGiving(place: Place, field: Field<string>, onGiven: (given: Given) => void) {
  const queries = useQueryClient()
  const record = useFieldOrder(api.field.record)
  const before = { value: field.value, reason: field.heads[0]?.reason ?? null }
  const give = (value: string | null, reason: string | null, label: string) => {
    if (value === field.value && reason === before.reason) return
    queries.setQueryData<Marks>([api.finding.marks.path, { inspection: place.inspection }], (marks) => marks && withCode(marks, place, value))
    record.mutateAsync({ ...place, value, reason, seen: seenOf(field) }).then(
      () => onGiven({ place, label, before }),
      () => {}, // the status line says why
    )
  }
  return { value: record.isPending ? (record.variables.value as string | null) : field.value, give }
}

function withCode(marks: Marks, { entity, entityId }: Place, code: string | null): Marks {
  const kind = entity === 'finding' ? 'findings' : 'appraisals'
  const mark = marks[kind][entityId]
  return mark ? { ...marks, [kind]: { ...marks[kind], [entityId]: { ...mark, code, erased: false } } } : marks
}
