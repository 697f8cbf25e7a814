import { useTranslation } from 'react-i18next'
import type { Column } from '../../../shared/api/comparison.ts'
import type { Trend } from '../../../shared/domain/trend.ts'
import { dayOf, labelOf } from '../../i18n/i18n.ts'
import { TakenOverNote } from '../../source/TakenOverNote.tsx'
import table from '../../ui/table.module.css'
import styles from './comparison.module.css'
import { useKindName } from './round.ts'

const [HEIGHT, WIDTH, BAR] = [120, 96, 40]

/** How many were met in each round, as a table; the bars beside it say the same, of a visit to a part the rest as a dashed line. */
export function TrendChart({ columns, trend }: { columns: readonly Column[]; trend: Trend }) {
  const { t } = useTranslation()
  const kindOf = useKindName()
  return (
    <div className={styles.trend}>
      <svg viewBox={`0 0 ${columns.length * WIDTH} ${HEIGHT + 20}`} width={columns.length * WIDTH} height={HEIGHT + 20} role="img" aria-label={t('comparison.chart')}>
        {trend.marks.map((marks, at) => {
          const whole = (marks?.assessed ?? 0) + trend.counts[at]!.notExamined
          const heightOf = (count: number) => (whole === 0 ? 0 : (HEIGHT * count) / whole)
          const left = at * WIDTH + (WIDTH - BAR) / 2
          const bar = (kind: string | undefined, count: number) => <rect className={kind} x={left} y={HEIGHT - heightOf(count)} width={BAR} height={heightOf(count)} />
          return (
            <g key={columns[at]!.id}>
              {bar(styles.barLeft, whole)}
              {bar(styles.barAll, marks?.assessed ?? 0)}
              {bar(styles.barMet, marks?.met ?? 0)}
              <text x={left + BAR / 2} y={HEIGHT + 16} textAnchor="middle">{columns[at]!.firstDay?.slice(0, 4) ?? '–'}</text>
            </g>
          )
        })}
      </svg>
      <div className={table.scroll}>
        <table className={table.table}>
          <caption className={styles.unseen}>{t('comparison.chart')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('comparison.round')}</th>
              <th scope="col" className={table.number}>{t('comparison.met')}</th>
              <th scope="col">{t('inspection.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => {
              const { marks, counts } = { marks: trend.marks[at], counts: trend.counts[at]! }
              const outcome = column.framework.outcomes.find(({ code }) => code === column.outcome)
              return (
                <tr key={column.id}>
                  <th scope="row" className={styles.round}>
                    {kindOf(column)}{column.firstDay && `, ${dayOf(column.firstDay)}`}
                    {column.takenOver && <TakenOverNote takenOver={column.takenOver} />}
                  </th>
                  <td className={table.number}>
                    <strong>{marks ? t('comparison.metOf', { met: marks.met, assessed: marks.assessed }) : '–'}</strong>
                    {marks?.printed && <small>{t('comparison.printed')}</small>}
                    {counts.notExamined > 0 && <small>{t('comparison.notExamined', { count: counts.notExamined })}</small>}
                  </td>
                  <td>{outcome ? labelOf(outcome) : counts.notExamined > 0 ? t('comparison.noVerdict') : '–'}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
