import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TakenOver } from '../../../shared/domain/paper-round.ts'
import { wordDifference } from '../../../shared/domain/word-difference.ts'
import { TakenOverNote } from '../../source/TakenOverNote.tsx'
import styles from './finding.module.css'

/** How an expectation was numbered and worded then, and how it is worded now. */
interface Was {
  number: string
  statement: string
  now: string
  language: string
}

interface Props {
  /** The statement was worded otherwise, so the earlier answer was to another question. */
  changed?: boolean
  was?: Was | null
  texts: readonly { label: string | null; text: string | null }[]
  takenOver: TakenOver | null
  /** Where in a report that was taken over it stands. */
  part: string
  /** The answer of the earlier round. */
  children: ReactNode
}

/** The earlier round as context: to read, never an answer that is filled in. */
export function Earlier({ changed = false, was = null, texts, takenOver, part, children }: Props) {
  const { t } = useTranslation()
  return (
    <aside className={styles.earlier} aria-label={t('finding.earlier')}>
      <p>
        <span className={styles.tag}>{t('finding.earlier')}</span> {children}
        {was && <span className={styles.changed}>{changed ? t('finding.changed') : t('comparison.thenNumber', { number: was.number })}</span>}
      </p>
      {was && changed && <Reworded {...was} />}
      {texts.map(({ label, text }) => text && <p key={label} className={styles.quote}>{label && <b>{label} </b>}{text}</p>)}
      {takenOver && <TakenOverNote takenOver={takenOver} part={part} />}
    </aside>
  )
}

/** The statement of then and that of now in one, word by word. */
function Reworded({ statement, now, language }: Was) {
  return (
    <p className={styles.quote} lang={language}>
      {wordDifference(statement, now).map(({ kind, text }, at) =>
        kind === 'removed' ? <del key={at}>{text}</del> : kind === 'added' ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>)}
    </p>
  )
}
