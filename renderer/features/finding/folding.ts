import { useCallback, useMemo, useState } from 'react'
import type { Item } from './item.ts'

/** Which criteria are folded. What is above the item of this moment is never folded: where someone is can be seen. */
export function useFolding(items: readonly Item[], current: Item | undefined) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const fold = useCallback((id: string, folds: boolean) => setFolded((known) => {
    const next = new Set(known)
    if (folds) next.add(id)
    else next.delete(id)
    return next
  }), [])
  const open = current?.above
  const shut = useMemo(() => {
    const above = new Set(open?.map(({ id }) => id))
    return new Set([...folded].filter((id) => !above.has(id)))
  }, [folded, open])
  const shown = useMemo(() => (shut.size === 0 ? items : items.filter(({ above }) => !above.some(({ id }) => shut.has(id)))), [items, shut])
  return { shown, shut, fold }
}

/** Whether something stands below an item, so that it can be folded. */
export const canFold = (item: Item) => item.kind === 'criterion' && (item.criterion.expectations.length > 0 || item.criterion.criteria !== undefined)
