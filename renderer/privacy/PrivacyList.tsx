import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../api.ts'
import { FoundItem } from './FoundItem.tsx'
import { PictureItem } from './PictureQuestion.tsx'
import styles from './privacy.module.css'
import { PrivilegedItem } from './Privileged.tsx'

/** Everything that waits for an answer before handing over, one by one and answered here: texts, pictures, and that on which privilege rests. */
export function PrivacyList({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const hits = useAnswer(api.privacy.list, { inspection })
  const pictures = useAnswer(api.privacy.pictures, { inspection })
  const privileged = useAnswer(api.privacy.privileged, { inspection })
  if (hits.length + pictures.length + privileged.length === 0) return <p role="status" className={styles.free}>{t('privacy.free')}</p>
  return (
    <ul className={styles.hits}>
      {privileged.map((one) => <PrivilegedItem key={one.entityId} inspection={inspection} privileged={one} />)}
      {pictures.map((picture) => <PictureItem key={picture.id} inspection={inspection} picture={picture} />)}
      {hits.map((hit) => <FoundItem key={`${hit.change}${hit.at}${hit.start}`} inspection={inspection} hit={hit} />)}
    </ul>
  )
}
