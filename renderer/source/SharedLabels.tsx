import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../api.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './source.module.css'

/** Sources that have the same label, as when two laptops each gave one: of each a button for another. Nothing when there are none. */
export function SharedLabels({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { sources, shared } = useAnswer(api.source.coverage, { inspection })
  const renumber = useOrder(api.source.renumber)
  if (shared.length === 0) return null
  return (
    <Notice tone="warning">
      <p>{t('source.shared', { labels: shared.join(', ') })}</p>
      <ul className={styles.shared}>
        {sources.filter(({ label }) => label !== null && shared.includes(label)).map(({ id, label, title, kind }) => (
          <li key={id}>
            [{label}] {title} <small>{t(`source.kind-${kind}`)}</small>{' '}
            <button type="button" data-quiet disabled={renumber.isPending} onClick={() => renumber.mutate({ inspection, source: id })}>{t('source.renumber', { name: `[${label}] ${title}`.trim() })}</button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
