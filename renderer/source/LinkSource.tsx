import { useTranslation } from 'react-i18next'
import { linkIdOf } from '../../shared/domain/source.ts'
import { api } from '../api.ts'
import { useFieldOrder } from '../field/orders.ts'
import styles from './source.module.css'
import { useAllSources } from './sources.ts'

/** Says of a source that it speaks to this expectation. */
export function LinkSource({ inspection, expectation, speaking }: { inspection: string; expectation: string; speaking: readonly string[] }) {
  const { t } = useTranslation()
  const record = useFieldOrder(api.field.record)
  const others = useAllSources(inspection)?.sources.filter(({ id }) => !speaking.includes(id)) ?? []
  if (others.length === 0) return null
  const link = async (source: string) => {
    const place = { inspection, entity: 'link', entityId: linkIdOf(source, expectation), field: 'linked' }
    const { field } = await api.field.get(place)
    record.mutate({ ...place, value: true, reason: null, seen: field.heads.map(({ id }) => id) })
  }
  return (
    <label className={styles.link}>
      {t('source.link')}
      <select value="" onChange={({ target }) => void link(target.value)}>
        <option value="">{t('source.choose')}</option>
        {others.map(({ id, label, title }) => <option key={id} value={id}>{label && `[${label}] `}{title}</option>)}
      </select>
    </label>
  )
}
