import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './interview.module.css'

/** Covers everything until a key or a click; what was being typed stays where it was, and the key types nothing. */
export function Blank({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const wake = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <dialog ref={dialog} className={styles.blank} aria-label={t('interview.blanked')} onKeyDown={wake} onCancel={onDone} onClick={onDone}>
      <button type="button">{t('interview.unblank')}</button>
    </dialog>
  )
}
