import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { QuickNoteForm } from './QuickNoteForm.tsx'

/** Ctrl+Space, wherever one is in an inspection, opens a small note; what is typed is kept when it is closed. */
export function QuickNote({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || !event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  if (!open) return null
  return (
    <Dialog title={t('visit.quickNote')} onClose={() => setOpen(false)}>
      <Suspense fallback={null}><QuickNoteForm inspection={inspection} onDone={() => setOpen(false)} /></Suspense>
    </Dialog>
  )
}
