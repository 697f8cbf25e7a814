import { useTranslation } from 'react-i18next'
import { dayOf } from '../../i18n/i18n.ts'
import { Part } from '../../ui/Screen.tsx'
import { Alerts } from './Alerts.tsx'
import type { File } from './told.ts'

/** What is due, under which supervision the organisation is, and what was published beside what was established since. */
export function Standing({ file: { alerts, standings, published } }: { file: File }) {
  const { t } = useTranslation()
  return (
    <Part title={t('supervision.standing')}>
      <Alerts alerts={alerts} />
      {standings.map(({ id, state, ends, days, gap }) => (
        <p key={id}>{t(`supervision.state.${state}`, { ends: dayOf(ends), days })} {gap && t('supervision.gap')}</p>
      ))}
      <h3>{t('supervision.current')}</h3>
      {published === null ? <p>{t('supervision.noPublished')}</p> : (
        <>
          <p>{t('supervision.published', { ...published, day: dayOf(published.day) })}</p>
          {published.since.length === 0 ? <p>{t('supervision.sinceNone')}</p> : (
            <div>
              <p>{t('supervision.since', { count: published.since.length })}</p>
              <ul>{published.since.map((point, index) => <li key={index}>{point}</li>)}</ul>
            </div>
          )}
        </>
      )}
    </Part>
  )
}
