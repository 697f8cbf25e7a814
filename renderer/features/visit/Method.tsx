import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { Part } from '../../ui/Screen.tsx'

/** How the inspection was done so far, as the annex of the report will say it. */
export function Method({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const sentences = useAnswer(api.visit.method, { inspection })
  return (
    <Part title={t('visit.method')}>
      <p>{t('visit.methodLead')}</p>
      <ul lang="nl">{sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </Part>
  )
}
