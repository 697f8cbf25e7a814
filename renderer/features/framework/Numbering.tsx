import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { numbersByPlace, renumbered } from '../../../shared/domain/framework-edit.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import table from '../../ui/table.module.css'

/** Shows which numbers change when everything is numbered by its place, and does so when that is wanted. */
export function Numbering({ body, onGive, onClose }: { body: Framework; onGive: (body: Framework) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const changes = numbersByPlace(body).filter(({ before, after }) => before !== after)
  return (
    <Dialog title={t('draft.renumber')} onClose={onClose}>
      <p>{t('draft.renumberExplain', { count: changes.length })}</p>
      {changes.length > 0 && (
        <>
          <div className={table.scroll} style={{ maxHeight: '50vh', overflow: 'auto' }} tabIndex={0} role="region" aria-label={t('draft.renumber')}>
            <table className={table.table}>
              <thead><tr><th scope="col">{t('draft.numberBefore')}</th><th scope="col">{t('draft.numberAfter')}</th></tr></thead>
              <tbody>{changes.map(({ where, before, after }) => <tr key={where}><td>{before || '–'}</td><td>{after}</td></tr>)}</tbody>
            </table>
          </div>
          <button
            type="button"
            data-main
            onClick={() => {
              onGive(renumbered(body))
              onClose()
            }}
          >
            {t('draft.renumberGive')}
          </button>
        </>
      )}
    </Dialog>
  )
}
