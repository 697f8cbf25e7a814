import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lastDayOf } from '../../../shared/domain/month.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './claim.module.css'

/** Takes the monthly figures of the organisation into its key data, so that they stand in the report; nothing where there are none. */
export function TakeFigures({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const { figures } = useAnswer(api.monthlyFigure.list, { organisation: summary.organisation.id })
  const [chosen, setChosen] = useState<number | null>(null)
  const take = useOrder(api.claim.takeFigures)
  const place = chosen ?? figures.length - 1
  const month = figures[place]
  if (!month) return null
  return (
    <>
      <div className={styles.add}>
        <Labelled label={t('claim.figures')} hint={t('claim.figuresHint')}>
          <select value={place} onChange={({ target }) => setChosen(Number(target.value))}>
            {figures.map(({ month: of, system }, at) => <option key={`${of} ${system}`} value={at}>{shortDayOf(lastDayOf(of))}, {system}</option>)}
          </select>
        </Labelled>
        <button type="button" disabled={take.isPending} onClick={() => take.mutate({ inspection, month: month.month, system: month.system })}>{t('claim.takeFigures')}</button>
      </div>
      {take.isSuccess && <p role="status">{t('claim.figuresTaken', { count: take.data.taken })}</p>}
    </>
  )
}
