import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { numberFrom } from '../../../shared/domain/figure-sheet.ts'
import { FigureName, figureIdOf, fitsFigure } from '../../../shared/domain/monthly-figure.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineField } from '../../ui/LineField.tsx'
import table from '../../ui/table.module.css'
import { figureOf, knownNames, type Listed, type Month, monthOf } from './listed.ts'
import styles from './monthly-figure.module.css'

/** All figures, newest month first; a month opens each of its figures with its history. */
export function FigureTable({ organisation, listed: { figures, marks } }: { organisation: string; listed: Listed }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const names = knownNames(figures)
  const chosen = figures.find((one) => figureIdOf(one) === opened)
  const isJump = (one: Month, name: FigureName) => marks.some((mark) => mark.what === 'jump' && mark.name === name && figureIdOf(mark) === figureIdOf(one))
  return (
    <>
      <div className={table.scroll} tabIndex={0} role="region" aria-label={t('monthlyFigure.table')}>
        <table className={table.table}>
          <caption className={styles.caption}>{t('monthlyFigure.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('monthlyFigure.month')}</th><th scope="col">{t('monthlyFigure.system')}</th>
              {names.map((name) => <th key={name} scope="col" className={`${table.number} ${styles.head}`}>{t(`monthlyFigure.name.${name}`)}</th>)}
            </tr>
          </thead>
          <tbody>
            {figures.toReversed().map((one) => (
              <tr key={figureIdOf(one)}>
                <td><button type="button" data-quiet aria-expanded={figureIdOf(one) === opened} onClick={() => setOpened(figureIdOf(one) === opened ? null : figureIdOf(one))}>{monthOf(one.month)}</button></td>
                <td>{one.system}</td>
                {names.map((name) => (
                  <td key={name} className={table.number}>
                    {one.fields[name]?.different ? '≠' : one.values[name] === undefined ? '–' : figureOf(one.values[name])}
                    {isJump(one, name) && <small>! {t('monthlyFigure.jumpMark')}</small>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen && <Opened key={figureIdOf(chosen)} organisation={organisation} month={chosen} onClose={() => setOpened(null)} />}
    </>
  )
}

function Opened({ organisation, month, onClose }: { organisation: string; month: Month; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <section className={styles.opened} aria-label={t('monthlyFigure.details')}>
      <h3>{monthOf(month.month)} · {month.system}</h3>
      <div className={styles.fields}>{FigureName.options.map((name) => <FigureAnswer key={name} organisation={organisation} month={month} name={name} />)}</div>
      <div><button type="button" onClick={onClose}>{t('monthlyFigure.close')}</button></div>
    </section>
  )
}

/** One figure with its history; what cannot be stays and is not passed on. */
function FigureAnswer({ organisation, month, name }: { organisation: string; month: Month; name: FigureName }) {
  const { t } = useTranslation()
  const label = t(`monthlyFigure.name.${name}`)
  const read = (typed: string) => {
    const value = numberFrom(typed)
    return value !== null && fitsFigure(name, value) ? String(value).replace('.', ',') : null
  }
  return (
    <Answered<number> place={{ inspection: organisation, entity: 'monthlyFigure', entityId: figureIdOf(month), field: name }} label={label} field={month.fields[name]!} show={figureOf}>
      {(value, record) => (
        <LineField
          label={label}
          value={value === null ? null : String(value).replace('.', ',')}
          read={read}
          wrong={t('monthlyFigure.numberWrong')}
          onChange={(typed) => record(typed === null ? null : numberFrom(typed))}
        />
      )}
    </Answered>
  )
}
