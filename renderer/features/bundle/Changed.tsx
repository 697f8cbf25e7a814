import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import styles from './bundle.module.css'
import { usePlaces } from './use-places.ts'

/** What was changed after signing, place by place: the signature is not about that. */
export function Changed({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const changed = useAnswer(api.bundle.changed, { inspection })
  if (!changed) return null
  return (
    <Notice tone="warning">
      <p><strong>{t('sign.changed', { moment: momentOf(changed.at), sequence: changed.sequence })}</strong></p>
      <Fields inspection={inspection} places={changed.places} />
      <p>{t('sign.changedNext')}</p>
    </Notice>
  )
}

/** Fields by where they are, each with the way to it. */
export function Fields({ inspection, places }: { inspection: string; places: readonly { entity: string; entityId: string; field: string }[] }) {
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const { fieldsByPlace } = usePlaces(inspection, useFramework(summary.framework.hash))
  return (
    <ul className={styles.fields}>
      {fieldsByPlace(places).map(({ to, text, fields }) => (
        <li key={to}><Link href={to}>{text}</Link>{fields.length > 0 && ` ${fields.join(', ')}`}</li>
      ))}
    </ul>
  )
}
