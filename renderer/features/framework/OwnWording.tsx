import { useTranslation } from 'react-i18next'
import styles from './framework.module.css'

/** Marks words that are not those of the published framework. */
export function OwnWording({ wording = 'ownWording' }: { wording?: 'official' | 'ownWording' }) {
  const { t } = useTranslation()
  return wording === 'ownWording' && <span className={styles.own}>{t('framework.ownMark')}</span>
}
