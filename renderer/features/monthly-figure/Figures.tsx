import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Part } from '../../ui/Screen.tsx'
import { Chart } from './Chart.tsx'
import { FigureTable } from './FigureTable.tsx'
import { ImportFigures } from './ImportFigures.tsx'
import { figureOf, type Listed, monthOf } from './listed.ts'
import { Marks } from './Marks.tsx'

/** What an organisation reports month by month: chart and table, what is missing or jumps, and what was counted on site. */
export function Figures({ organisation }: { organisation: string }) {
  const { t } = useTranslation()
  const listed = useAnswer(api.monthlyFigure.list, { organisation })
  return (
    <Part title={t('monthlyFigure.title')}>
      {listed.figures.length === 0 ? <Empty sentence={t('monthlyFigure.empty')} /> : (
        <>
          <Chart listed={listed} />
          <Marks marks={listed.marks} />
          {listed.beside.length > 0 && <Beside beside={listed.beside} />}
          <FigureTable organisation={organisation} listed={listed} />
        </>
      )}
      <ImportFigures organisation={organisation} template={listed.template} />
    </Part>
  )
}

function Beside({ beside }: Pick<Listed, 'beside'>) {
  const { t } = useTranslation()
  return (
    <div>
      <h3>{t('monthlyFigure.beside')}</h3>
      <ul>
        {beside.map(({ month, system, name, reported, found, day }) => (
          <li key={`${month} ${system} ${name} ${day}`}>
            {t('monthlyFigure.besideTold', { name: t(`monthlyFigure.name.${name}`), system: system || t('monthlyFigure.allSystems'), month: monthOf(month), reported: figureOf(reported), day: shortDayOf(day), found: figureOf(found) })}
            {' – '}
            {found === reported
              ? t('monthlyFigure.equal')
              : <strong>≠ {t('monthlyFigure.difference', { difference: `${found > reported ? '+' : '−'}${figureOf(Math.abs(found - reported))}` })}</strong>}
          </li>
        ))}
      </ul>
    </div>
  )
}
