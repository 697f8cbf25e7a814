import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../shared/domain/calendar.ts'
import { TimelineKind } from '../../../shared/domain/supervision-timeline.ts'
import styles from './supervision.module.css'
import type { Item } from './told.ts'

/** Widths and heights in the units of the drawing. */
const [WIDTH, LABEL, LANE, AXIS] = [1_000, 170, 26, 24]

/** The years from left to right, a lane per kind: a mark for a day, a bar for what lasts. The list beneath says the same. */
export function TimelineDrawing({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation()
  const lanes = TimelineKind.options.filter((kind) => items.some((item) => item.kind === kind))
  const days = items.flatMap(({ day, until }) => (until === null ? [day] : [day, until])).sort()
  const [first, last] = [Number(days[0]!.slice(0, 4)), Number(days.at(-1)!.slice(0, 4)) + 1]
  const span = daysBetween(`${first}-01-01`, `${last}-01-01`)
  const xOf = (day: string) => LABEL + (daysBetween(`${first}-01-01`, day) / span) * (WIDTH - LABEL - 10)
  const height = AXIS + lanes.length * LANE
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={t('supervision.drawn')}>
      {years.map((year) => (
        <g key={year}>
          <line className={styles.year} x1={xOf(`${year}-01-01`)} x2={xOf(`${year}-01-01`)} y1="0" y2={height} />
          {year < last && <text className={styles.label} x={xOf(`${year}-01-01`) + 4} y="15">{year}</text>}
        </g>
      ))}
      {lanes.map((kind, lane) => <text key={kind} className={styles.label} x="0" y={AXIS + lane * LANE + 17}>{t(`supervision.lane.${kind}`)}</text>)}
      {items.map((item) => <Mark key={`${item.id} ${item.code}`} item={item} x={xOf} y={AXIS + lanes.indexOf(item.kind) * LANE + LANE / 2} />)}
    </svg>
  )
}

function Mark({ item: { kind, day, until }, x, y }: { item: Item; x: (day: string) => number; y: number }) {
  if (until !== null && until > day) return <rect className={styles.mark} data-kind={kind} x={x(day)} y={y - 5} width={Math.max(6, x(until) - x(day))} height="10" rx="2" />
  return <circle className={styles.mark} data-kind={kind} cx={x(day)} cy={y} r="5" />
}
