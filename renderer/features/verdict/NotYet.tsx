import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './verdict.module.css'

interface Props {
  inspection: string
  open: number
  looked: boolean
  onLook: () => void
}

/** As long as something is open nobody judges toward a threshold unnoticed: looking earlier asks first, and is written down. */
export function NotYet({ inspection, open, looked, onLook }: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const look = () => {
    setAsked(false)
    onLook()
  }
  if (looked) return <Notice tone="warning">{t('verdict.looked', { count: open })}</Notice>
  return (
    <div className={styles.notYet}>
      <p><strong>{t('verdict.stillOpen', { count: open })}</strong> {t('verdict.opensLater')}</p>
      <p className={styles.buttons}>
        <Link href={`/inspectie/${inspection}/oordelen`} className={styles.link}>{t('verdict.judgeOn')}</Link>
        <button type="button" data-quiet onClick={() => setAsked(true)}>{t('verdict.look')}</button>
      </p>
      {asked && (
        <Dialog title={t('verdict.look')} onClose={() => setAsked(false)}>
          <div className={styles.ask}>
            <p>{t('verdict.lookExplain')}</p>
            <p className={styles.buttons}>
              <button type="button" data-main onClick={look}>{t('verdict.lookYes')}</button>
              <button type="button" onClick={() => setAsked(false)}>{t('verdict.lookNo')}</button>
            </p>
          </div>
        </Dialog>
      )}
    </div>
  )
}
