import { useTranslation } from 'react-i18next'
import type { Column } from '../../../shared/api/comparison.ts'
import { dayOf } from '../../i18n/i18n.ts'
import styles from './comparison.module.css'
import { useKindName } from './round.ts'

interface Props {
  inspection: string
  rounds: readonly Column[]
  shown: readonly string[]
  onChoose: (rounds: string[]) => void
}

/** Which of the earlier rounds stand beside this one. */
export function RoundChoice({ inspection, rounds, shown, onChoose }: Props) {
  const { t } = useTranslation()
  const kindOf = useKindName()
  return (
    <fieldset className={styles.rounds}>
      <legend>{t('comparison.rounds')}</legend>
      {rounds.filter(({ id }) => id !== inspection).map((round) => (
        <label key={round.id}>
          <input
            type="checkbox"
            checked={shown.includes(round.id)}
            onChange={({ target }) => onChoose(target.checked ? [...shown, round.id] : shown.filter((id) => id !== round.id))}
          />
          {kindOf(round)}{round.firstDay && `, ${dayOf(round.firstDay)}`}
        </label>
      ))}
    </fieldset>
  )
}
