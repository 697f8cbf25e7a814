import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import styles from './enrolment.module.css'

/** Writes the key that reads all that was encrypted for this office: for the safe, and for the day that its computer is lost. */
export function RecoveryKey() {
  const { t } = useTranslation()
  const [rootPassphrase, setRootPassphrase] = useState('')
  const write = useOrder(written(api.enrolment.exportRecovery), 'screen')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const file = await window.bridge.save('herstelsleutel.txt')
    if (file) write.mutate({ rootPassphrase, file }, { onSuccess: () => setRootPassphrase('') })
  }
  return (
    <details className={styles.more}>
      <summary>{t('inspectors.recovery')}</summary>
      <p>{t('inspectors.recoveryLead')}</p>
      <form className={fields} onSubmit={(event) => void save(event)}>
        <Labelled label={t('inspectors.rootPassphrase')} refusal={write.error && sentenceOf(write.error)}>
          <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
        </Labelled>
        <div><button type="submit" disabled={rootPassphrase === '' || write.isPending}>{t('inspectors.recoverySave')}</button></div>
        {write.isSuccess && <p role="status">{t('inspectors.recoverySaved')}</p>}
      </form>
    </details>
  )
}
