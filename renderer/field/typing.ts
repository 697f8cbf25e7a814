import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Field } from '../../shared/domain/field.ts'
import { api } from '../api.ts'
import { type Place, seenOf, useDraftOrder, useFieldOrder } from './orders.ts'

/** Milliseconds after which a key that was pressed is kept as a draft, also while typing goes on. */
const PAUSE = 500

/**
 * What is being typed in one field, kept as a draft every half second, also when its place leaves the screen. `text` is null when
 * nothing waits to be recorded. `take` stops the keeping and gives what is to be recorded, `keep` keeps it after all; `done` ends it here,
 * `forget` for whoever shows this field next.
 */
function useKept(place: Place, field: Field<string>, draft: string | null) {
  const queries = useQueryClient()
  const key = ['typed', place]
  const [typed, setTyped] = useState(() => queries.getQueryData<string>(key) ?? null)
  const order = useDraftOrder()
  const pause = useRef<number>(undefined)

  const keep = (written: string) => order.mutate({ ...place, value: written, seen: seenOf(field) })
  const type = (written: string) => {
    setTyped(written)
    queries.setQueryData(key, written)
    pause.current ??= window.setTimeout(() => {
      pause.current = undefined
      keep(queries.getQueryData<string>(key) ?? '')
    }, PAUSE)
  }
  const take = () => {
    clearTimeout(pause.current)
    pause.current = undefined
    return queries.getQueryData<string>(key) ?? draft
  }
  const forget = () => queries.removeQueries({ queryKey: key, exact: true })
  const done = (written: string) => {
    if (queries.getQueryData(key) === written) forget()
    setTyped((newer) => (newer === written ? null : newer))
  }
  return { text: typed ?? draft, type, take, forget, done, keep, isPaused: () => pause.current !== undefined }
}

/** What a text says to the record: nothing when it is blank. */
export const valueOf = (written: string) => (written.trim() === '' ? null : written)

/** What is being typed in one field: recorded as one change when the field is left. Until that has succeeded it stays here. */
export function useTyping(place: Place, field: Field<string>, draft: string | null) {
  const { text, type, take, done, keep, isPaused } = useKept(place, field, draft)
  const record = useFieldOrder(api.field.record)
  const drop = useFieldOrder(api.field.dropDraft)
  const leave = () => {
    const written = take()
    if (written === null) return
    const isRecorded = valueOf(written) === field.value && !record.isPending // what is on its way is about to stand there instead
    const order = isRecorded ? drop.mutateAsync(place) : record.mutateAsync({ ...place, value: valueOf(written), reason: null, seen: seenOf(field) })
    order.then(() => done(written), () => keep(written)) // refused: the status line says why, and the text stays
  }

  const leaveScreen = useEffectEvent(() => isPaused() && leave())
  useEffect(() => () => void leaveScreen(), [])
  return { text, type, leave }
}

/** The text that is made of texts that differ: a draft until a person settles the difference, with it or otherwise, or throws it away. */
export function useCombining(place: Place, field: Field<string>, draft: string | null) {
  const { text, type, take, forget, done, keep, isPaused } = useKept(place, field, draft)
  const order = useFieldOrder(api.field.settle)
  const drop = useFieldOrder(api.field.dropDraft)
  const finish = (send: () => Promise<unknown>) => {
    const written = take()
    forget() // the field that stands here once it is settled has nothing left to record
    send().then(() => written !== null && done(written), () => written !== null && type(written))
  }
  const settle = (value: string | null, reason: string) => finish(() => order.mutateAsync({ ...place, value, reason, seen: seenOf(field) }))
  const discard = () => finish(() => drop.mutateAsync(place))

  const leave = () => {
    const written = isPaused() ? take() : null
    if (written !== null) keep(written)
  }
  const leaveScreen = useEffectEvent(leave)
  useEffect(() => () => leaveScreen(), [])
  return { text, type, leave, settle, discard }
}
