import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../api.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './privacy.module.css'

/** The pictures of which nobody said yet whether people can be seen: each opens where it can be looked at and answered. */
export function PicturesToAnswer({ inspection, onOpen }: { inspection: string; onOpen: (evidence: string) => void }) {
  const { t } = useTranslation()
  const pictures = useAnswer(api.privacy.pictures, { inspection })
  if (pictures.length === 0) return null
  return (
    <Notice tone="warning">
      <p>{t('privacy.pictures', { count: pictures.length })}</p>
      <div className={styles.choices}>
        {pictures.map(({ id, label }) => <button key={id} type="button" onClick={() => onOpen(id)}>{t('privacy.openPicture', { label: label ?? '≠' })}</button>)}
      </div>
    </Notice>
  )
}
