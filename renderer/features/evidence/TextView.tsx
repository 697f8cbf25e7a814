import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/Notice.tsx'
import styles from './evidence.module.css'

/** A text as its letters: nothing in it is markup here. */
export function TextView({ address, label }: { address: string; label: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const whole = await (await fetch(address)).text()
      if (!gone) setText(whole)
    }
    read().catch(() => setText(''))
    return () => { gone = true }
  }, [address])
  if (text === null) return <p role="status">{t('evidence.opening')}</p>
  return text === '' ? <Notice tone="warning">{t('evidence.notShown')}</Notice> : <pre className={styles.text} tabIndex={0} role="region" aria-label={label}>{text}</pre>
}
