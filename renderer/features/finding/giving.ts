import type { Field } from '../../../shared/domain/field.ts'
import { api } from '../../api.ts'
import { type Place, seenOf, useFieldOrder } from '../../field/orders.ts'

/** An answer that was just recorded, and what stood there before: enough to take it back. */
export interface Given {
  place: Place
  label: string
  before: { value: string | null; reason: string | null }
}

/** Records a code in one field. `value` is what was chosen last, shown at once; a refusal puts back what is recorded. */
export function useGiving(place: Place, field: Field<string>, onGiven: (given: Given) => void) {
  const record = useFieldOrder(api.field.record)
  const before = { value: field.value, reason: field.heads[0]?.reason ?? null }
  const give = (value: string | null, reason: string | null, label: string) => {
    if (value === field.value && reason === before.reason) return
    record.mutateAsync({ ...place, value, reason, seen: seenOf(field) }).then(
      () => onGiven({ place, label, before }),
      () => {}, // the status line says why
    )
  }
  return { value: record.isPending ? (record.variables.value as string | null) : field.value, give }
}
