import { useTranslation } from 'react-i18next'
import { figureIdOf } from '../../../shared/domain/monthly-figure.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import table from '../../ui/table.module.css'
import { figureOf, knownNames, monthOf, type Preview } from './listed.ts'
import { Marks } from './Marks.tsx'
import styles from './monthly-figure.module.css'

/** How many refused cells are listed. */
const LISTED = 50
const STATES = ['new', 'changed', 'same'] as const

interface Props {
  preview: Preview
  onTake: (figures: Preview['figures']) => void
  onClose: () => void
}

/** What a sheet would change, before it does; what cannot be read is told cell by cell and is left out. */
export function FigurePreview({ preview: { figures, refused, ignored, marks }, onTake, onClose }: Props) {
  const { t } = useTranslation()
  const fresh = figures.filter(({ state }) => state !== 'same')
  const counts = STATES.map((state) => [state, figures.filter((one) => one.state === state).length] as const).filter(([, count]) => count > 0)
  return (
    <Dialog title={t('monthlyFigure.previewTitle')} onClose={onClose}>
      <div className={styles.preview}>
        <p>{counts.map(([state, count]) => t(`monthlyFigure.${state}`, { count })).join(', ')}{fresh.length === 0 && <> {t('monthlyFigure.nothingNew')}</>}</p>
        {refused.length > 0 && <Refused refused={refused} />}
        {ignored.length > 0 && <p>{t('monthlyFigure.ignored', { heads: ignored.join(', ') })}</p>}
        {fresh.length > 0 && <Fresh figures={fresh} />}
        {figures.length > 0 && <Marks marks={marks} />}
        <div className={buttons}>
          <button type="button" data-main disabled={fresh.length === 0} onClick={() => onTake(fresh)}>{t('monthlyFigure.take', { count: fresh.length })}</button>
          <button type="button" onClick={onClose}>{t('monthlyFigure.leave')}</button>
        </div>
      </div>
    </Dialog>
  )
}

function Refused({ refused }: Pick<Preview, 'refused'>) {
  const { t } = useTranslation()
  const title = t('monthlyFigure.refused', { count: refused.length })
  return (
    <>
      <p><strong>{title}</strong></p>
      <div className={table.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={table.table}>
          <thead><tr>{(['cell', 'head', 'text', 'why'] as const).map((head) => <th key={head} scope="col">{t(`monthlyFigure.${head}`)}</th>)}</tr></thead>
          <tbody>
            {refused.slice(0, LISTED).map(({ row, column, head, text, problem }, index) => (
              <tr key={index}><td>{column}{row}</td><td>{head}</td><td>{text}</td><td>{t(`monthlyFigure.problem.${problem}`)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Fresh({ figures }: Pick<Preview, 'figures'>) {
  const { t } = useTranslation()
  const names = knownNames(figures)
  return (
    <div className={table.scroll} tabIndex={0} role="region" aria-label={t('monthlyFigure.table')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('monthlyFigure.month')}</th><th scope="col">{t('monthlyFigure.system')}</th>
            {names.map((name) => <th key={name} scope="col" className={`${table.number} ${styles.head}`}>{t(`monthlyFigure.name.${name}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={figureIdOf(one)}>
              <td>{monthOf(one.month)}</td><td>{one.system}</td>
              {names.map((name) => <td key={name} className={table.number}>{one.values[name] === undefined ? '–' : figureOf(one.values[name])}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
