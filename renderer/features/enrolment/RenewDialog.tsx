import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'

/** Gives whoever has a certificate a new pass for the same key: no request, and no words to read again. */
export function RenewDialog({ kid, name, onClose }: { kid: string; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [rootPassphrase, setRootPassphrase] = useState('')
  const order = useOrder(written(api.enrolment.renewPass), 'screen')
  const renew = async (event: FormEvent) => {
    event.preventDefault()
    const file = await window.bridge.save('toegang.veldpass')
    if (file) order.mutate({ kid, rootPassphrase, file }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('inspectors.renewOf', { name })} onClose={onClose}>
      <form className={fields} onSubmit={(event) => void renew(event)}>
        <p>{t('inspectors.renewLead')}</p>
        <Labelled label={t('inspectors.rootPassphrase')} refusal={order.error && sentenceOf(order.error)}>
          <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
        </Labelled>
        <div>
          <button type="submit" disabled={rootPassphrase === '' || order.isPending}>{t('inspectors.grant')}</button>
        </div>
      </form>
    </Dialog>
  )
}
