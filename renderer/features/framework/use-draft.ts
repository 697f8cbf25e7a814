import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Framework } from '../../../shared/domain/framework.ts'
import { outlineOf, withValue } from '../../../shared/domain/framework-edit.ts'
import { api, asking, useOrder } from '../../api.ts'

/** How long nobody types before what was typed is saved, in ms. */
const PAUSE = 400

/** As many steps as can be taken back. */
const STEPS = 200

/** A draft while someone works on it. */
export interface Editing {
  body: Framework
  /** Puts a value at a path; typing on in the same place is one step. */
  set: (where: string, value: unknown) => void
  /** Puts another framework in its place, as one step. */
  change: (body: Framework) => void
}

interface History {
  body: Framework
  before: readonly Framework[]
  /** The place of the last step, while it can be added to. */
  last: string | null
}

/** The draft on the screen, which is saved after every pause; `settle` saves what is left and tells the revision. */
export function useDraft(id: string) {
  const { data: kept } = useSuspenseQuery({ ...asking(api.framework.draft, { id }), staleTime: 'static', gcTime: 0 })
  const [history, setHistory] = useState<History>({ body: kept.body, before: [], last: null })
  const { data: taken } = useSuspenseQuery({ queryKey: ['ids of', kept.base], queryFn: () => idsIn(kept.base), staleTime: 'static' })
  const { settle, saved, unsaved } = useSaving(id, kept, history.body)

  const change = useCallback((body: Framework) => setHistory((now) => stepTo(now, body, null)), [])
  const set = useCallback((where: string, value: unknown) => setHistory((now) => stepTo(now, withValue(now.body, where, value), where)), [])
  const undo = () => setHistory(({ body, before }) => ({ body: before.at(-1) ?? body, before: before.slice(0, -1), last: null }))
  return { base: kept.base, taken, body: history.body, set, change, undo, canUndo: history.before.length > 0, settle, saved, unsaved }
}

/** What the version before has, so that no id comes back for something else. */
const idsIn = async (base: string | null): Promise<ReadonlySet<string>> =>
  new Set(base === null ? [] : outlineOf(await api.framework.get({ hash: base })).map(({ node }) => node.id))

const stepTo = ({ body: old, before, last }: History, body: Framework, where: string | null): History => ({
  body, last: where, before: where !== null && where === last ? before : [...before, old].slice(-STEPS),
})

function useSaving(id: string, kept: { body: Framework; revision: number; saved: string }, body: Framework) {
  const save = useOrder(api.framework.draftSave)
  const known = useRef({ body: kept.body, revision: kept.revision })
  const going = useRef<Promise<unknown>>(Promise.resolve())
  const [saved, setSaved] = useState({ at: kept.saved, body: kept.body })

  const settle = useEffectEvent((now: Framework): Promise<number> => {
    const next = going.current.then(async () => {
      if (known.current.body === now) return known.current.revision
      const answer = await save.mutateAsync({ id, revision: known.current.revision, body: now })
      known.current = { body: now, revision: answer.revision }
      setSaved({ at: answer.savedAt, body: now })
      return answer.revision
    })
    going.current = next.catch(() => {}) // the status line says why
    return next
  })
  useEffect(() => {
    const pause = setTimeout(() => void settle(body).catch(() => {}), PAUSE)
    return () => clearTimeout(pause)
  }, [body])
  const last = useRef(body)
  useEffect(() => {
    last.current = body
  }, [body])
  useEffect(() => () => void settle(last.current).catch(() => {}), [])
  const [wanted, want] = useState<((revision: number) => void) | null>(null)
  useEffect(() => {
    if (wanted) settle(body).then(wanted, () => {}).finally(() => want(null))
  }, [wanted, body])
  return { saved: saved.at, unsaved: saved.body !== body, settle: (then: (revision: number) => void) => want(() => then) }
}
