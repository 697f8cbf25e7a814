import { type KeyboardEvent, memo, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework, Theme } from '../../../shared/domain/framework.ts'
import { useFolding } from './folding.ts'
import { type Item, type Marks, markOf } from './item.ts'
import { ItemRow, rowId } from './ItemRow.tsx'
import styles from './ItemTree.module.css'

interface Props {
  framework: Framework
  items: readonly Item[]
  marks: Marks
  current: string
  /** The focus stays in the tree while its own keys are used, and otherwise goes to the item. */
  onChoose: (key: string, goes: boolean) => void
}

/**
 * Theme, criteria, expectations with their marks. One row is in the tab order; arrow keys go from row to row, fold and unfold. A step or a
 * rating draws again only the rows that it changes, or thousands of them would be felt in the fingers.
 */
export const ItemTree = memo(function ItemTree({ framework, items, marks, current, onChoose }: Props) {
  const { t } = useTranslation()
  const item = items.find(({ key }) => key === current)
  const { shown, shut, fold } = useFolding(items, item)
  const byTheme = useMemo(() => Map.groupBy(shown, ({ theme }) => theme), [shown])
  const rows = { framework, marks, current, shut, onFold: fold, onChoose }

  const goTo = (to: Item | undefined) => {
    if (!to) return false
    onChoose(to.key, false)
    document.getElementById(rowId(to.key))?.focus()
    return true
  }
  const keys = (event: KeyboardEvent) => {
    const at = shown.findIndex(({ key }) => key === current)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key]
    const parent = event.key === 'ArrowLeft' ? item?.above.at(-1)?.id : undefined
    if (goTo(to === undefined ? shown.find(({ kind, id }) => kind === 'criterion' && id === parent) : shown[to])) event.preventDefault()
  }
  return (
    <div className={styles.tree} role="tree" aria-label={t('finding.expectations')} onKeyDown={keys}>
      {[...byTheme].map(([theme, own]) => <Branch key={theme.id} theme={theme} items={own} rows={rows} />)}
    </div>
  )
})

type Rows = Omit<PortionProps, 'items'>

function Branch({ theme, items, rows }: { theme: Theme; items: readonly Item[]; rows: Rows }) {
  const id = useId()
  const portions = useMemo(() => portionsOf(items), [items])
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.theme} lang={rows.framework.language}>{theme.number} {theme.title}</div>
      {portions.map((portion) => (
        <Portion
          key={portion[0]!.key}
          {...rows}
          items={portion}
          current={portion.some(({ key }) => key === rows.current) ? rows.current : ''}
        />
      ))}
    </div>
  )
}

/** As many rows as are laid out together. */
const PORTION = 40

const portionsOf = (items: readonly Item[]) =>
  Array.from({ length: Math.ceil(items.length / PORTION) }, (_, index) => items.slice(index * PORTION, (index + 1) * PORTION))

interface PortionProps extends Props {
  shut: ReadonlySet<string>
  onFold: (criterion: string, folds: boolean) => void
}

const Portion = memo(function Portion({ framework, items, marks, current, shut, onFold, onChoose }: PortionProps) {
  return (
    <div role="none" className={styles.portion} style={{ containIntrinsicBlockSize: heightOf(items.length) }}>
      {items.map((item) => (
        <ItemRow
          key={item.key}
          framework={framework}
          item={item}
          mark={markOf(marks, item)}
          current={item.key === current}
          folded={shut.has(item.id) && item.kind === 'criterion'}
          onFold={onFold}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
})

/** What a portion takes up while it is out of sight and not laid out: rows of one height. */
const heightOf = (rows: number) => `auto calc(${rows} * (2lh + 8px))`
