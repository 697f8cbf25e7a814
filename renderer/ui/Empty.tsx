import type { ReactNode } from 'react'
import styles from './Empty.module.css'

/** What stands where nothing is yet: one sentence, and the one button that starts it. */
export function Empty({ sentence, children }: { sentence: string; children?: ReactNode }) {
  return <div className={styles.empty}><p>{sentence}</p>{children}</div>
}
