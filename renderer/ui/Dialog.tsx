import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'

/** What asks for attention above the screen, as long as it is drawn; Escape closes it, and focus goes back to where it was. */
export function Dialog({ title, wide = false, onClose, children }: { title: string; wide?: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => { // before it is taken away: only then does the focus go back
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} data-wide={wide || undefined} aria-label={title} onCancel={onClose}>
      <h2>{title}</h2>
      {children}
      <button type="button" data-quiet className={styles.close} onClick={onClose}>{t('dialog.close')}</button> {/* last, so that the focus begins at the content */}
    </dialog>
  )
}
