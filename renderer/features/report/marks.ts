import { createContext, use, useSyncExternalStore } from 'react'
import type { Mark } from './marked-text.ts'

/** What to look at on paper, by the text in which it stands: of a thousand texts only those in which something else is found are drawn anew. */
export interface Marks {
  show: (marks: ReadonlyMap<string, readonly Mark[]>) => void
  in: (of: string) => readonly Mark[]
  subscribe: (listener: () => void) => () => void
}

const NONE: readonly Mark[] = []

export function createMarks(): Marks {
  let shown: ReadonlyMap<string, readonly Mark[]> = new Map()
  const listeners = new Set<() => void>()
  return {
    show: (marks) => {
      shown = marks
      for (const listener of listeners) listener()
    },
    in: (of) => shown.get(of) ?? NONE,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const MarksOnPaper = createContext<Marks>(createMarks())

/** The marks in one text. */
export function useMarks(of: string): readonly Mark[] {
  const marks = use(MarksOnPaper)
  return useSyncExternalStore(marks.subscribe, () => marks.in(of))
}
