import { type DragEvent, type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outlined } from '../../../shared/domain/framework-edit.ts'
import styles from './draft.module.css'

interface Props {
  rows: readonly Outlined[]
  chosen: string
  /** The paths in or below which something is wrong. */
  wrong: ReadonlySet<string>
  onChoose: (where: string) => void
  onMove: (where: string, by: 1 | -1) => void
  onShift: (where: string, by: 1 | -1) => void
  onDrop: (where: string, on: string) => void
  onRemove: (where: string) => void
}

const idOf = (where: string) => `concept-${where}`

/** Everything in its order: arrows choose, Alt with arrows moves, Delete takes away; a row can be dragged onto another too. */
export function Outline({ rows, chosen, wrong, onChoose, onMove, onShift, onDrop, onRemove }: Props) {
  const { t } = useTranslation()
  const follows = useRef(false)
  useEffect(() => {
    if (!follows.current) return
    follows.current = false
    document.getElementById(idOf(chosen))?.focus()
  })
  const keys = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ where }) => where === chosen)
    if (at < 0) return
    const choose = (to: number) => rows[to] && onChoose(rows[to].where)
    const act = event.altKey
      ? { ArrowUp: () => onMove(chosen, -1), ArrowDown: () => onMove(chosen, 1), ArrowLeft: () => onShift(chosen, -1), ArrowRight: () => onShift(chosen, 1) }[event.key]
      : { ArrowUp: () => choose(at - 1), ArrowDown: () => choose(at + 1), Home: () => choose(0), End: () => choose(rows.length - 1), Delete: () => onRemove(chosen) }[event.key]
    if (!act) return
    event.preventDefault()
    follows.current = true
    act()
  }
  const first = rows.some(({ where }) => where === chosen) ? chosen : rows[0]?.where
  return (
    <div role="tree" aria-label={t('draft.outline')} className={styles.outline} onKeyDown={keys}>
      {rows.map(({ where, kind, level, node }) => (
        <OutlineRow
          key={where}
          where={where}
          kind={kind}
          level={level}
          number={node.number}
          text={'statement' in node ? node.statement : node.title}
          chosen={where === chosen}
          reached={where === first}
          wrong={wrong.has(where)}
          onChoose={onChoose}
          onDrop={onDrop}
        />
      ))}
    </div>
  )
}

interface RowProps extends Pick<Props, 'onChoose' | 'onDrop'> {
  where: string
  kind: Outlined['kind']
  level: number
  number: string
  text: string
  chosen: boolean
  reached: boolean
  wrong: boolean
}

const OutlineRow = memo(function OutlineRow({ where, kind, level, number, text, chosen, reached, wrong, onChoose, onDrop }: RowProps) {
  const { t } = useTranslation()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onDrop(event.dataTransfer.getData('text/plain'), where)
  }
  return (
    <div
      id={idOf(where)}
      role="treeitem"
      aria-level={level + 1}
      aria-selected={chosen}
      tabIndex={reached ? 0 : -1}
      data-kind={kind}
      style={{ paddingLeft: 8 + 14 * level }}
      draggable
      onClick={() => onChoose(where)}
      onDragStart={({ dataTransfer }) => dataTransfer.setData('text/plain', where)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <span className={styles.number}>{number || '–'}</span>
      <span className={styles.text}>{text || t('draft.nameless')}</span>
      {wrong && <span className={styles.wrong} role="img" aria-label={t('draft.wrong')}>!</span>}
    </div>
  )
})
