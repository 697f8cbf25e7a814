import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Passphrase } from '../../ui/Passphrase.tsx'

/** Makes the root from which all passes of the office come, under a passphrase that opens nothing else. */
export function RootForm() {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [rootPassphrase, setRootPassphrase] = useState<string | null>(null)
  const make = useOrder(api.enrolment.makeRoot, 'screen')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (rootPassphrase !== null) make.mutate({ name: name.trim(), rootPassphrase })
  }
  return (
    <form className={fields} onSubmit={submit}>
      <Labelled label={t('inspectors.name')} hint={t('inspectors.nameHint')}>
        <input value={name} maxLength={200} autoComplete="off" onChange={({ target }) => setName(target.value)} />
      </Labelled>
      <Passphrase label={t('inspectors.rootPassphrase')} onChange={setRootPassphrase} />
      <Notice tone="warning">{t('inspectors.rootPassphraseHint')}</Notice>
      {make.isError && <Notice tone="refused">{sentenceOf(make.error)}</Notice>}
      <div>
        <button type="submit" disabled={name.trim() === '' || rootPassphrase === null || make.isPending}>
          {t(make.isPending ? 'inspectors.making' : 'inspectors.make')}
        </button>
      </div>
    </form>
  )
}
