import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import styles from './comparison.module.css'
import { type Round, useRoundName } from './round.ts'

/** How many were met then and now. */
export function Totals({ before, after, counts }: { before: Round; after: Round; counts: Comparison['counts'] }) {
  const { t } = useTranslation()
  const nameOf = useRoundName()
  return (
    <dl className={styles.totals}>
      {([[before, counts.before], [after, counts.after]] as const).map(([round, { met, assessed }]) => (
        <div key={round.id}>
          <dt>{nameOf(round)}</dt>
          <dd>{t('comparison.metOf', { met, assessed })}</dd>
        </div>
      ))}
    </dl>
  )
}
