import { useTranslation } from 'react-i18next'
import { figureOf, type Listed, monthOf } from './listed.ts'
import styles from './monthly-figure.module.css'

/** Gaps and jumps, with the rule by which they are found. */
export function Marks({ marks }: Pick<Listed, 'marks'>) {
  const { t } = useTranslation()
  return (
    <div>
      <h3>{t('monthlyFigure.marks')}</h3>
      {marks.length === 0 ? <p>{t('monthlyFigure.noMarks')}</p> : (
        <ul>
          {marks.map((mark) => (
            <li key={`${mark.month} ${mark.system} ${mark.what === 'jump' ? mark.name : ''}`}>
              {mark.what === 'missing'
                ? t('monthlyFigure.missing', { ...mark, month: monthOf(mark.month) })
                : t('monthlyFigure.jump', { ...mark, month: monthOf(mark.month), name: t(`monthlyFigure.name.${mark.name}`), from: figureOf(mark.from), to: figureOf(mark.to) })}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.soft}>{t('monthlyFigure.marksRule')}</p>
    </div>
  )
}
