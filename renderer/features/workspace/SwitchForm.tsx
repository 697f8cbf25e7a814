import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../../shared/domain/person.ts'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { forgetOrders } from '../../last-order.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './workspace.module.css'

/** The passphrase says who goes on. The place stays; all that was read for the one before is forgotten, unfinished typing included. */
export function SwitchForm({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const change = useOrder(async (input: { passphrase: string }) => {
    const status = await api.workspace.switch(input)
    queries.removeQueries({ predicate: ({ queryKey: [path] }) => path !== api.workspace.status.path && path !== api.settings.get.path })
    forgetOrders()
    queries.setQueryData([api.workspace.status.path, {}], status)
  }, 'screen')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ passphrase })
  }
  return (
    <form className={styles.people} onSubmit={submit}>
      <Labelled
        label={t('workspace.passphraseOf', { names: people.map(({ name }) => name).join(', ') })}
        hint={t('workspace.switchHint')}
        refusal={change.error && sentenceOf(change.error)}
      >
        <input type="password" autoComplete="off" autoFocus value={passphrase} onChange={({ target }) => setPassphrase(target.value)} />
      </Labelled>
      <button type="submit" disabled={passphrase === '' || change.isPending}>{t(change.isPending ? 'workspace.opening' : 'workspace.switch')}</button>
    </form>
  )
}
