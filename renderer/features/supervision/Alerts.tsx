import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { today } from '../../ui/today.ts'
import styles from './supervision.module.css'
import { alertOf, type File, leftOf } from './told.ts'

/** What is due soon or late, most urgent first. */
export function Alerts({ alerts }: Pick<File, 'alerts'>) {
  const { t } = useTranslation()
  if (alerts.length === 0) return <p className={styles.soft}>{t('supervision.noAlerts')}</p>
  return <Notice tone="warning"><strong>{t('supervision.alerts')}</strong><ul>{alerts.map((alert) => <Line key={`${alert.kind} ${alert.id}`} alert={alert} />)}</ul></Notice>
}

const Line = ({ alert }: { alert: File['alerts'][number] }) => (
  <li>{alertOf(alert)} – {alert.due !== null && <>{shortDayOf(alert.due)}, </>}<strong>{leftOf(alert)}</strong></li>
)

/** The same of all organisations, on the list where the office begins; nothing while nothing is due. */
export function StartAlerts() {
  const { t } = useTranslation()
  const told = useAnswer(api.supervision.alerts, { today: today() })
  if (told.length === 0) return null
  return (
    <Notice tone="warning">
      <h2 className={styles.startTitle}>{t('supervision.alertsStart')}</h2>
      <ul>
        {told.map(({ organisation, alerts }) => (
          <li key={organisation.id}>
            <Link href={`/organisaties/${organisation.id}`}>{organisation.name}</Link>
            <ul>{alerts.map((alert) => <Line key={`${alert.kind} ${alert.id}`} alert={alert} />)}</ul>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
