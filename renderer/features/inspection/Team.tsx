import { type FocusEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/domain/field.ts'
import type { Member } from '../../../shared/domain/inspection.ts'
import { Answered } from '../../field/Answered.tsx'
import styles from './inspection.module.css'
import { MemberFields } from './MemberFields.tsx'

interface Listed {
  id: string
  member: Field<Member>
}

const NOBODY: Field<Member> = { value: null, different: false, heads: [] }
const EMPTY: Member = { name: '', role: 'inspector', inspectorate: '' }

/** The team, one answer for each person, so that two laptops can add people apart. */
export function Team({ inspection, team }: { inspection: string; team: readonly Listed[] }) {
  const { t } = useTranslation()
  const [added, setAdded] = useState<readonly string[]>([])
  const present = team.filter(({ member }) => member.value !== null || member.different)
  const fresh = added.filter((id) => team.every((listed) => listed.id !== id)).map((id) => ({ id, member: NOBODY }))
  return (
    <fieldset className={styles.team}>
      <legend>{t('inspection.team')}</legend>
      {[...present, ...fresh].map(({ id, member }, place) => (
        <Answered
          key={id}
          place={{ inspection, entity: 'member', entityId: id, field: 'member' }}
          label={t('inspection.member', { number: place + 1 })}
          field={member}
          show={({ name, role, inspectorate }) => [name, t(`role.${role}`), inspectorate].filter(Boolean).join(', ')}
        >
          {(value, record) => (
            <KnownMember
              key={member.heads.map(({ id }) => id).join()}
              value={value}
              number={place + 1}
              onRecord={record}
              onForget={() => setAdded(added.filter((other) => other !== id))}
            />
          )}
        </Answered>
      ))}
      <button type="button" data-quiet onClick={() => setAdded([...added, crypto.randomUUID()])}>{t('inspection.addMember')}</button>
    </fieldset>
  )
}

interface KnownProps {
  value: Member | null
  number: number
  onRecord: (member: Member | null) => void
  onForget: () => void
}

/** Recorded as one answer when the person's fields are left, once there is a name. */
function KnownMember({ value, number, onRecord, onForget }: KnownProps) {
  const [edited, setEdited] = useState(value ?? EMPTY)
  const changed = JSON.stringify(edited) !== JSON.stringify(value ?? EMPTY)
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (changed && edited.name.trim() !== '' && !currentTarget.contains(relatedTarget)) onRecord(edited)
  }
  const remove = () => {
    if (value) onRecord(null)
    else onForget()
  }
  return <MemberFields member={edited} number={number} onChange={setEdited} onLeave={leave} onRemove={remove} />
}
