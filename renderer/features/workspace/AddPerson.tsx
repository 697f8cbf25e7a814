import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Passphrase } from '../../ui/Passphrase.tsx'

/** A second inspector types name and passphrase themselves; the first does not get to see it. */
export function AddPerson({ onAdded }: { onAdded: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [inspectorate, setInspectorate] = useState('')
  const [passphrase, setPassphrase] = useState<string | null>(null)
  const add = useOrder(api.workspace.addPerson, 'screen')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== null) add.mutate({ person: { name: name.trim(), inspectorate: inspectorate.trim() }, passphrase }, { onSuccess: onAdded })
  }
  return (
    <form className={fields} onSubmit={submit}>
      <p>{t('workspace.addPersonLead')}</p>
      <Labelled label={t('workspace.theirName')} hint={t('workspace.personHint')}>
        <input value={name} autoComplete="off" maxLength={200} onChange={({ target }) => setName(target.value)} />
      </Labelled>
      <Labelled label={t('workspace.inspectorate')}>
        <input value={inspectorate} autoComplete="off" maxLength={200} onChange={({ target }) => setInspectorate(target.value)} />
      </Labelled>
      <Passphrase label={t('workspace.theirPassphrase')} onChange={setPassphrase} />
      {add.isError && <Notice tone="refused">{sentenceOf(add.error)}</Notice>}
      <button type="submit" disabled={name.trim() === '' || passphrase === null || add.isPending}>
        {t(add.isPending ? 'workspace.opening' : 'workspace.addPerson')}
      </button>
    </form>
  )
}
