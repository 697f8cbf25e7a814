import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextMonth } from '../../../shared/domain/month.ts'
import type { FigureName } from '../../../shared/domain/monthly-figure.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import { figureOf, knownNames, type Listed, monthOf } from './listed.ts'
import styles from './monthly-figure.module.css'

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [900, 240, 56, 26, 16]

/** One figure per month as bars, per registration system; a month without a bar is not known. The table beneath says the same. */
export function Chart({ listed: { figures, targets, beside, marks } }: { listed: Listed }) {
  const { t } = useTranslation()
  const names = knownNames(figures)
  const [chosen, setName] = useState<FigureName | null>(null)
  const name = names.find((one) => one === chosen) ?? names.find((one) => one === 'investigationWaiting') ?? names[0]
  if (name === undefined) return null
  const target = targets.find((one) => one.name === name)
  const systems = [...new Set(figures.map(({ system }) => system))]
  const months = monthsBetween(figures.map(({ month }) => month))
  const found = beside.filter((one) => one.name === name)
  const top = Math.max(1, target ? 100 : 0, ...figures.map(({ values }) => values[name] ?? 0), ...found.map((one) => one.found))
  const yOf = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM)
  const slot = (WIDTH - LEFT) / months.length
  const bar = Math.min(36, (slot * 0.8) / systems.length)
  const xOf = (month: string, system: number) => LEFT + months.indexOf(month) * slot + (slot - bar * systems.length) / 2 + system * bar
  const isJump = (month: string, system: string) => marks.some((mark) => mark.what === 'jump' && mark.name === name && mark.month === month && mark.system === system)
  return (
    <figure className={styles.chart}>
      <Labelled label={t('monthlyFigure.shown')}>
        <select value={name} onChange={({ target: { value } }) => setName(names.find((one) => one === value) ?? null)}>
          {names.map((one) => <option key={one} value={one}>{t(`monthlyFigure.name.${one}`)}</option>)}
        </select>
      </Labelled>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('monthlyFigure.chart', { name: t(`monthlyFigure.name.${name}`) })}>
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line className={styles.grid} x1={LEFT} x2={WIDTH} y1={yOf(value)} y2={yOf(value)} />
            <text className={styles.axis} x={LEFT - 8} y={yOf(value) + 5} textAnchor="end">{figureOf(value)}</text>
          </g>
        ))}
        {figures.map(({ month, system, values }) => values[name] !== undefined && (
          <g key={`${month} ${system}`}>
            <rect className={styles.bar} data-system={systems.indexOf(system) % 3} x={xOf(month, systems.indexOf(system))} y={yOf(values[name])} width={bar - 1} height={HEIGHT - BOTTOM - yOf(values[name])} />
            {isJump(month, system) && <text className={styles.jump} x={xOf(month, systems.indexOf(system)) + bar / 2} y={yOf(values[name]) - 4} textAnchor="middle">!</text>}
          </g>
        ))}
        {found.map((one) => (
          <path key={`${one.month} ${one.system}`} className={styles.found} d={diamond(xOf(one.month, Math.max(0, systems.indexOf(one.system))) + bar / 2, yOf(one.found))} />
        ))}
        {target && <line className={styles.target} x1={LEFT} x2={WIDTH} y1={yOf(target.percentage)} y2={yOf(target.percentage)} />}
        {months.map((month, index) => index % Math.ceil(months.length / 12) === 0 && (
          <text key={month} className={styles.axis} x={LEFT + (index + 0.5) * slot} y={HEIGHT - 6} textAnchor="middle">{monthOf(month)}</text>
        ))}
      </svg>
      <figcaption>
        <ul className={styles.legend}>
          {systems.map((system, index) => <li key={system}><span className={styles.key} data-system={index % 3} aria-hidden />{system}</li>)}
          {target && <li><span className={styles.dashed} aria-hidden />{t('monthlyFigure.target', target)}</li>}
          {found.map(({ month, day }) => <li key={month}><span aria-hidden>◆</span> {t('monthlyFigure.onSite', { day })}</li>)}
          {marks.some((mark) => mark.what === 'jump' && mark.name === name) && <li><span className={styles.jumpKey} aria-hidden>!</span>{t('monthlyFigure.jumpMark')}</li>}
        </ul>
      </figcaption>
    </figure>
  )
}

const diamond = (x: number, y: number) => `M${x},${y - 7} l7,7 l-7,7 l-7,-7 z`

/** Every month from the first to the last, those that are missing included. */
function monthsBetween(known: readonly string[]): string[] {
  const sorted = known.toSorted()
  const months: string[] = []
  for (let month = sorted[0]!; month <= sorted.at(-1)!; month = nextMonth(month)) months.push(month)
  return months
}
