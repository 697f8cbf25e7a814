import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Audience } from '../../../shared/domain/publication.ts'
import { api, useOrder } from '../../api.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import { MomentField } from './MomentField.tsx'
import { Notices } from './Notices.tsx'
import styles from './publication.module.css'
import { localOf, type Publication } from './told.ts'

/** The day on which it becomes public: until when nothing is told, and who is told when. */
export function Day({ inspection, publication }: { inspection: string; publication: Publication }) {
  const { t } = useTranslation()
  const { embargo: { value: embargo }, first, notices, mayRecord } = publication
  const plan = useOrder(api.publication.planDay)
  return (
    <Part title={t('publication.dayTitle')}>
      <p>{embargo === null ? t('publication.noEmbargo') : t('publication.embargoTold', { moment: localOf(embargo) })}</p>
      {mayRecord && <EmbargoForm key={`${embargo} ${first}`} inspection={inspection} embargo={embargo} first={first} />}
      {notices.length === 0 ? (
        <Empty sentence={t('publication.noNotices')}>
          {mayRecord && embargo !== null && <button type="button" onClick={() => plan.mutate({ inspection })}>{t('publication.plan')}</button>}
        </Empty>
      ) : <Notices inspection={inspection} publication={publication} />}
      {mayRecord && <AddNotice inspection={inspection} embargo={embargo} />}
    </Part>
  )
}

function EmbargoForm({ inspection, embargo, first }: { inspection: string; embargo: string | null; first: string | null }) {
  const { t } = useTranslation()
  const [moment, setMoment] = useState(embargo ?? (first && `${first}T10:00`))
  const set = useOrder(api.publication.setEmbargo)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (moment !== null) set.mutate({ inspection, embargo: moment })
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('publication.embargo')}>
      <MomentField label={t('publication.embargo')} value={moment} onChange={setMoment} />
      <div className={styles.buttons}>
        <button type="submit" disabled={moment === null || moment === embargo}>{t('publication.setEmbargo')}</button>
        {embargo !== null && <button type="button" data-quiet onClick={() => set.mutate({ inspection, embargo: null })}>{t('publication.noMoreEmbargo')}</button>}
      </div>
    </form>
  )
}

function AddNotice({ inspection, embargo }: { inspection: string; embargo: string | null }) {
  const { t } = useTranslation()
  const [audience, setAudience] = useState<Audience>('municipalities')
  const [at, setAt] = useState(embargo)
  const [what, setWhat] = useState('')
  const [count, setCount] = useState(0)
  const add = useOrder(api.publication.addNotice)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (at !== null) add.mutate({ inspection, notice: { audience, at, what: what.trim() || null } }, { onSuccess: () => { setWhat(''); setCount(count + 1) } })
  }
  return (
    <details>
      <summary>{t('publication.addNotice')}</summary>
      <form key={count} className={styles.form} onSubmit={submit} aria-label={t('publication.addNotice')}>
        <Labelled label={t('publication.audience')}>
          <select value={audience} onChange={({ target }) => setAudience(Audience.parse(target.value))}>
            {Audience.options.map((one) => <option key={one} value={one}>{t(`publicationAudience.${one}`)}</option>)}
          </select>
        </Labelled>
        <MomentField label={t('publication.toldOn')} value={at} onChange={setAt} />
        <Labelled label={t('publication.whatTold')} hint={t('publication.whatHint')}>
          <input autoComplete="off" maxLength={400} value={what} onChange={({ target }) => setWhat(target.value)} />
        </Labelled>
        <button type="submit" disabled={at === null}>{t('publication.add')}</button>
      </form>
    </details>
  )
}
