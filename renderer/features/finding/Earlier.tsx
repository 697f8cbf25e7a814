import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './finding.module.css'

interface Props {
  /** The statement was worded otherwise, so the earlier answer was to another question. */
  changed?: boolean
  texts: readonly { label: string | null; text: string | null }[]
  /** The answer of the earlier round. */
  children: ReactNode
}

/** The earlier round as context: to read, never an answer that is filled in. */
export function Earlier({ changed = false, texts, children }: Props) {
  const { t } = useTranslation()
  return (
    <aside className={styles.earlier} aria-label={t('finding.earlier')}>
      <p>
        <span className={styles.tag}>{t('finding.earlier')}</span> {children}
        {changed && <span className={styles.changed}>{t('finding.changed')}</span>}
      </p>
      {texts.map(({ label, text }) => text && <p key={label} className={styles.quote}>{label && <b>{label} </b>}{text}</p>)}
    </aside>
  )
}
