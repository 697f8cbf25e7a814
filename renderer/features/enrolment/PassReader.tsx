import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'

/** Reads the office's pass and shows whose it is; the office's six words are confirmed before it is trusted. */
export function PassReader({ renewing }: { renewing: boolean }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<OfferedFile | null>(null)
  const read = useOrder(api.enrolment.readPass, 'screen')
  const accept = useOrder(api.enrolment.acceptPass, 'screen')
  const choose = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['veldpass'], many: false, folder: false })
    if (!chosen) return
    accept.reset()
    setFile(chosen)
    read.mutate({ file: chosen.handle })
  }
  const refusal = read.error ?? accept.error
  const shown = file && read.data && !accept.isSuccess ? { handle: file.handle, ...read.data } : null
  return (
    <>
      <p>{t('access.passLead')}</p>
      <button type="button" data-main={(!renewing && !shown) || undefined} disabled={read.isPending} onClick={() => void choose()}>{t('access.readPass')}</button>
      {refusal && <Notice tone="refused">{sentenceOf(refusal)}</Notice>}
      {shown && (
        <Confirmed
          lead={t(shown.vouchedBy ? 'access.passVouched' : 'access.passFrom', { office: shown.office, day: dayOf(shown.validTo), before: shown.vouchedBy })}
          words={shown.rootWords}
          known={shown.pinned}
          confirm={t('access.confirmOffice')}
        >
          {(confirmed) => (
            <button
              type="button"
              data-main
              disabled={!confirmed || accept.isPending}
              onClick={() => accept.mutate({ file: shown.handle, rootWords: shown.rootWords })}
            >
              {t('access.accept')}
            </button>
          )}
        </Confirmed>
      )}
      {accept.isSuccess && <p role="status">{t('access.accepted', { day: dayOf(accept.data.validTo) })}</p>}
    </>
  )
}
