import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import styles from './comparison.module.css'
import { Developments } from './Developments.tsx'
import { FILTERS, type Filter } from './row.ts'
import { Totals } from './Totals.tsx'

type Answer = NonNullable<Awaited<ReturnType<typeof api.comparison.get>>>

/** An assessment beside the round before it, as the published report prints them. */
export function ComparisonScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const answer = useAnswer(api.comparison.get, { inspection })
  return (
    <Screen title={t('comparison.title')} lead={t('comparison.lead')}>
      {answer ? <Compared answer={answer} /> : <Empty sentence={t('comparison.none')} />}
    </Screen>
  )
}

/** The totals are told once all is judged, like the verdict: nobody judges toward a threshold unnoticed. */
function Compared({ answer: { before, after, comparison } }: { answer: Answer }) {
  const { t } = useTranslation()
  const { open } = comparison.counts.after
  const [filter, setFilter] = useState<Filter>('all')
  const frameworkBefore = useFramework(useAnswer(api.inspection.get, { inspection: before.id }).summary.framework.hash)
  const framework = useFramework(useAnswer(api.inspection.get, { inspection: after.id }).summary.framework.hash)
  return (
    <>
      {open > 0 ? <Notice tone="note">{t('comparison.totalsLater', { count: open })}</Notice> : (
        <>
          <Totals before={before} after={after} counts={comparison.counts} />
          <Developments inspection={after.id} comparison={comparison} />
        </>
      )}
      <div className={styles.filter} role="group" aria-label={t('comparison.filter')}>
        {FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>{t(`comparison.filter-${one}`)}</button>
        ))}
      </div>
      <ComparisonTable filter={filter} before={before} after={after} comparison={comparison} framework={framework} frameworkBefore={frameworkBefore} />
    </>
  )
}
