import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { api, useOrder } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'

/** The one question before a draft is gone. */
export function RemoveDraft({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const remove = useOrder(api.framework.draftRemove)
  return (
    <Dialog title={t('draft.remove')} onClose={onClose}>
      <p>{t('draft.removeAsk', { title: title || t('draft.new') })}</p>
      <button type="button" data-main onClick={() => remove.mutate({ id }, { onSuccess: () => navigate('/toetsingskaders') })}>{t('draft.removeYes')}</button>
    </Dialog>
  )
}
