import { useTranslation } from 'react-i18next'
import type { Participants as Value } from '../../../shared/domain/activity.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineField } from '../../ui/LineField.tsx'
import type { Talk, Told } from './talk.ts'

/** Who takes part, typed as roles and numbers: `2 uitvoerend medewerkers, 1 teamleider`. */
export function Participants({ at: { inspection, talk }, field }: { at: Talk; field: Told['activity']['participants'] }) {
  const { t } = useTranslation()
  const place = { inspection, entity: 'activity' as const, entityId: talk, field: 'participants' }
  return (
    <Answered<Value> place={place} label={t('interview.participants')} field={field} show={writtenOf}>
      {(value, record) => (
        <LineField
          label={t('interview.participants')}
          hint={t('interview.participantsHint')}
          value={value && writtenOf(value)}
          read={(typed) => {
            const read = participantsFrom(typed)
            return read && writtenOf(read)
          }}
          wrong={t('interview.participantsWrong')}
          onChange={(typed) => record(typed === null ? null : participantsFrom(typed))}
        />
      )}
    </Answered>
  )
}

const writtenOf = (participants: Value) => participants.map(({ role, count }) => `${count} ${role}`).join(', ')

/** Null when a part has no number of people, or no role. */
function participantsFrom(typed: string): Value | null {
  const parts = typed.split(/[,;]/).filter((part) => part.trim() !== '').map((part) => /^\s*([1-9]\d?)\s*[x×]?\s+(\S.*?)\s*$/.exec(part))
  if (parts.length === 0 || parts.length > 20 || parts.includes(null)) return null
  return parts.map((part) => ({ role: part![2]!, count: Number(part![1]) }))
}
