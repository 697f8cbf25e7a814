import { useTranslation } from 'react-i18next'
import type { Column } from '../../../shared/api/comparison.ts'
import type { Cell } from '../../../shared/domain/trend.ts'
import { labelOf } from '../../i18n/i18n.ts'
import { RatingMark, shownOf } from '../../ui/RatingMark.tsx'
import { Arrow } from './Arrow.tsx'
import styles from './comparison.module.css'
import type { Row } from './row.ts'

/** One question through the rounds; where it was worded or numbered otherwise that is said beside the rating it belongs to. */
export function ExpectationRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const { t } = useTranslation()
  const { number, statement, cells, sinceFirst, sinceLast } = row
  const told = columns.length > 2 ? [sinceFirst, sinceLast] : columns.length > 1 ? [sinceLast] : []
  return (
    <tr data-development={sinceLast}>
      <th scope="row">{number}</th>
      <td lang={columns.at(-1)!.framework.language}>{statement}</td>
      {cells.map((cell, at) => (
        <td key={columns[at]!.id} className={cell ? undefined : styles.soft}>
          {cell ? <Rated cell={cell} column={columns[at]!} /> : t('comparison.absent')}
          {cell?.changed && <span className={styles.changed}>{t('finding.changed')}</span>}
          {cell && cell.number !== number && <small className={styles.soft}>{t('comparison.thenNumber', { number: cell.number })}</small>}
        </td>
      ))}
      {told.map((development, at) => <td key={at}><Arrow development={development} /> {t(`comparison.${development}`)}</td>)}
    </tr>
  )
}

function Rated({ cell: { code, standing }, column: { framework: { scales } } }: { cell: Cell; column: Column }) {
  const { t } = useTranslation()
  const grade = scales.rating.find((one) => one.code === code)
  if (standing === 'notAssessed') return <span className={styles.code}><RatingMark shown="not-assessed" /> {t('rating.not-assessed')}</span>
  if (standing === 'notExamined') return <span className={styles.code}><RatingMark shown="not-assessed" /> {t('rating.not-examined')}</span>
  return <span className={styles.code}><RatingMark shown={grade ? shownOf(grade) : 'none'} /> {grade ? labelOf(grade) : t('rating.none')}</span>
}
