import { useTranslation } from 'react-i18next'
import type { MeasureStanding, PointStateCode } from '../../../shared/domain/improvement.ts'
import styles from './improvement.module.css'

const SIGNS: Readonly<Record<PointStateCode | MeasureStanding | 'different', string>> = {
  open: '!', persistent: '‼', partly: '½', lifted: '✓', different: '≠', established: '✓', claimed: '?', overdue: '!', undated: '–', running: '›',
}

/** How a point stands: a sign in a shape with its word, never colour alone. */
export function StateMark({ state }: { state: PointStateCode | 'different' }) {
  const { t } = useTranslation()
  return <span className={styles.state}><span className={styles.mark} data-shown={state} aria-hidden>{SIGNS[state]}</span>{t(`improvement.state-${state}`)}</span>
}

/** The same for a measure. */
export function StandingMark({ standing }: { standing: MeasureStanding }) {
  const { t } = useTranslation()
  return <span className={styles.state}><span className={styles.mark} data-shown={standing} aria-hidden>{SIGNS[standing]}</span>{t(`improvement.standing-${standing}`)}</span>
}
