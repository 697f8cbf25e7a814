import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { daysUntil } from '../../ui/days-until.ts'
import { Empty } from '../../ui/Empty.tsx'
import table from '../../ui/table.module.css'

/** Everyone who can sign, and how long still. */
export function CertificateTable() {
  const { t } = useTranslation()
  const certificates = useAnswer(api.enrolment.certificates, {})
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
            <th scope="col" className={table.number}>{t('inspectors.left')}</th>
          </tr>
        </thead>
        <tbody>
          {certificates.map(({ kid, person, validFrom, validTo }) => (
            <tr key={kid}>
              <td>{person.name}</td>
              <td>{person.inspectorate}</td>
              <td>{dayOf(validFrom)}</td>
              <td>{dayOf(validTo)}</td>
              <td className={table.number}>{t('inspectors.days', { count: daysUntil(validTo) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
