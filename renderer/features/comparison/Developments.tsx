import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Arrow } from './Arrow.tsx'
import styles from './comparison.module.css'
import type { Row } from './row.ts'

const LISTED = ['improved', 'worsened', 'unchanged-met', 'unchanged-not-met', 'other'] as const

/** What improved, what worsened and what stayed since the round before, by number; the table below has the words. */
export function Developments({ inspection, rows }: { inspection: string; rows: readonly Row[] }) {
  const { t } = useTranslation()
  const lists = LISTED.map((development) => ({ development, own: rows.filter(({ sinceLast }) => sinceLast === development) }))
  return (
    <ul className={styles.developments}>
      {lists.filter(({ development, own }) => development !== 'other' || own.length > 0).map(({ development, own }) => (
        <li key={development} data-development={development}>
          <strong><Arrow development={development} /> {own.length} {t(`comparison.${development}`)}</strong>
          <p>
            {own.length === 0 && t('comparison.nothing')}
            {own.map(({ expectation, number, cells }, at) => cells.at(-1)
              ? <Link key={at} href={`/inspectie/${inspection}/oordelen/verwachting/${expectation}`}>{number}</Link>
              : <span key={at}>{number}</span>)}
          </p>
        </li>
      ))}
    </ul>
  )
}
