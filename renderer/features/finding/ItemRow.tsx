import { type KeyboardEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mark } from '../../../shared/api/finding.ts'
import { type Framework, gradeOf } from '../../../shared/domain/framework.ts'
import { canFold } from './folding.ts'
import type { Item } from './item.ts'
import { ItemMark } from './ItemMark.tsx'
import styles from './ItemTree.module.css'

interface Props {
  framework: Framework
  item: Item
  mark: Mark | undefined
  current: boolean
  folded: boolean
  onFold: (criterion: string, folds: boolean) => void
  onChoose: (key: string, goes: boolean) => void
}

export const rowId = (key: string) => `row-${key}`

/** One row of the tree; a criterion can be folded, with the arrow keys or its own button. */
export const ItemRow = memo(function ItemRow({ framework, item, mark, current, folded, onFold, onChoose }: Props) {
  const { t } = useTranslation()
  const choose = () => onChoose(item.key, true)
  const lacksText = item.kind === 'expectation' && mark?.text === false && gradeOf(framework, mark.code)?.met === false
  const folds = canFold(item)
  const fold = (to: boolean) => {
    onFold(item.id, to)
    onChoose(item.key, false)
  }
  const keys = (event: KeyboardEvent) => {
    const turns = folds && (event.key === 'ArrowLeft' ? !folded : event.key === 'ArrowRight' && folded)
    if (turns) {
      event.stopPropagation()
      fold(!folded)
    } else if (event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowRight') choose()
  }
  return (
    <div
      id={rowId(item.key)}
      role="treeitem"
      className={styles.row}
      data-kind={item.kind}
      style={{ paddingLeft: 8 + 12 * item.above.length }}
      aria-level={item.above.length + 1}
      aria-posinset={item.place}
      aria-setsize={item.among}
      aria-expanded={folds ? !folded : undefined}
      aria-selected={current}
      tabIndex={current ? 0 : -1}
      onClick={choose}
      onKeyDown={keys}
    >
      <ItemMark framework={framework} item={item} mark={mark} />
      <span className={styles.number}>{item.number}</span>
      <span className={styles.text} lang={framework.language}>{item.text}</span>
      {lacksText && <span className={styles.lacks} role="img" aria-label={t('finding.lacksText')} title={t('finding.lacksText')}>✎</span>}
      {folds && (
        <span
          className={styles.fold}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation()
            fold(!folded)
          }}
        >
          {folded ? '▸' : '▾'}
        </span>
      )}
    </div>
  )
})
