import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import styles from './Combo.module.css'

export interface Option {
  id: string
  /** What is searched, and what stands in the field once it is chosen. */
  text: string
  shown?: ReactNode
}

interface Props {
  /** Given by `Labelled`. */
  id?: string
  options: readonly Option[]
  value: string | null
  empty: string
  onChoose: (id: string) => void
}

const SHOWN = 50

/** Chooses from many by typing a part (the ARIA combobox pattern with a list): arrows move, Enter chooses, Escape leaves it as it was. */
export function Combo({ id, options, value, empty, onChoose, ...described }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const list = useId()
  const found = typed === null ? [] : matching(options, typed).slice(0, SHOWN)
  const chosen = options.find((option) => option.id === value)

  const open = (text: string) => {
    setTyped(text)
    setActive(0)
  }
  const choose = (option: Option) => {
    setTyped(null)
    onChoose(option.id)
  }
  const press = (event: KeyboardEvent) => {
    const act = keys(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }
  const keys = (key: string) => {
    if (typed === null) return key === 'ArrowDown' ? () => open('') : undefined
    if (key === 'ArrowDown') return () => setActive(Math.min(active + 1, found.length - 1))
    if (key === 'ArrowUp') return () => setActive(Math.max(active - 1, 0))
    if (key === 'Escape') return () => setTyped(null)
    const option = found[active]
    return key === 'Enter' && option ? () => choose(option) : undefined
  }

  return (
    <div className={styles.combo}>
      <input
        {...described}
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={typed !== null}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={found[active] && `${list}-${active}`}
        value={typed ?? chosen?.text ?? ''}
        onChange={({ target }) => open(target.value)}
        onClick={() => typed === null && open('')}
        onBlur={() => setTyped(null)}
        onKeyDown={press}
      />
      <ul id={list} role="listbox" aria-label={chosen?.text ?? empty} hidden={typed === null}>
        {found.map((option, place) => (
          <li
            key={option.id}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === active}
            ref={(item) => { if (place === active) item?.scrollIntoView({ block: 'nearest' }) }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.shown ?? option.text}
          </li>
        ))}
        {typed !== null && found.length === 0 && <li role="option" aria-disabled aria-selected={false}>{empty}</li>}
      </ul>
    </div>
  )
}

/** All words typed occur, whatever the accents and capitals. */
function matching(options: readonly Option[], typed: string): Option[] {
  const words = plain(typed).split(/\s+/)
  return options.filter(({ text }) => words.every((word) => plain(text).includes(word)))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
