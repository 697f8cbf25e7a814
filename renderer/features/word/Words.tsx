import { wordDifference } from '../../../shared/domain/word-difference.ts'
import styles from './word.module.css'

/** What became of a text, word by word. */
export function Words({ before, after }: { before: string; after: string }) {
  return (
    <p className={styles.text}>
      {wordDifference(before, after).map(({ kind, text }, at) =>
        kind === 'removed' ? <del key={at}>{text}</del> : kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>)}
    </p>
  )
}
