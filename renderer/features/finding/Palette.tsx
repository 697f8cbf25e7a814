import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { foundIn, type Item, markOf, type Marks } from './item.ts'
import { ItemMark } from './ItemMark.tsx'
import styles from './Palette.module.css'

interface Props {
  framework: Framework
  items: readonly Item[]
  marks: Marks
  onChoose: (key: string, goes: boolean) => void
  onClose: () => void
}

/** As many as fit; who does not see it yet types on. */
const MOST = 12

/** Finds an item by its number or by words out of it. */
export function Palette({ framework, items, marks, onChoose, onClose }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [active, setActive] = useState(0)
  const id = useId()
  const found = foundIn(items, words)
  const offered = found.slice(0, MOST)
  const choose = (item: Item | undefined) => {
    if (!item) return
    onClose()
    onChoose(item.key, true)
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Enter') choose(offered[active])
    else if (by) setActive((active + by + offered.length) % offered.length)
    else return
    event.preventDefault()
  }
  return (
    <Dialog title={t('finding.find')} onClose={onClose}>
      <input
        className={styles.words}
        role="combobox"
        aria-label={t('finding.findHint')}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={offered[active] && `${id}${active}`}
        placeholder={t('finding.findHint')}
        value={words}
        autoFocus
        onChange={({ target }) => {
          setWords(target.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <ul id={id} className={styles.found} role="listbox" aria-label={t('finding.found')}>
        {offered.map((item, index) => (
          <li key={item.key} id={`${id}${index}`} role="option" aria-selected={index === active} onClick={() => choose(item)}>
            <ItemMark framework={framework} item={item} mark={markOf(marks, item)} />
            <span className={styles.number}>{item.number}</span>
            <span lang={framework.language}>{item.text}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={styles.count}>{t('finding.foundCount', { count: found.length })}</p>
    </Dialog>
  )
}
