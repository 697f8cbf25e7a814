import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import type { RollUp, TermRollUp } from '../../../shared/domain/roll-up.ts'
import table from '../../ui/table.module.css'
import styles from './file-review.module.css'
import { numbersOf } from './numbers.ts'

const PARTS = ['onTime', 'late', 'running', 'notDeterminable'] as const

/** What the files say together, a term a row, with a bar beside the numbers. It informs and never rates. */
export const RollUps = memo(function RollUps({ rollUp, framework }: { rollUp: RollUp; framework: Framework }) {
  const { t } = useTranslation()
  const labelOf = (id: string) => framework.fieldwork?.terms.find((term) => term.id === id)?.label ?? id
  const small = rollUp.terms.some(({ share }) => share?.small)
  return (
    <div className={styles.rollUps}>
      <div className={table.scroll} tabIndex={0} role="region" aria-label={t(`fileReview.rollUp.${rollUp.drawn}`)}>
        <table className={table.table}>
          <caption>{t(`fileReview.rollUp.${rollUp.drawn}`)} · {t('fileReview.rollUp.files', { count: rollUp.n })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('fileReview.rollUp.term')}</th>
              <td>{t('fileReview.rollUp.bar')}</td>
              {PARTS.map((part) => <th key={part} scope="col" className={table.number}><Key part={part} /> {t(`fileReview.rollUp.${part}`)}</th>)}
              <th scope="col" className={table.number}>{t('fileReview.rollUp.median')}</th>
              <th scope="col" className={table.number}>{t('fileReview.rollUp.maximum')}</th>
              <th scope="col">{t('fileReview.rollUp.share')}</th>
            </tr>
          </thead>
          <tbody>
            {rollUp.terms.map((term) => (
              <tr key={term.term}>
                <th scope="row">{labelOf(term.term)}{term.expectations.length > 0 && <small>{term.expectations.join(' · ')}</small>}</th>
                <td><Bar term={term} /></td>
                {PARTS.map((part) => <td key={part} className={table.number}>{term[part]}</td>)}
                <td className={table.number}>{numbersOf(term.median)}</td>
                <td className={table.number}>{numbersOf(term.maximum)}</td>
                <td><Share share={term.share} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {small && <p className={styles.soft}>{t('fileReview.rollUp.small')}</p>}
      <p className={styles.soft}>{t('fileReview.rollUp.informs')}</p>
    </div>
  )
})

function Share({ share }: Pick<TermRollUp, 'share'>) {
  const { t } = useTranslation()
  if (!share) return <>–</>
  const { percentage, low, high, of, target, against, small } = share
  return (
    <>
      {t('fileReview.rollUp.percentage', { percentage: numbersOf(percentage), low: numbersOf(low), high: numbersOf(high), of })}
      {small && <span className={styles.smallMark} title={t('fileReview.rollUp.small')}> {t('fileReview.rollUp.smallMark')}</span>}
      {target !== null && <small>{t(`fileReview.rollUp.against.${against ?? 'undecided'}`, { target: numbersOf(target) })}</small>}
    </>
  )
}

/** The colour of a part of the bar, beside its word. */
const Key = ({ part }: { part: typeof PARTS[number] }) => (
  <svg className={`${styles.share} ${styles.key}`} viewBox="0 0 10 10" width="10" height="10" aria-hidden><rect width="10" height="10" data-part={part} /></svg>
)

/** On time, late, running and not determinable as one bar; the numbers beside it say the same. */
function Bar({ term }: { term: TermRollUp }) {
  const total = PARTS.reduce((sum, part) => sum + term[part], 0)
  const widths = PARTS.map((part) => (total === 0 ? 0 : (term[part] / total) * 160))
  return (
    <svg className={styles.share} viewBox="0 0 160 14" width="160" height="14" aria-hidden>
      <rect width="160" height="14" className={styles.empty} />
      {PARTS.map((part, index) => (
        <rect key={part} data-part={part} x={widths.slice(0, index).reduce((sum, width) => sum + width, 0)} width={widths[index]} height="14" />
      ))}
      {term.share?.target != null && <line x1={160 * term.share.target / 100} x2={160 * term.share.target / 100} y1="0" y2="14" />}
    </svg>
  )
}
