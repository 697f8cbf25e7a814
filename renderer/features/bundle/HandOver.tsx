import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Fingerprint } from './Fingerprint.tsx'

/** Signs the whole inspection, saves it as a bundle for the office and says what comes next. */
export function HandOver({ inspection, blocked }: { inspection: string; blocked: boolean }) {
  const { t } = useTranslation()
  const names = useAnswer(api.bundle.suggestName, { inspection })
  const person = useAnswer(api.workspace.status, {})?.person
  const handOver = useOrder(written(api.bundle.handOver))
  const sign = async (plain: boolean) => {
    const file = await window.bridge.save(plain ? names.plain : names.name)
    if (file) handOver.mutate({ inspection, file, plain })
  }
  const disabled = blocked || handOver.isPending
  return (
    <>
      <p>{t('sign.statement', { name: person?.name })}</p>
      <div className={buttons}>
        <button type="button" data-main disabled={disabled} onClick={() => void sign(false)}>{t('sign.sign')}</button>
      </div>
      <p>{t('sign.encrypted')}</p>
      <details>
        <summary>{t('sign.plain')}</summary>
        <p>{t('sign.plainLead')}</p>
        <button type="button" disabled={disabled} onClick={() => void sign(true)}>{t('sign.signPlain')}</button>
      </details>
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
