import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'
import { useOffered } from './use-offered.ts'

/** Reads the office's pass and shows whose it is; its six words are confirmed before it is trusted, unless a root that is trusted stands behind it. */
export function PassReader({ renewing }: { renewing: boolean }) {
  const { t } = useTranslation()
  const accept = useOrder(api.enrolment.acceptPass, 'screen')
  const { choose, isReading, shown, refusal } = useOffered(['veldpass'], api.enrolment.readPass, accept)
  const refused = refusal ?? accept.error
  return (
    <>
      <p>{t('access.passLead')}</p>
      <button type="button" data-main={(!renewing && !shown) || undefined} disabled={isReading} onClick={choose}>{t('access.readPass')}</button>
      {refused && <Notice tone="refused">{sentenceOf(refused)}</Notice>}
      {shown && (
        <Confirmed
          key={shown.file}
          lead={t(shown.vouchedBy ? 'access.passVouched' : 'access.passFrom', { office: shown.office, day: dayOf(shown.validTo), before: shown.vouchedBy })}
          words={shown.rootWords}
          known={shown.pinned ? t('access.known') : shown.vouchedBy && t('access.vouched')}
          confirm={t('access.confirmOffice')}
        >
          {(confirmed) => (
            <button
              type="button"
              data-main
              disabled={!confirmed || accept.isPending}
              onClick={() => accept.mutate({ file: shown.file, rootWords: shown.rootWords })}
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
