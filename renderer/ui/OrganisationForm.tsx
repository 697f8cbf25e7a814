import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { namesIn } from '../../shared/domain/letter.ts'
import type { Organisation } from '../../shared/domain/organisation.ts'
import { buttons, fields, Labelled, row } from './Labelled.tsx'

interface Props {
  organisation: Organisation
  refusal: ReactNode
  onSave: (organisation: Organisation) => void
  onCancel: () => void
}

/** What is known of one organisation, and whether someone held its name against a source. */
export function OrganisationForm({ organisation, refusal, onSave, onCancel }: Props) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState(organisation)
  const [served, setServed] = useState(organisation.serves.join('\n'))
  const edit = (change: Partial<Organisation>) => setEdited({ ...edited, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave({ ...edited, name: edited.name.trim(), region: edited.region.trim(), partOf: edited.partOf?.trim() || null, serves: namesIn(served) })
  }
  return (
    <form className={fields} onSubmit={submit}>
      <Labelled label={t('organisation.name')} refusal={refusal}>
        <input value={edited.name} maxLength={200} autoFocus onChange={({ target }) => edit({ name: target.value })} />
      </Labelled>
      <div className={row}>
        <Labelled label={t('organisation.region')}>
          <input value={edited.region} maxLength={200} onChange={({ target }) => edit({ region: target.value })} />
        </Labelled>
        <Labelled label={t('organisation.partOf')} hint={t('organisation.partOfHint')}>
          <input value={edited.partOf ?? ''} maxLength={200} onChange={({ target }) => edit({ partOf: target.value })} />
        </Labelled>
      </div>
      <Labelled label={t('organisation.serves')} hint={t('organisation.servesHint')}>
        <textarea rows={4} maxLength={8_000} value={served} onChange={({ target }) => setServed(target.value)} />
      </Labelled>
      <label>
        <input type="checkbox" checked={edited.verified} onChange={({ target }) => edit({ verified: target.checked })} /> {t('organisation.verified')}
      </label>
      <div className={buttons}>
        <button type="submit" disabled={edited.name.trim() === '' || edited.region.trim() === ''}>{t('organisation.save')}</button>
        <button type="button" onClick={onCancel}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}
