import type { Development } from '../../../shared/domain/comparison.ts'
import styles from './comparison.module.css'

const SIGNS: Readonly<Record<Development | 'unchanged', string>> = {
  improved: '▲', worsened: '▼', unchanged: '=', 'unchanged-met': '=', 'unchanged-not-met': '=', other: '·', 'not-assessed': '',
}

/** Which way it went; the word stands beside it. */
export function Arrow({ development }: { development: Development | 'unchanged' }) {
  return <span className={styles.arrow} data-development={development} aria-hidden>{SIGNS[development]}</span>
}
