import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'
import { useOffered } from './use-offered.ts'
import styles from './enrolment.module.css'

/** Trusts the office of another inspectorate once its six words were confirmed, or the next root of one that is trusted, which stands behind it. */
export function OtherOffice() {
  const { t } = useTranslation()
  const accept = useOrder(api.enrolment.acceptRoot, 'screen')
  const { choose, isReading, shown, refusal } = useOffered(['pem', 'veldroot'], api.enrolment.readRoot, accept)
  const refused = refusal ?? accept.error
  return (
    <details className={styles.more}>
      <summary>{t('offices.other')}</summary>
      <p>{t('offices.otherLead')}</p>
      <button type="button" disabled={isReading} onClick={choose}>{t('offices.readRoot')}</button>
      {refused && <Notice tone="refused">{sentenceOf(refused)}</Notice>}
      {shown && (
        <Confirmed
          key={shown.file}
          lead={t(shown.vouchedBy ? 'offices.nextOf' : 'offices.rootOf', { name: shown.name, before: shown.vouchedBy })}
          words={shown.words}
          known={shown.pinned ? t('access.known') : shown.vouchedBy && t('access.vouched')}
          confirm={t('access.confirmOffice')}
        >
          {(confirmed) => !shown.pinned && (
            <button type="button" disabled={!confirmed || accept.isPending} onClick={() => accept.mutate({ file: shown.file, rootWords: shown.words })}>
              {t('offices.accept')}
            </button>
          )}
        </Confirmed>
      )}
      {accept.isSuccess && <p role="status">{t('offices.accepted', { name: accept.data.name })}</p>}
    </details>
  )
}
