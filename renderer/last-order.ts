import { MutationCache } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** What became of the orders so far: when the last change was saved, and why the last order was refused, if it was. */
interface Told {
  savedAt: string | null
  refusal: Error | null
}

let told: Told = { savedAt: null, refusal: null }
const listeners = new Set<() => void>()

function tell(news: Told): void {
  told = news
  for (const listener of listeners) listener()
}

const isSaved = (answer: unknown): answer is { savedAt: string } => typeof answer === 'object' && answer !== null && 'savedAt' in answer

/** Hears of every order, so that what became of it outlives the screen that gave it. */
export const orders = new MutationCache({
  onSuccess: (answer) => tell({ savedAt: isSaved(answer) ? answer.savedAt : told.savedAt, refusal: null }),
  onError: (refusal, _input, _prepared, { meta }) => tell({ ...told, refusal: meta?.toldIn === 'screen' ? null : refusal }),
})

/** Another workspace, another story. */
export const forgetOrders = () => tell({ savedAt: null, refusal: null })

export function useLastOrder(): Told {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => told,
  )
}
