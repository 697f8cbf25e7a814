import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { api } from '../../api.ts'
import { useFieldOrder } from '../../field/orders.ts'
import type { Talk, Told } from './talk.ts'

/** Milliseconds after which a key that was pressed is kept, also while typing goes on. */
const PAUSE = 400

/**
 * The note that is being typed. It is kept every so often, and what could not be made a note comes back into the field: until it is saved
 * nothing is lost. `pending` are the notes on their way.
 */
export function useNoting({ inspection, talk }: Talk, typed: Told['typed'], question: string | null) {
  const queries = useQueryClient()
  const key = ['noting', talk]
  const [text, setText] = useState(() => queries.getQueryData<string>(key) ?? typed?.text ?? '')
  const [pending, setPending] = useState<readonly string[]>([])
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const keep = useMutation({ mutationFn: (draft: Parameters<typeof api.interview.type>[0]) => api.interview.type(draft), scope: { id: 'orders' } })
  const make = useFieldOrder(api.interview.note)
  const timer = useRef<number>(undefined)

  const hold = (written: string) => {
    setText(written)
    queries.setQueryData(key, written)
  }
  const stop = () => {
    clearTimeout(timer.current)
    timer.current = undefined
  }
  const keepNow = () => {
    stop()
    keep.mutate({ inspection, talk, text: queries.getQueryData<string>(key) ?? '', question })
  }
  const type = (written: string) => {
    hold(written)
    timer.current ??= window.setTimeout(keepNow, PAUSE)
  }
  const note = (followUp: boolean) => {
    const written = text.trim()
    if (written === '') return
    stop()
    hold('')
    setPending((before) => [...before, written])
    make.mutateAsync({ inspection, talk, text: written, question, followUp }).then(
      (made) => setUnknown(made.unknown),
      () => hold([written, queries.getQueryData<string>(key)].filter(Boolean).join('\n')), // the status line says why
    ).finally(() => setPending((before) => before.slice(1)))
  }

  const leave = useEffectEvent(() => timer.current !== undefined && keepNow())
  useEffect(() => () => void leave(), [])
  const turned = useEffectEvent(() => queries.getQueryData<string>(key) && keepNow())
  useEffect(() => void turned(), [question]) // what is half typed goes along to another question
  return { text, type, note, pending, unknown }
}
