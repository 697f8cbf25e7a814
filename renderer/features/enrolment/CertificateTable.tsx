import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { buttons } from '../../ui/Labelled.tsx'
import table from '../../ui/table.module.css'
import { RenewDialog } from './RenewDialog.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

/** Everyone who can sign or could, and how long still. */
export function CertificateTable() {
  const { t } = useTranslation()
  const certificates = useAnswer(api.enrolment.certificates, {})
  const [asked, setAsked] = useState<{ what: 'renew' | 'revoke'; kid: string; name: string } | null>(null)
  if (certificates.length === 0) return <Empty sentence={t('inspectors.empty')} />
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('inspectors.person')}</th>
            <th scope="col">{t('workspace.inspectorate')}</th>
            <th scope="col">{t('inspectors.from')}</th>
            <th scope="col">{t('inspectors.to')}</th>
            <th scope="col">{t('inspectors.left')}</th>
            <th scope="col">{t('inspectors.change')}</th>
          </tr>
        </thead>
        <tbody>
          {certificates.map(({ kid, person, role, validFrom, validTo, daysLeft, revoked, earlierRoot }) => (
            <tr key={kid}>
              <td>{person.name}</td>
              <td>{person.inspectorate}</td>
              <td>{dayOf(validFrom)}</td>
              <td>{dayOf(validTo)}</td>
              <td>
                {revoked
                  ? t('inspectors.revoked', { day: dayOf(revoked.at), reason: t(`inspectors.reason-${revoked.reason}`) })
                  : daysLeft > 0 ? t('inspectors.days', { count: daysLeft }) : t('inspectors.over')}
                {earlierRoot && !revoked && <><br /><small>{t('inspectors.earlierRoot')}</small></>}
              </td>
              <td>
                {role === 'office' ? t('inspectors.own') : (
                  <span className={buttons}>
                    {revoked?.reason !== 'keyCompromise' && (
                      <button type="button" aria-label={t('inspectors.renewOf', { name: person.name })} onClick={() => setAsked({ what: 'renew', kid, name: person.name })}>
                        {t('inspectors.renew')}
                      </button>
                    )}
                    {revoked?.reason !== 'keyCompromise' && (
                      <button type="button" aria-label={t('inspectors.revokeOf', { name: person.name })} onClick={() => setAsked({ what: 'revoke', kid, name: person.name })}>
                        {t('inspectors.revoke')}
                      </button>
                    )}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked?.what === 'renew' && <RenewDialog {...asked} onClose={() => setAsked(null)} />}
      {asked?.what === 'revoke' && <RevokeDialog {...asked} onClose={() => setAsked(null)} />}
    </div>
  )
}
