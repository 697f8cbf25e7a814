import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { useNames } from '../../field/orders.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import styles from './improvement.module.css'
import { StateMark } from './StateMark.tsx'

/** Everything that became of a point, by the day on which it was so. */
export function Timeline({ inspection, point }: { inspection: string; point: string }) {
  const { t } = useTranslation()
  const names = useNames()
  const moments = useAnswer(api.improvement.timeline, { inspection, point })
  if (moments.length === 0) return <p>{t('improvement.noTimeline')}</p>
  return (
    <ol className={styles.time}>
      {moments.map(({ on, kind, label, text, state, percent, source, reason, author }, place) => (
        <li key={place}>
          <small>{on === null ? '–' : shortDayOf(on)}</small>
          <div>
            <p>{state ? <StateMark state={state} /> : <strong>{[label, t(`improvement.moment-${kind}`)].filter(Boolean).join(' · ')}</strong>}{percent !== null && ` ${percent} %`}</p>
            {text && <p>{text}</p>}
            {reason && <p>{reason}</p>}
            <small>{[source, author && names(author)].filter(Boolean).join(' · ')}</small>
          </div>
        </li>
      ))}
    </ol>
  )
}
