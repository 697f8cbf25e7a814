import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevocationReason } from '../../../shared/domain/enrolment.ts'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'

const REASONS: readonly RevocationReason[] = ['cessationOfOperation', 'keyCompromise', 'superseded']

/** Asks why, and for the passphrase of the root: what is revoked does not come back. */
export function RevokeDialog({ kid, name, onClose }: { kid: string; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<RevocationReason | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  const [rootPassphrase, setRootPassphrase] = useState('')
  const order = useOrder(api.enrolment.revoke, 'screen')
  const revoke = (event: FormEvent) => {
    event.preventDefault()
    const since = lost === null ? null : new Date(`${lost}T00:00`).toISOString()
    if (reason) order.mutate({ kid, reason, since, rootPassphrase }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('inspectors.revokeOf', { name })} onClose={onClose}>
      <form className={fields} onSubmit={revoke}>
        <Choices
          legend={t('inspectors.why')}
          value={reason}
          options={REASONS.map((value) => ({ value, label: t(`inspectors.reason-${value}`), hint: t(`inspectors.reason-${value}-hint`) }))}
          onChoose={setReason}
        />
        {reason === 'keyCompromise' && <DayField label={t('inspectors.lost')} value={lost} onChange={setLost} />}
        <Notice tone="warning">{t('inspectors.revokeLead')}</Notice>
        <Labelled label={t('inspectors.rootPassphrase')} refusal={order.error && sentenceOf(order.error)}>
          <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
        </Labelled>
        <div>
          <button type="submit" disabled={reason === null || rootPassphrase === '' || order.isPending}>{t('inspectors.revokeNow')}</button>
        </div>
      </form>
    </Dialog>
  )
}
