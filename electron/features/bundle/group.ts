import type { BundleHeader } from '../../../shared/domain/bundle.ts'
import type { Running } from '../../context.ts'
import { commitTogether } from '../../db/together.ts'
import type { Db } from '../../db/open.ts'

/** As many bundles, and changes in them, as wait for one commit. */
const MOST = { bundles: 50, changes: 10_000 }

/** What the import of one bundle asks of the others. */
export interface Group {
  /** Holds once all is committed that it must be held against, now that it is known what it is about. */
  enter(header: BundleHeader): Promise<void>
  commit<T>(work: () => T): Promise<T>
}

/**
 * Does one after the other, each until it waits to be committed; what waits is committed at once. No two of one inspection wait together, so that each is read
 * as if those before it had been committed alone. `work` never fails, and one that is told of as done may still wait.
 */
export async function eachTogether<I, T>(db: Db, items: readonly I[], { progress }: Pick<Running, 'progress'>, work: (item: I, group: Group) => Promise<T>): Promise<T[]> {
  const { commit, joined, flush } = commitTogether(db)
  const [all, running, inspections]: [Promise<T>[], Set<Promise<T>>, Set<string>] = [[], new Set(), new Set()]
  let changes = 0
  const settle = async () => {
    while (running.size > 0) {
      const more = joined() // what waited for one that is here now follows it
      flush()
      await Promise.race([...running, more])
    }
    inspections.clear()
    changes = 0
  }
  const enter = async ({ inspectionId, counts }: BundleHeader) => {
    if (inspections.has(inspectionId) || inspections.size >= MOST.bundles || changes + counts.changes > MOST.changes) await settle()
    inspections.add(inspectionId)
    changes += counts.changes
  }
  for (const item of items) {
    const { promise: waits, resolve } = Promise.withResolvers<void>()
    const one = work(item, {
      enter,
      commit: (transaction) => {
        resolve()
        return commit(transaction)
      },
    })
    all.push(one)
    await Promise.race([one, waits])
    running.add(one)
    void one.then(() => running.delete(one))
    progress({ done: all.length, total: items.length })
  }
  await settle()
  return Promise.all(all)
}
