import { useTranslation } from 'react-i18next'
import { wordDifference } from '../../../shared/domain/word-difference.ts'
import { Part } from '../../ui/Screen.tsx'
import styles from './factual-check.module.css'
import type { Told } from './told.ts'

/** Every text that is not what the organisation was given any more, with its words marked. */
export function Changed({ changed }: { changed: Told['changed'] }) {
  const { t } = useTranslation()
  return (
    <Part title={t('factualCheck.changed', { count: changed.length })}>
      <ul className={styles.list}>
        {changed.map(({ line, number, before, after }) => (
          <li key={line}><p className={styles.small}>{t('factualCheck.fromLine', { line })} · {number}</p><Rewritten before={before} after={after} /></li>
        ))}
      </ul>
    </Part>
  )
}

/** A text with what went and what came, word by word. */
export function Rewritten({ before, after }: { before: string | null; after: string | null }) {
  const { t } = useTranslation()
  if (before === null || after === null) return <p className={styles.quote}>{before ?? after} <strong>× {t('factualCheck.unreadable')}</strong></p>
  return (
    <p className={styles.quote}>
      {wordDifference(before, after).map(({ kind, text }, at) =>
        kind === 'removed' ? <del key={at}>{text}</del> : kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>)}
    </p>
  )
}
