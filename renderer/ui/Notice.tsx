import type { ReactNode } from 'react'
import styles from './Notice.module.css'

interface Props {
  /** `refused` is read aloud at once; `warning` asks for a second look; `note` only informs. */
  tone: 'refused' | 'warning' | 'note'
  id?: string
  children: ReactNode
}

const SIGNS = { refused: '✕', warning: '!', note: 'i' } as const

export function Notice({ tone, id, children }: Props) {
  return (
    <div className={styles.notice} id={id} data-tone={tone} role={tone === 'refused' ? 'alert' : undefined}>
      <span className={styles.sign} aria-hidden>{SIGNS[tone]}</span>
      <div>{children}</div>
    </div>
  )
}
