import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { CAPACITIES, Capacity } from '../../../shared/domain/statement.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './bundle.module.css'

/** As what one signs; where the screen speaks another language, the words that are signed stand behind it. */
export function CapacityChoice({ capacity, onChoose }: { capacity: Capacity; onChoose: (capacity: Capacity) => void }) {
  const { t } = useTranslation()
  return (
    <Labelled label={t('sign.as')}>
      <select value={capacity} onChange={({ target }) => onChoose(Capacity.parse(target.value))}>
        {Capacity.options.map((code) => <option key={code} value={code}>{named(t(`role.${code}`), CAPACITIES[code])}</option>)}
      </select>
    </Labelled>
  )
}

const named = (shown: string, signed: string) => (shown === signed ? signed : `${shown} (${signed})`)

interface Props {
  inspection: string
  /** Key ids of the others who must sign. */
  chosen: readonly string[]
  onChoose: (kids: string[]) => void
}

/** Who must sign: oneself always, and those whom one asks. */
export function SignersChoice({ inspection, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const signers = useAnswer(api.bundle.signers, { inspection })
  if (signers.length < 2) return null
  return (
    <fieldset className={styles.signers}>
      <legend>{t('sign.who')}</legend>
      {signers.map(({ person, name, kid, changes, own, here }) => (
        <label key={person}>
          <input
            type="checkbox"
            disabled={own || kid === null}
            checked={own || (kid !== null && chosen.includes(kid))}
            onChange={({ target }) => onChoose(target.checked ? [...chosen, kid!] : chosen.filter((one) => one !== kid))}
          />
          {name} <small>{[own ? t('sign.you') : here && t('sign.here'), t('sign.wrote', { count: changes })].filter(Boolean).join(' · ')}</small>
        </label>
      ))}
    </fieldset>
  )
}
