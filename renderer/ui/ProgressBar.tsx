import styles from './ProgressBar.module.css'

/** How much of a whole is done, as a bar; the words stand beside it or in `label`. */
export function ProgressBar({ done, total, label }: { done: number; total: number | null; label: string }) {
  return <progress className={styles.bar} aria-label={label} max={total ?? 1} {...(total === null ? {} : { value: done })} />
}
