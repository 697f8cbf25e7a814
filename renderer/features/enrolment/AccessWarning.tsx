import { useTranslation } from 'react-i18next'
import { api, useHint } from '../../api.ts'

/** From how many days before the end of one's access it is told everywhere. */
export const SOON = 30

/** What stands in the status line when access ends soon or has ended, or a revocation list is too old. */
export function AccessWarning() {
  const { t } = useTranslation()
  const pass = useHint(api.enrolment.status, {})?.pass
  const isOld = useHint(api.enrolment.roots, {})?.some(({ outOfDate, list }) => outOfDate && list !== null)
  if (pass?.revoked) return <span>{t('access.shortRevoked')}</span>
  if (pass && pass.daysLeft <= SOON) return <span>{pass.daysLeft > 0 ? t('access.short', { count: pass.daysLeft }) : t('access.shortOver')}</span>
  return isOld ? <span>{t('access.shortList')}</span> : null
}
