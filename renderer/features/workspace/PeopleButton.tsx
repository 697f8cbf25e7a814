import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/domain/person.ts'
import { api, useAnswer } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { AddPerson } from './AddPerson.tsx'
import { SwitchForm } from './SwitchForm.tsx'
import styles from './workspace.module.css'

/** Who is at work, and the way for another inspector to go on at the same place or to get a passphrase of their own. */
export function PeopleButton({ person }: { person: Person }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [adding, setAdding] = useState(false)
  const people = useAnswer(api.workspace.people, {})
  const shared = people.length > 1
  const close = () => {
    setOpen(false)
    setAdding(false)
  }
  return (
    <>
      <button type="button" data-quiet aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {shared ? t('workspace.switchFrom', { name: person.name }) : t('workspace.second')}
      </button>
      {open && (
        <Dialog title={t(shared && !adding ? 'workspace.switch' : 'workspace.addPerson')} onClose={close}>
          <div className={styles.people}>
            <p>{t('workspace.youAre', { name: person.name })}</p>
            {shared && !adding && <SwitchForm people={people.filter(({ id }) => id !== person.id)} />}
            {shared && !adding
              ? <button type="button" data-quiet onClick={() => setAdding(true)}>{t('workspace.addPerson')}</button>
              : <AddPerson onAdded={() => setAdding(false)} />}
          </div>
        </Dialog>
      )}
    </>
  )
}
