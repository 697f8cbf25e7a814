import { useTranslation } from 'react-i18next'
import { ProgressBar } from './ProgressBar.tsx'
import styles from './Running.module.css'

interface Props {
  /** In pieces of the action's own kind; null as long as nothing is told. */
  progress: { done: number; total: number | null } | null
  label: string
  onCancel: () => void
}

/** How far a long action is, and the way to stop it. */
export function Running({ progress, label, onCancel }: Props) {
  const { t } = useTranslation()
  const { done, total } = progress ?? { done: 0, total: null }
  return (
    <div className={styles.running}>
      <span role="status">{label}</span>
      <span>{total !== null && t('running.of', { done, total })}</span>
      <button type="button" onClick={onCancel}>{t('running.stop')}</button>
      <ProgressBar done={done} total={total} label={label} />
    </div>
  )
}
