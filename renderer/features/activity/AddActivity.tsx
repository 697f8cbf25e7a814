import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActivityKind } from '../../../shared/domain/activity.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { rolesOf } from '../../../shared/domain/interview.ts'
import { api, useOrder } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './activity.module.css'

const OWN = 'interview/'
const REST = ActivityKind.options.filter((kind) => kind !== 'interview')

/** Takes something up in the plan: a talk with a role of the framework or an own one, or work of another kind. */
export function AddActivity({ inspection, framework, onAdded }: { inspection: string; framework: Framework; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const roles = rolesOf(framework)
  const [choice, setChoice] = useState(roles[0] ? OWN + roles[0].id : OWN)
  const [title, setTitle] = useState('')
  const add = useOrder(api.activity.add)
  const role = choice.startsWith(OWN) ? (choice === OWN ? title.trim() : choice.slice(OWN.length)) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const kind = choice.startsWith(OWN) ? 'interview' : ActivityKind.parse(choice)
    add.mutate({ inspection, kind, role }, { onSuccess: ({ id }) => onAdded(id) })
    setTitle('')
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('activity.addWhat')}>
        <select value={choice} onChange={({ target }) => setChoice(target.value)}>
          <optgroup label={t('activity.talkWith')}>
            {roles.map(({ id, title }) => <option key={id} value={OWN + id}>{title}</option>)}
            <option value={OWN}>{t('activity.ownRole')}</option>
          </optgroup>
          <optgroup label={t('activity.otherWork')}>
            {REST.map((kind) => <option key={kind} value={kind}>{t(`activity.kind-${kind}`)}</option>)}
          </optgroup>
        </select>
      </Labelled>
      {choice === OWN && (
        <Labelled label={t('activity.roleTitle')} hint={t('activity.roleHint')}>
          <input value={title} maxLength={200} autoComplete="off" onChange={({ target }) => setTitle(target.value)} />
        </Labelled>
      )}
      <button type="submit" disabled={role === ''}>{t('activity.add')}</button>
    </form>
  )
}
