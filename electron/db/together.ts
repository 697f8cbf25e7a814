import type { Db } from './open.ts'

interface Waiting {
  readonly work: () => unknown
  readonly resolve: (value: never) => void
  readonly reject: (error: unknown) => void
}

/**
 * Transactions that are committed as one, for a commit costs more than what most of them write. Each is done whole or not at all, and whoever waits for one hears
 * of it once it is on disk. While they wait none is open, so what a person records meanwhile is no part of them.
 */
export function commitTogether(db: Db) {
  let waiting: Waiting[] = []
  let joined = Promise.withResolvers<void>()
  return {
    /** Holds once it was done, and all with it. */
    commit: <T>(work: () => T): Promise<T> => {
      const { promise, resolve, reject } = Promise.withResolvers<T>()
      waiting.push({ work, resolve, reject })
      joined.resolve()
      return promise
    },
    /** Holds as soon as one more waits. */
    joined: () => {
      joined = Promise.withResolvers()
      return joined.promise
    },
    flush: () => {
      const all = waiting
      waiting = []
      if (all.length > 0) commitAll(db, all)
    },
  }
}

function commitAll(db: Db, all: readonly Waiting[]): void {
  try {
    const outcomes = db.transaction(() => all.map((one) => outcomeOf(db, one))).immediate()
    for (const tell of outcomes) tell()
  } catch (error) {
    for (const { reject } of all) reject(error)
  }
}

function outcomeOf(db: Db, { work, resolve, reject }: Waiting): () => void {
  try {
    const value = db.transaction(work)() as never
    return () => resolve(value)
  } catch (error) {
    if (!db.inTransaction) throw error // a full disk takes back the others too
    return () => reject(error)
  }
}
