import styles from './SixWords.module.css'

/** Six words that two people read to each other, large and in order. */
export function SixWords({ words, label }: { words: readonly string[]; label: string }) {
  return (
    <ol className={styles.words} aria-label={label}>
      {words.map((word, place) => <li key={place}>{word}</li>)}
    </ol>
  )
}
