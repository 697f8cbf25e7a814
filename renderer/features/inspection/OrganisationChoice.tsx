import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../../shared/domain/organisation.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Combo } from '../../ui/Combo.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { newOrganisation } from '../../ui/new-organisation.ts'
import { OrganisationForm } from '../../ui/OrganisationForm.tsx'
import styles from './inspection.module.css'

interface Props {
  value: string | null
  refusal?: string | undefined
  onChoose: (organisation: string) => void
}

/** An organisation of the reference list, to which one can be added on the spot; a name that nobody checked is marked. */
export function OrganisationChoice({ value, refusal, onChoose }: Props) {
  const { t } = useTranslation()
  const organisations = useAnswer(api.organisation.list, {})
  const [edited, setEdited] = useState<Organisation | null>(null)
  const save = useOrder(api.organisation.save, 'screen')
  const chosen = organisations.find(({ id }) => id === value)
  const keep = (organisation: Organisation) =>
    save.mutate(organisation, {
      onSuccess: () => {
        setEdited(null)
        onChoose(organisation.id)
      },
    })
  return (
    <div>
      <Labelled label={t('inspection.organisation')} hint={chosen && !chosen.verified && t('organisation.unverified')} refusal={refusal}>
        <Combo
          value={value}
          empty={t('organisation.none')}
          options={organisations.map(({ id, name, region, verified }) => ({
            id, text: name, shown: <>{name} <small>{region}{!verified && ` · ${t('organisation.unverifiedShort')}`}</small></>,
          }))}
          onChoose={onChoose}
        />
      </Labelled>
      <div className={`${buttons} ${styles.beside}`}>
        <button type="button" data-quiet onClick={() => setEdited(newOrganisation())}>{t('organisation.add')}</button>
        {chosen && <button type="button" data-quiet onClick={() => setEdited(chosen)}>{t('organisation.edit')}</button>}
      </div>
      {edited && (
        <Dialog title={t(edited.name ? 'organisation.edit' : 'organisation.add')} onClose={() => setEdited(null)}>
          <OrganisationForm organisation={edited} refusal={save.error && sentenceOf(save.error)} onSave={keep} onCancel={() => setEdited(null)} />
        </Dialog>
      )}
    </div>
  )
}
