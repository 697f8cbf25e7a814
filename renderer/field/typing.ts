import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Field } from '../../shared/domain/field.ts'
import { api } from '../api.ts'
import { type Place, seenOf, useDraftOrder, useFieldOrder } from './orders.ts'

/** Milliseconds after which a key that was pressed is kept as a draft, also while typing goes on. */
const PAUSE = 500

/**
 * What is being typed in one field. It is kept as a draft every half second and recorded as one change when the field is left; until
 * that has succeeded it stays here, also when its place leaves the screen. `text` is null when nothing waits to be recorded.
 */
export function useTyping(place: Place, field: Field<string>, draft: string | null) {
  const queries = useQueryClient()
  const key = ['typed', place]
  const [typed, setTyped] = useState(() => queries.getQueryData<string>(key) ?? null)
  const keep = useDraftOrder()
  const record = useFieldOrder(api.field.record)
  const drop = useFieldOrder(api.field.dropDraft)
  const pause = useRef<number>(undefined)
  const text = typed ?? draft
  const valueOf = (written: string) => (written.trim() === '' ? null : written)

  const keepNow = (written: string) => keep.mutate({ ...place, value: written, seen: seenOf(field) })
  const type = (written: string) => {
    setTyped(written)
    queries.setQueryData(key, written)
    pause.current ??= window.setTimeout(() => {
      pause.current = undefined
      keepNow(queries.getQueryData<string>(key) ?? '')
    }, PAUSE)
  }
  const leave = () => {
    clearTimeout(pause.current)
    pause.current = undefined
    const written = queries.getQueryData<string>(key) ?? draft
    if (written === null) return
    const isRecorded = valueOf(written) === field.value && !record.isPending // what is on its way is about to stand there instead
    const order = isRecorded ? drop.mutateAsync(place) : record.mutateAsync({ ...place, value: valueOf(written), reason: null, seen: seenOf(field) })
    order.then(
      () => {
        if (queries.getQueryData(key) === written) queries.removeQueries({ queryKey: key, exact: true })
        setTyped((newer) => (newer === written ? null : newer))
      },
      () => keepNow(written), // refused: the status line says why, and the text stays
    )
  }

  const leaveScreen = useEffectEvent(() => pause.current !== undefined && leave())
  useEffect(() => () => void leaveScreen(), [])
  return { text, type, leave }
}
