import { useTranslation } from 'react-i18next'
import type { Arrival } from '../../../shared/api/bundle.ts'
import styles from './bundle.module.css'

/** What to know of a bundle although it is taken over. */
export function Warnings({ warnings }: Pick<Arrival, 'warnings'>) {
  const { t } = useTranslation()
  const sentenceOf = ({ code, count, items }: Arrival['warnings'][number]) => {
    if (code === 'gap') return t('warning.gap', { count, missing: items.join(', ') })
    if (code === 'not-in-team') return t('warning.not-in-team', { count, names: items.join(', ') })
    return code === 'framework-differs' || code === 'clock-ahead' ? t(`warning.${code}`, { count }) : t(`gate.${code}`, { count })
  }
  if (warnings.length === 0) return null
  return <ul className={styles.warnings}>{warnings.map((warning) => <li key={warning.code}>{sentenceOf(warning)}</li>)}</ul>
}
