import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { Part } from '../../ui/Screen.tsx'

/** What became of it since the earlier round, in one line; the table has a screen of its own. */
export function Development({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const answer = useAnswer(api.comparison.get, { inspection })
  if (!answer) return null
  const { counts, improved, worsened } = answer.comparison
  return (
    <Part title={t('verdict.development')}>
      <p>
        {t('verdict.developed', { before: counts.before.met, beforeOf: counts.before.assessed, after: counts.after.met, afterOf: counts.after.assessed })}
        {` · ${t('verdict.improved', { count: improved.length })} · ${t('verdict.worsened', { count: worsened.length })}`}
      </p>
      <Link href={`/inspectie/${inspection}/vergelijking`}>{t('verdict.compare')}</Link>
    </Part>
  )
}
