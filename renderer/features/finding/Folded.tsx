import type { ReactNode, Ref } from 'react'
import styles from './finding.module.css'

/** Out of sight until it is wanted; once it is needed, without a fold. */
export function Folded({ ref, open, summary, children }: { ref: Ref<HTMLDetailsElement>; open: boolean; summary: string; children: ReactNode }) {
  if (open) return children
  return <details ref={ref} className={styles.folded}><summary>{summary}</summary>{children}</details>
}
