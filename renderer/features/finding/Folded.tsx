import type { ReactNode, Ref } from 'react'
import styles from './finding.module.css'

/** Out of sight until it is wanted; once it is needed, without a fold. What is being written in it stays where it is when that comes about. */
export function Folded({ ref, open, summary, children }: { ref: Ref<HTMLDetailsElement>; open: boolean; summary: string; children: ReactNode }) {
  return <details ref={ref} className={styles.folded} open={open}><summary hidden={open}>{summary}</summary>{children}</details>
}
