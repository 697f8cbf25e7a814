import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SixWords } from '../../ui/SixWords.tsx'
import styles from './enrolment.module.css'

interface Props {
  lead: ReactNode
  words: readonly string[]
  /** Why these words need no confirming now; null where they do. */
  known: string | null
  confirm: string
  children: (confirmed: boolean) => ReactNode
}

/** Six words that must have been read to each other before what follows can be done. */
export function Confirmed({ lead, words, known, confirm, children }: Props) {
  const { t } = useTranslation()
  const [confirmed, setConfirmed] = useState(known !== null)
  return (
    <div className={styles.confirmed}>
      <p>{lead}</p>
      <SixWords words={words} label={t('access.words')} />
      {known !== null ? <p>{known}</p> : (
        <label className={styles.check}>
          <input type="checkbox" checked={confirmed} onChange={({ target }) => setConfirmed(target.checked)} /> {confirm}
        </label>
      )}
      {children(confirmed)}
    </div>
  )
}
