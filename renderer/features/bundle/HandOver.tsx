import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Fingerprint } from './Fingerprint.tsx'

/** Signs the whole inspection, saves it as a bundle and says what comes next. */
export function HandOver({ inspection, blocked }: { inspection: string; blocked: boolean }) {
  const { t } = useTranslation()
  const { name } = useAnswer(api.bundle.suggestName, { inspection })
  const person = useAnswer(api.workspace.status, {})?.person
  const handOver = useOrder(written(api.bundle.handOver))
  const sign = async () => {
    const file = await window.bridge.save(name)
    if (file) handOver.mutate({ inspection, file })
  }
  return (
    <>
      <p>{t('sign.statement', { name: person?.name })}</p>
      <button type="button" data-main disabled={blocked || handOver.isPending} onClick={() => void sign()}>{t('sign.sign')}</button>
      {blocked && <p>{t('sign.blocked')}</p>}
      {handOver.isPending && <Running progress={handOver.progress} label={t('sign.signing')} onCancel={handOver.cancel} />}
      {handOver.isSuccess && (
        <Notice tone="note">
          <p role="status">{t('sign.signed', { sequence: handOver.data.sequence })}</p>
          <p>{t('sign.fingerprint')} <Fingerprint manifest={handOver.data.manifest} /></p>
          <p>{t('sign.whatNext')}</p>
        </Notice>
      )}
    </>
  )
}
