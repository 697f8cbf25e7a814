import type { FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Member } from '../../../shared/domain/inspection.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './inspection.module.css'

const ROLES = Member.shape.member.shape.role.options

interface Props {
  member: Member
  /** Tells the members apart for whoever only hears their labels. */
  number: number
  onChange: (member: Member) => void
  onLeave?: (event: FocusEvent) => void
  onRemove: () => void
}

/** One person of the team: name, role and inspectorate. */
export function MemberFields({ member, number, onChange, onLeave, onRemove }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.member} role="group" aria-label={t('inspection.member', { number })} onBlur={onLeave}>
      <Labelled label={t('inspection.memberName')}>
        <input value={member.name} maxLength={200} autoComplete="off" onChange={({ target }) => onChange({ ...member, name: target.value })} />
      </Labelled>
      <Labelled label={t('inspection.memberRole')}>
        <select value={member.role} onChange={({ target }) => onChange({ ...member, role: target.value as Member['role'] })}>
          {ROLES.map((role) => <option key={role} value={role}>{t(`role.${role}`)}</option>)}
        </select>
      </Labelled>
      <Labelled label={t('inspection.memberInspectorate')}>
        <input value={member.inspectorate} maxLength={200} autoComplete="off" onChange={({ target }) => onChange({ ...member, inspectorate: target.value })} />
      </Labelled>
      <button type="button" data-quiet onClick={onRemove} aria-label={t('inspection.removeMember', { name: member.name || number })}>✕</button>
    </div>
  )
}
