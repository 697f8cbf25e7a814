import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'

/** Trusts the office of another inspectorate, once its six words were confirmed. */
export function OtherOffice() {
  const { t } = useTranslation()
  const [file, setFile] = useState<OfferedFile | null>(null)
  const read = useOrder(api.enrolment.readRoot, 'screen')
  const accept = useOrder(api.enrolment.acceptRoot, 'screen')
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['pem'], many: false, folder: false })
    if (!chosen) return
    accept.reset()
    setFile(chosen)
    read.mutate({ file: chosen.handle })
  }
  const refusal = read.error ?? accept.error
  const shown = file && read.data && !accept.isSuccess ? { handle: file.handle, ...read.data } : null
  return (
    <details>
      <summary>{t('offices.other')}</summary>
      <p>{t('offices.otherLead')}</p>
      <button type="button" disabled={read.isPending} onClick={() => void choose()}>{t('offices.readRoot')}</button>
      {refusal && <Notice tone="refused">{sentenceOf(refusal)}</Notice>}
      {shown && (
        <Confirmed key={shown.handle} lead={t('offices.rootOf', { name: shown.name })} words={shown.words} known={shown.pinned} confirm={t('access.confirmOffice')}>
          {(confirmed) => !shown.pinned && (
            <button type="button" disabled={!confirmed || accept.isPending} onClick={() => accept.mutate({ file: shown.handle, rootWords: shown.words })}>
              {t('offices.accept')}
            </button>
          )}
        </Confirmed>
      )}
      {accept.isSuccess && <p role="status">{t('offices.accepted', { name: accept.data.name })}</p>}
    </details>
  )
}
