import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import { Arrow } from './Arrow.tsx'
import styles from './comparison.module.css'

/** What improved, what worsened and what stayed, by number; the table below has the words. */
export function Developments({ inspection, comparison }: { inspection: string; comparison: Comparison }) {
  const { t } = useTranslation()
  const lists = [
    { development: 'improved', ids: comparison.improved },
    { development: 'worsened', ids: comparison.worsened },
    { development: 'unchanged-met', ids: comparison.unchangedMet },
    { development: 'unchanged-not-met', ids: comparison.unchangedNotMet },
    { development: 'other', ids: comparison.other },
  ] as const
  const numberOf = new Map(comparison.expectations.map(({ expectation, number }) => [expectation, number]))
  const inAfter = new Set(comparison.expectations.filter((row) => row.in !== 'before').map(({ expectation }) => expectation))
  return (
    <ul className={styles.developments}>
      {lists.filter(({ development, ids }) => development !== 'other' || ids.length > 0).map(({ development, ids }) => (
        <li key={development} data-development={development}>
          <strong><Arrow development={development} /> {ids.length} {t(`comparison.${development}`)}</strong>
          <p>
            {ids.length === 0 && t('comparison.nothing')}
            {ids.map((id) => inAfter.has(id)
              ? <Link key={id} href={`/inspectie/${inspection}/oordelen/verwachting/${id}`}>{numberOf.get(id)}</Link>
              : <span key={id}>{numberOf.get(id)}</span>)}
          </p>
        </li>
      ))}
    </ul>
  )
}
