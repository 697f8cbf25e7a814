import { MutationCache } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { AppError } from '../shared/errors.ts'

/** What became of the orders so far: when the last change was saved, and why the last order was refused or that it was stopped, if it was. */
interface Told {
  savedAt: string | null
  refusal: Error | null
  stopped: Error | null
}

const NOTHING: Told = { savedAt: null, refusal: null, stopped: null }
let told = NOTHING
const listeners = new Set<() => void>()

function tell(news: Told): void {
  told = news
  for (const listener of listeners) listener()
}

const isSaved = (answer: unknown): answer is { savedAt: string } => typeof answer === 'object' && answer !== null && 'savedAt' in answer

/** Who stops an action did not do wrong, and nothing has to be mended. */
export const isStopped = (error: Error | null) => error instanceof AppError && error.failure.code === 'cancelled'

/** Hears of every order, so that what became of it outlives the screen that gave it. */
export const orders = new MutationCache({
  onSuccess: (answer) => tell({ savedAt: isSaved(answer) ? answer.savedAt : told.savedAt, refusal: null, stopped: null }),
  onError: (failure, _input, _prepared, { meta }) => {
    const shown = meta?.toldIn === 'screen' ? null : failure
    tell({ ...told, ...(isStopped(shown) ? { refusal: null, stopped: shown } : { refusal: shown, stopped: null }) })
  },
})

/** Another workspace, another story. */
export const forgetOrders = () => tell(NOTHING)

export function useLastOrder(): Told {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => told,
  )
}
