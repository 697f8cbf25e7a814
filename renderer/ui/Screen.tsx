import type { ReactNode } from 'react'
import styles from './Screen.module.css'

interface Props {
  title: ReactNode
  /** One sentence below the title. */
  lead?: ReactNode
  /** The buttons of the whole screen. */
  actions?: ReactNode
  children: ReactNode
}

/** One screen: its one h1, what can be done on it as a whole, and its content. `main` is around it already. */
export function Screen({ title, lead, actions, children }: Props) {
  return (
    <div className={styles.screen}>
      <header>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A part of a screen under its own heading. */
export function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
