import { useTranslation } from 'react-i18next'
import type { Ground } from '../../../shared/domain/redaction.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { api, useOrder } from '../../api.ts'
import { Part } from '../../ui/Screen.tsx'
import styles from './public-version.module.css'

interface Props {
  inspection: string
  language: ReportLanguage
  redactions: readonly { id: string; ground: Ground; reason: string | null; text: string }[]
}

/** All that goes, with its ground. */
export function LeftOut({ inspection, language, redactions }: Props) {
  const { t } = useTranslation()
  const putBack = useOrder(api.publicVersion.putBack)
  return (
    <Part title={t('publicVersion.leftOut', { count: redactions.length })}>
      {redactions.length === 0 ? <p>{t('publicVersion.nothingLeftOut')}</p> : (
        <ul className={styles.found}>
          {redactions.map(({ id, ground, reason, text }) => (
            <li key={id}>
              <span><strong>{text}</strong> <small>{t(`publicVersion.ground.${ground}`)}{reason && `: ${reason}`}</small></span>
              <button type="button" data-quiet disabled={putBack.isPending} aria-label={t('publicVersion.putBackOf', { text })} onClick={() => putBack.mutate({ inspection, language, ids: [id] })}>
                {t('publicVersion.putBack')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Part>
  )
}
