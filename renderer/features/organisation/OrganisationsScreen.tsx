import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { newOrganisation } from '../../ui/new-organisation.ts'
import { OrganisationForm } from '../../ui/OrganisationForm.tsx'
import { Screen } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'

/** The reference list of organisations, kept by whoever checks names against a source. */
export function OrganisationsScreen() {
  const { t } = useTranslation()
  const organisations = useAnswer(api.organisation.list, {})
  const [edited, setEdited] = useState<Organisation | null>(null)
  const save = useOrder(api.organisation.save, 'screen')
  const add = <button type="button" data-main onClick={() => setEdited(newOrganisation())}>{t('organisation.add')}</button>
  return (
    <Screen title={t('organisation.title')} lead={t('organisation.lead')} actions={organisations.length > 0 && add}>
      {organisations.length === 0 ? <Empty sentence={t('organisation.empty')}>{add}</Empty> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('organisation.name')}</th>
                <th scope="col">{t('organisation.region')}</th>
                <th scope="col">{t('organisation.partOf')}</th>
                <th scope="col">{t('organisation.verifiedHead')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {organisations.map((organisation) => (
                <tr key={organisation.id}>
                  <td><Link href={`/organisaties/${organisation.id}`}>{organisation.name}</Link></td>
                  <td>{organisation.region}</td>
                  <td>{organisation.partOf ?? '–'}</td>
                  <td>{t(organisation.verified ? 'organisation.yes' : 'organisation.no')}</td>
                  <td className={table.number}>
                    <button type="button" data-quiet aria-label={t('organisation.editNamed', { name: organisation.name })} onClick={() => setEdited(organisation)}>
                      {t('organisation.change')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edited && (
        <Dialog title={t(edited.name ? 'organisation.edit' : 'organisation.add')} onClose={() => setEdited(null)}>
          <OrganisationForm
            organisation={edited}
            refusal={save.error && sentenceOf(save.error)}
            onSave={(organisation) => save.mutate(organisation, { onSuccess: () => setEdited(null) })}
            onCancel={() => setEdited(null)}
          />
        </Dialog>
      )}
    </Screen>
  )
}
