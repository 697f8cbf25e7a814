import { useTranslation } from 'react-i18next'
import type { Member } from '../../../shared/domain/inspection.ts'
import { MemberFields } from './MemberFields.tsx'
import styles from './inspection.module.css'

const EMPTY: Member = { name: '', role: 'inspector', inspectorate: '' }

/** The team of an inspection that is still to be made: who is without a name is left out. */
export function TeamForm({ team, onChange }: { team: readonly Member[]; onChange: (team: Member[]) => void }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.team}>
      <legend>{t('inspection.team')}</legend>
      {team.map((member, place) => (
        <MemberFields
          key={place}
          member={member}
          number={place + 1}
          onChange={(changed) => onChange(team.with(place, changed))}
          onRemove={() => onChange(team.toSpliced(place, 1))}
        />
      ))}
      <button type="button" data-quiet onClick={() => onChange([...team, EMPTY])}>{t('inspection.addMember')}</button>
    </fieldset>
  )
}
