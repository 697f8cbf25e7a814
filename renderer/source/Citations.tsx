import { useTranslation } from 'react-i18next'
import { citationsIn } from '../../shared/domain/source.ts'
import { Notice } from '../ui/Notice.tsx'
import { Cited } from './Cited.tsx'
import styles from './source.module.css'
import { useAllSources } from './sources.ts'

/** The sources that a rationale names between square brackets, each a way to it; what names none or more than one is marked. */
export function Citations({ inspection, text }: { inspection: string; text: string }) {
  const { t } = useTranslation()
  const labels = citationsIn(text)
  const all = useAllSources(inspection)
  if (labels.length === 0 || !all) return null
  const known = (label: string) => all.sources.filter((source) => source.label === label)
  const unknown = labels.filter((label) => known(label).length === 0)
  const shared = labels.filter((label) => known(label).length > 1)
  return (
    <div className={styles.citations} role="group" aria-label={t('source.citations')}>
      <span>{t('source.citations')}</span>
      {labels.flatMap(known).map((source) => <Cited key={source.id} inspection={inspection} source={source} />)}
      {unknown.length > 0 && <Notice tone="warning">{t('source.unknown', { labels: unknown.map((label) => `[${label}]`).join(', ') })}</Notice>}
      {shared.length > 0 && <Notice tone="warning">{t('source.shared', { labels: shared.join(', ') })}</Notice>}
    </div>
  )
}
