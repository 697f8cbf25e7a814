import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react'
import styles from './finding.module.css'

/** What the keys of the rating group do besides rating. */
export interface Going {
  /** To the next item, or the one before it. */
  move: (by: 1 | -1) => void
  help: () => void
  /** Whether the person arrives here on purpose, so that the focus comes along; a new object for every arrival. */
  arrival: { goes: boolean }
  /** Whether keys are on, and nothing else is on its way to the screen. */
  keys: boolean
}

interface Props {
  ref: RefObject<HTMLDivElement | null>
  label: string
  going: Going
  /** By their key, lower case. */
  grades: Readonly<Record<string, () => void>>
  onWrite: () => void
  children: ReactNode
}

/** The one place where single keys act, and only while it has the focus (WCAG 2.1.4). Who writes a reason in it keeps all keys. */
export function KeyGroup({ ref, label, going: { move, help, arrival, keys }, grades, onWrite, children }: Props) {
  useEffect(() => {
    if (arrival.goes) ref.current?.focus()
  }, [ref, arrival])

  const act = (event: KeyboardEvent) => {
    const on = event.target as HTMLElement
    if (!keys || event.ctrlKey || event.metaKey || event.altKey || on.matches('input, textarea')) return
    if (event.key === 'Enter' && on.matches('button:not([aria-pressed="true"])')) return
    const action = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: onWrite, '?': help }[event.key]
      ?? (event.repeat ? undefined : grades[event.key.toLowerCase()])
    if (!action) return
    event.preventDefault()
    action()
  }
  return <div ref={ref} role="group" aria-label={label} tabIndex={-1} className={styles.group} onKeyDown={act}>{children}</div>
}
