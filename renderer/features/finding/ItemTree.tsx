import { type KeyboardEvent, memo, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mark } from '../../../shared/api/finding.ts'
import { type Framework, gradeOf, type Theme } from '../../../shared/domain/framework.ts'
import { type Item, markOf, type Marks } from './item.ts'
import { ItemMark } from './ItemMark.tsx'
import styles from './ItemTree.module.css'

interface Props {
  framework: Framework
  items: readonly Item[]
  marks: Marks
  current: string
  /** The focus stays in the tree while its own keys are used, and otherwise goes to the item. */
  onChoose: (key: string, goes: boolean) => void
}

export const rowId = (key: string) => `row-${key}`

/**
 * Theme, criterion, expectation with their marks. One row is in the tab order; arrow keys go from row to row. A step or a rating draws
 * again only the rows that it changes, or a thousand of them would be felt in the fingers.
 */
export const ItemTree = memo(function ItemTree({ framework, items, marks, current, onChoose }: Props) {
  const { t } = useTranslation()
  const byTheme = useMemo(() => Map.groupBy(items, ({ theme }) => theme), [items])
  const move = (event: KeyboardEvent) => {
    const to = targetOf(event.key, items, current)
    if (!to) return
    event.preventDefault()
    onChoose(to.key, false)
    document.getElementById(rowId(to.key))?.focus()
  }
  return (
    <div className={styles.tree} role="tree" aria-label={t('finding.expectations')} onKeyDown={move}>
      {[...byTheme].map(([theme, own]) => (
        <Branch
          key={theme.id}
          framework={framework}
          theme={theme}
          items={own}
          marks={marks}
          current={own.some(({ key }) => key === current) ? current : ''}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
})

const Branch = memo(function Branch({ framework, theme, items, marks, current, onChoose }: Props & { theme: Theme }) {
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className={styles.branch} style={{ containIntrinsicBlockSize: heightOf(items.length) }}>
      <div id={id} className={styles.theme} lang={framework.language}>{theme.number} {theme.title}</div>
      {items.map((item) => (
        <Row key={item.key} framework={framework} item={item} mark={markOf(marks, item)} current={item.key === current} onChoose={onChoose} />
      ))}
    </div>
  )
})

/** What a branch takes up while it is out of sight and not laid out: rows of one height. */
const heightOf = (rows: number) => `auto calc(${rows} * (2lh + 8px) + 3lh)`

function targetOf(key: string, items: readonly Item[], current: string): Item | undefined {
  const at = items.findIndex((item) => item.key === current)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[key]
  return to === undefined ? undefined : items[to]
}

interface RowProps extends Pick<Props, 'framework' | 'onChoose'> {
  item: Item
  mark: Mark | undefined
  current: boolean
}

const Row = memo(function Row({ framework, item, mark, current, onChoose }: RowProps) {
  const { t } = useTranslation()
  const choose = () => onChoose(item.key, true)
  const lacksText = item.kind === 'expectation' && mark?.text === false && gradeOf(framework, mark.code)?.met === false
  return (
    <div
      id={rowId(item.key)}
      role="treeitem"
      className={styles.row}
      data-kind={item.kind}
      aria-level={item.kind === 'criterion' ? 1 : 2}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      onClick={choose}
      onKeyDown={({ key }) => (key === 'Enter' || key === ' ' || key === 'ArrowRight') && choose()}
    >
      <ItemMark framework={framework} item={item} mark={mark} />
      <span className={styles.number}>{item.number}</span>
      <span className={styles.text} lang={framework.language}>{item.text}</span>
      {lacksText && <span className={styles.lacks} role="img" aria-label={t('finding.lacksText')} title={t('finding.lacksText')}>✎</span>}
    </div>
  )
})
