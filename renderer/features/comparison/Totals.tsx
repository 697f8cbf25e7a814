import { useTranslation } from 'react-i18next'
import type { Comparison } from '../../../shared/domain/comparison.ts'
import { dayOf } from '../../i18n/i18n.ts'
import styles from './comparison.module.css'
import { type Round, useKindName } from './round.ts'

/** How many were met then and now. */
export function Totals({ before, after, counts }: { before: Round; after: Round; counts: Comparison['counts'] }) {
  const { t } = useTranslation()
  const kindOf = useKindName()
  return (
    <dl className={styles.totals}>
      {([[before, counts.before], [after, counts.after]] as const).map(([round, { met, assessed }]) => (
        <div key={round.id}>
          <dt>{kindOf(round)}{round.firstDay && `, ${dayOf(round.firstDay)}`}</dt>
          <dd>{t('comparison.metOf', { met, assessed })}</dd>
        </div>
      ))}
    </dl>
  )
}
