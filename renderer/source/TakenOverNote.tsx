import { useTranslation } from 'react-i18next'
import type { TakenOver } from '../../shared/domain/paper-round.ts'
import styles from './taken-over.module.css'

interface Props {
  takenOver: TakenOver
  /** The part that it stands beside, to tell its page. */
  part?: string
}

/** Says of what was taken over from a report who did so and how far it was checked: it is nobody's signed judgement here. */
export function TakenOverNote({ takenOver: { source, enteredBy, checkedBy, unchecked, pages }, part }: Props) {
  const { t } = useTranslation()
  const page = part !== undefined && Object.hasOwn(pages, part) ? pages[part] : undefined
  const listed = (names: readonly string[]) => names.join(', ')
  return (
    <small className={styles.note}>
      {t('paperRound.takenOver')}{source !== null && ` “${source}”`}{page !== undefined && `, ${t('paperRound.onPage', { page })}`}
      {enteredBy.length > 0 && `, ${t('paperRound.enteredBy', { names: listed(enteredBy) })}`}
      {checkedBy.length > 0 && `, ${t('paperRound.checkedBy', { names: listed(checkedBy) })}`}
      {unchecked > 0 && <strong> {t('paperRound.unchecked', { count: unchecked })}</strong>}
    </small>
  )
}
