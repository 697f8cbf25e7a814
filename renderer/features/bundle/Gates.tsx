import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { criteriaOf } from '../../../shared/domain/framework.ts'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import styles from './bundle.module.css'
import { usePlaces } from './use-places.ts'

interface Gate {
  code: 'open-expectations' | 'open-criteria' | 'open-facts' | 'differences' | 'missing-evidence' | 'missing-rationales' | 'colleague-unsigned' | 'danger-open' | 'privacy-hits' | 'pictures-unanswered' | 'privileged' | 'not-enrolled' | 'certificate-expired' | 'certificate-revoked' | 'unchecked-parts'
  blocks: boolean
  count: number
  items: readonly string[]
}

/** The list of what is left to do before signing; each place is a link to where it is done. */
export function Gates({ inspection, gates }: { inspection: string; gates: readonly Gate[] }) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(summary.framework.hash)
  const differences = useAnswer(api.inspection.differences, { inspection })
  const { judging, placeOf } = usePlaces(inspection, framework)
  if (gates.length === 0) return <p className={styles.free}>{t('sign.free')}</p>

  const criteria = new Set(criteriaOf(framework).map(({ id }) => id))
  const linksOf = ({ code, items }: Gate) => {
    if (code === 'not-enrolled' || code === 'certificate-expired' || code === 'certificate-revoked') return [{ to: '/toegang', text: t('access.title') }]
    if (code === 'open-facts') return [{ to: `/inspectie/${inspection}/eindoordeel`, text: t('stage.eindoordeel') }]
    if (code === 'unchecked-parts') return [{ to: `/inspectie/${inspection}/overnemen`, text: t('stage.overnemen') }]
    if (code === 'danger-open') return [{ to: `/inspectie/${inspection}/bezoekdag`, text: t('stage.bezoekdag') }]
    if (code === 'privacy-hits' || code === 'pictures-unanswered' || code === 'privileged') return [{ to: `/inspectie/${inspection}/privacy`, text: t('privacy.title') }]
    if (code === 'colleague-unsigned') return [] // what to do about it stands below, on the same screen
    if (code === 'missing-evidence') return [{ to: `/inspectie/${inspection}/documenten`, text: t('stage.documenten') }]
    const links = code === 'differences' ? differences.map(placeOf) : items.map((id) => judging(criteria.has(id) ? 'criterium' : 'verwachting', id))
    return [...new Map(links.map((link) => [link.to, link])).values()]
  }
  return (
    <ul className={styles.gates}>
      {gates.map((gate) => (
        <li key={gate.code} data-blocks={gate.blocks}>
          <strong>{t(`gate.${gate.code}`, { count: gate.count })}</strong>
          {!gate.blocks && <small> {t('sign.doesNotBlock')}</small>}
          <div className={styles.places}>{linksOf(gate).map(({ to, text }) => <Link key={to} href={to}>{text}</Link>)}</div>
        </li>
      ))}
    </ul>
  )
}
