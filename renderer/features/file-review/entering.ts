import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Answer, FileField } from '../../../shared/domain/file-review.ts'
import { api } from '../../api.ts'
import { type Grid, withAnswer } from './reckoned.ts'

/** One cell that changes. */
export interface Entry {
  file: string
  field: string
  value: Answer | null
  before: Answer | null
}

/** Milliseconds without an entry after which the rest of the screen is read again: it costs more than a cell may. */
const PAUSE = 1_200

/**
 * Enters cells: the grid shows them in the same frame, the status line says once they are saved, and a refusal brings back what is
 * recorded. Nothing is read again for it; at thirty thousand answers that would take longer than typing the next.
 */
export function useEntering(inspection: string, fields: readonly FileField[]) {
  const queries = useQueryClient()
  const key = [api.fileReview.grid.path, { inspection }]
  const pause = useRef<number>(undefined)
  const [last, setLast] = useState<readonly Entry[]>([])
  const rest = () => queries.invalidateQueries({ predicate: ({ queryKey: [path] }) => !/^(workspace|settings|framework|organisation|fileReview\.grid)/.test(String(path)) })
  const order = useMutation({
    mutationFn: (cells: readonly Entry[]) => api.fileReview.enter({ inspection, cells: [...cells] }),
    scope: { id: 'orders' },
    onError: () => queries.invalidateQueries({ queryKey: key }),
    onSettled: () => {
      clearTimeout(pause.current)
      pause.current = window.setTimeout(() => {
        pause.current = undefined
        void rest()
      }, PAUSE)
    },
  })
  const leave = useEffectEvent(() => {
    if (pause.current === undefined) return
    clearTimeout(pause.current)
    void rest()
  })
  useEffect(() => () => leave(), [])
  const enter = (entries: readonly Entry[]) => {
    const changed = entries.filter(({ value, before }) => value !== before)
    if (changed.length === 0) return
    queries.setQueryData<Grid>(key, (grid) => grid && withEntries(grid, fields, changed))
    setLast(changed)
    order.mutate(changed)
  }
  const undo = () => {
    enter(last.map(({ value, before, ...cell }) => ({ ...cell, value: before, before: value })))
    setLast([])
  }
  return { enter, undo, last }
}

function withEntries(grid: Grid, fields: readonly FileField[], entries: readonly Entry[]): Grid {
  const byFile = Map.groupBy(entries, ({ file }) => file)
  const placeOf = new Map(fields.map(({ id }, at) => [id, at]))
  const changed = (file: Grid['files'][number]) =>
    byFile.get(file.id)!.reduce((now, { field, value }) => withAnswer(now, placeOf.get(field)!, value), file)
  return { ...grid, files: grid.files.map((file) => (byFile.has(file.id) ? changed(file) : file)) }
}
