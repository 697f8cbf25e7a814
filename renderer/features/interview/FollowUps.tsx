import { useTranslation } from 'react-i18next'
import styles from './interview.module.css'
import type { Written } from './talk.ts'

/** What was said and is to be asked after elsewhere. */
export function FollowUps({ notes }: { notes: readonly Written[] }) {
  const { t } = useTranslation()
  const waiting = notes.filter(({ followUp }) => followUp.value === 'open')
  return (
    <>
      <h3>{t('interview.followUps')}</h3>
      {waiting.length === 0
        ? <p>{t('interview.noFollowUps')}</p>
        : <ul className={styles.open}>{waiting.map(({ id, text }) => <li key={id}>{text.value ?? t('rating.erased')}</li>)}</ul>}
    </>
  )
}
