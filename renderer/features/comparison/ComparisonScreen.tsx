import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { ComparisonTable } from './ComparisonTable.tsx'
import styles from './comparison.module.css'
import { Developments } from './Developments.tsx'
import { RoundChoice } from './RoundChoice.tsx'
import { FILTERS, type Filter } from './row.ts'
import { TrendChart } from './TrendChart.tsx'

/** An assessment beside the rounds before it, as the published report prints them. */
export function ComparisonScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string[] | null>(null)
  const answer = useAnswer(api.comparison.trend, { inspection, rounds: chosen })
  const columns = answer.all.filter(({ id }) => answer.columns.includes(id))
  return (
    <Screen title={t('comparison.title')} lead={t('comparison.lead')}>
      {answer.all.length < 2 ? <Empty sentence={t('comparison.none')} /> : (
        <>
          {answer.all.length > 2 && <RoundChoice inspection={inspection} rounds={answer.all} shown={answer.columns} onChoose={setChosen} />}
          <Compared inspection={inspection} columns={columns} trend={answer.trend} />
        </>
      )}
    </Screen>
  )
}

type Answer = Awaited<ReturnType<typeof api.comparison.trend>>

/** The totals are told once all is judged, like the verdict: nobody judges toward a threshold unnoticed. */
function Compared({ inspection, columns, trend }: { inspection: string; columns: Answer['all']; trend: Answer['trend'] }) {
  const { t } = useTranslation()
  const open = trend.counts.at(-1)?.open ?? 0
  const [filter, setFilter] = useState<Filter>('all')
  return (
    <>
      {open > 0 ? <Notice tone="note">{t('comparison.totalsLater', { count: open })}</Notice> : (
        <>
          <TrendChart columns={columns} trend={trend} />
          {columns.length > 1 && <Developments inspection={inspection} rows={trend.rows} />}
        </>
      )}
      <div className={styles.filter} role="group" aria-label={t('comparison.filter')}>
        {FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={filter === one} onClick={() => setFilter(one)}>{t(`comparison.filter-${one}`)}</button>
        ))}
      </div>
      <ComparisonTable filter={filter} columns={columns} trend={trend} />
    </>
  )
}
