import { useState } from 'react'
import { linkIdOf } from '../../shared/domain/source.ts'
import { api } from '../api.ts'
import { useFieldOrder } from '../field/orders.ts'

interface Linked {
  id: string
  label: string | null
  title: string
  link: { seen: string[] } | null
}

/** Takes links away and the last one back: both are changes, and the log keeps them. `taken` is the last, as long as it can be given back. */
export function useUnlinking(inspection: string, expectation: string) {
  const record = useFieldOrder(api.field.record)
  const [taken, setTaken] = useState<{ place: Parameters<typeof api.field.get>[0]; name: string } | null>(null)
  return {
    taken: taken?.place.entityId.endsWith(`/${expectation}`) ? taken : null,
    take: ({ id, label, title, link }: Linked) => {
      const place = { inspection, entity: 'link', entityId: linkIdOf(id, expectation), field: 'linked' } as const
      record.mutate({ ...place, value: null, reason: null, seen: link?.seen ?? [] }, { onSuccess: () => setTaken({ place, name: label ? `[${label}]` : title }) })
    },
    giveBack: async () => {
      if (!taken) return
      const { field } = await api.field.get(taken.place)
      record.mutate({ ...taken.place, value: true, reason: null, seen: field.heads.map(({ id }) => id) }, { onSuccess: () => setTaken(null) })
    },
  }
}
