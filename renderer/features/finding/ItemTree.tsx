import { type KeyboardEvent, memo, useId, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework, Theme } from '../../../shared/domain/framework.ts'
import { useFolding } from './folding.ts'
import { type Item, type Marks, markOf } from './item.ts'
import { ItemRow, rowId } from './ItemRow.tsx'
import styles from './ItemTree.module.css'
import { type Range, ROW, useInSight, useWindow } from './windowing.ts'

interface Props {
  framework: Framework
  items: readonly Item[]
  marks: Marks
  current: string
  /** The focus stays in the tree while its own keys are used, and otherwise goes to the item. */
  onChoose: (key: string, goes: boolean) => void
}

/**
 * Theme, criteria, expectations with their marks. One row is in the tab order; arrow keys go from row to row, fold and unfold. Only what is
 * in sight is drawn, and of that a step or a rating draws again only what it changes, or thousands of rows would be felt in the fingers.
 */
export const ItemTree = memo(function ItemTree({ framework, items, marks, current, onChoose }: Props) {
  const { t } = useTranslation()
  const tree = useRef<HTMLDivElement>(null)
  const followed = useRef(false)
  const item = items.find(({ key }) => key === current)
  const { shown, shut, fold } = useFolding(items, item)
  const branches = useMemo(() => branchesOf(shown), [shown])
  const range = useWindow(tree)
  useInSight(tree, useMemo(() => rowOf(branches, current), [branches, current]))
  useLayoutEffect(() => { // a row far away is drawn only once it is scrolled to
    const row = followed.current && document.getElementById(rowId(current))
    if (!row) return
    followed.current = false
    row.focus({ preventScroll: true })
  })

  const goTo = (to: Item | undefined) => {
    if (!to) return
    followed.current = true
    onChoose(to.key, false)
  }
  const keys = (event: KeyboardEvent) => {
    const at = shown.findIndex(({ key }) => key === current)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key]
    const parent = event.key === 'ArrowLeft' ? item?.above.at(-1)?.id : undefined
    const target = to === undefined ? shown.find(({ kind, id }) => kind === 'criterion' && id === parent) : shown[to]
    if (!target) return
    event.preventDefault()
    goTo(target)
  }
  return (
    <div ref={tree} className={styles.tree} role="tree" aria-label={t('finding.expectations')} onKeyDown={keys}>
      {branches.map(({ theme, items: own, start }) => (
        <Branch
          key={theme.id}
          framework={framework}
          theme={theme}
          items={own}
          marks={marks}
          current={own.some(({ key }) => key === current) ? current : ''}
          shut={shut}
          from={Math.min(Math.max(range.from - start, 0), own.length)}
          to={Math.min(Math.max(range.to - start, 0), own.length)}
          onFold={fold}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
})

interface Branch {
  theme: Theme
  items: readonly Item[]
  /** In which row of the tree the first item stands; the theme itself takes the one before. */
  start: number
}

function branchesOf(items: readonly Item[]): Branch[] {
  let row = 0
  return [...Map.groupBy(items, ({ theme }) => theme)].map(([theme, own]) => {
    const start = row + 1
    row = start + own.length
    return { theme, items: own, start }
  })
}

function rowOf(branches: readonly Branch[], key: string): number {
  for (const { items, start } of branches) {
    const at = items.findIndex((item) => item.key === key)
    if (at >= 0) return start + at
  }
  return -1
}

interface BranchProps extends Props, Range {
  theme: Theme
  shut: ReadonlySet<string>
  onFold: (criterion: string, folds: boolean) => void
}

const Branch = memo(function Branch({ framework, theme, items, marks, current, shut, from, to, onFold, onChoose }: BranchProps) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} className={styles.theme} lang={framework.language}>{theme.number} {theme.title}</div>
      <div role="none" style={{ height: items.length * ROW, paddingTop: from * ROW }}>
        {items.slice(from, to).map((item) => (
          <ItemRow
            key={item.key}
            framework={framework}
            item={item}
            mark={markOf(marks, item)}
            current={item.key === current}
            folded={item.kind === 'criterion' && shut.has(item.id)}
            onFold={onFold}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
})
