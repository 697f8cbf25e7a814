import { useTranslation } from 'react-i18next'
import { isPicture, isShown } from '../../../shared/domain/evidence.ts'
import { api, useAnswer } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './evidence.module.css'

/** The picture or the sound itself; other files are never opened here, for nothing in them may run. */
export function Shown({ inspection, evidence, rotation, label }: { inspection: string; evidence: string; rotation: number; label: string }) {
  const { t } = useTranslation()
  const { handle, type } = useAnswer(api.evidence.view, { inspection, evidence })
  if (handle === null) return <Notice tone="warning">{t('evidence.gone')}</Notice>
  const address = `/evidence/${handle}`
  if (!isShown(type)) return <Notice tone="note">{t('evidence.notShown')}</Notice>
  if (!isPicture(type)) return <audio controls src={address} className={styles.sound} aria-label={label} />
  return <div className={styles.frame}><img src={address} alt={t('evidence.picture', { label })} data-rotation={rotation} /></div>
}
