import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer } from '../../api.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'

/** The frameworks in the making, what was saved last first. */
export function Drafts() {
  const { t } = useTranslation()
  const drafts = useAnswer(api.framework.drafts, {})
  if (drafts.length === 0) return null
  return (
    <Part title={t('draft.list')}>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('framework.title')}</th>
              <th scope="col">{t('framework.version')}</th>
              <th scope="col" className={table.number}>{t('framework.listed')}</th>
              <th scope="col" className={table.number}>{t('draft.toMendShort')}</th>
              <th scope="col">{t('draft.savedAt')}</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map(({ id, title, version, listed, faults, saved }) => (
              <tr key={id}>
                <td><Link href={`/toetsingskaders/concept/${id}`}>{title || t('draft.new')}</Link></td>
                <td>{version || '–'}</td>
                <td className={table.number}>{listed}</td>
                <td className={table.number}>{faults}</td>
                <td>{momentOf(saved)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}
