import { useTranslation } from 'react-i18next'
import { placesIn } from '../../shared/domain/source.ts'
import { Notice } from '../ui/Notice.tsx'
import { Cited } from './Cited.tsx'
import styles from './source.module.css'
import { useAllSources } from './sources.ts'

/** The sources that a rationale names between square brackets, each a way to it and to its page; what names none or more than one is marked. */
export function Citations({ inspection, text }: { inspection: string; text: string }) {
  const { t } = useTranslation()
  const places = placesIn(text)
  const all = useAllSources(inspection)
  if (places.length === 0 || !all) return null
  const citable = [...all.sources, ...all.files.map((file) => ({ ...file, kind: 'file', title: '' }))]
  const known = (label: string) => citable.filter((source) => source.label === label)
  const labels = [...new Set(places.map(({ label }) => label))]
  const unknown = labels.filter((label) => known(label).length === 0)
  const shared = labels.filter((label) => known(label).length > 1)
  return (
    <div className={styles.citations} role="group" aria-label={t('source.citations')}>
      <span>{t('source.citations')}</span>
      {places.flatMap(({ label, page }) => known(label).map((source) => (
        <Cited key={`${source.id} ${page}`} inspection={inspection} source={source} page={page} scan={all.scans.find(({ scanOf }) => scanOf === source.id)?.id ?? null} />
      )))}
      {unknown.length > 0 && <Notice tone="warning">{t('source.unknown', { labels: unknown.map((label) => `[${label}]`).join(', ') })}</Notice>}
      {shared.length > 0 && <Notice tone="warning">{t('source.shared', { labels: shared.join(', ') })}</Notice>}
    </div>
  )
}
