import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../api.ts'
import { Notice } from '../ui/Notice.tsx'

/** The pictures of which nobody said yet whether people can be seen: the first opens where it can be looked at and answered. */
export function PicturesToAnswer({ inspection, onOpen }: { inspection: string; onOpen: (evidence: string) => void }) {
  const { t } = useTranslation()
  const pictures = useAnswer(api.privacy.pictures, { inspection })
  if (pictures.length === 0) return null
  return (
    <Notice tone="warning">
      <p>{t('privacy.pictures', { count: pictures.length })}</p>
      <button type="button" onClick={() => onOpen(pictures[0]!.id)}>{t('privacy.openPicture')}</button>
    </Notice>
  )
}
