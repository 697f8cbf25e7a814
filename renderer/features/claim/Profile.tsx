import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProfileTopic } from '../../../shared/domain/profile.ts'
import { api, useOrder } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './claim.module.css'
import { FactFields } from './FactFields.tsx'
import { differs, type ListedFact } from './listed.ts'
import { TakeFigures } from './TakeFigures.tsx'

/** What the organisation is on a reference day, fact by fact, by topic. */
export function Profile({ inspection, facts }: { inspection: string; facts: readonly ListedFact[] }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const chosen = facts.find(({ id }) => id === opened)
  const placeOf = ({ fields }: ListedFact) => (fields.topic.value === null ? ProfileTopic.options.length : ProfileTopic.options.indexOf(fields.topic.value))
  return (
    <Part title={t('claim.profile')}>
      {facts.length === 0 ? <Empty sentence={t('claim.noFacts')} /> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead><tr>{(['topic', 'fact', 'value', 'unit', 'day', 'source'] as const).map((head) => <th key={head} scope="col">{t(`claim.${head}`)}</th>)}</tr></thead>
            <tbody>
              {facts.toSorted((a, b) => placeOf(a) - placeOf(b)).map(({ id, fields }) => (
                <tr key={id}>
                  <td>{fields.topic.value && t(`claim.topic-${fields.topic.value}`)}</td>
                  <td>
                    <button type="button" data-quiet aria-expanded={id === opened} onClick={() => setOpened(id === opened ? null : id)}>{fields.label.value ?? '≠'}</button>
                    {differs(fields) && <small>≠ {t('rating.different')}</small>}
                  </td>
                  <td>{fields.value.value}</td>
                  <td>{fields.unit.value}</td>
                  <td className={table.day}>{fields.day.value && shortDayOf(fields.day.value)}</td>
                  <td>{fields.source.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen && (
        <section className={styles.opened} aria-label={t('claim.factDetails')}>
          <FactFields key={chosen.id} inspection={inspection} fact={chosen} />
          <button type="button" onClick={() => setOpened(null)}>{t('claim.close')}</button>
        </section>
      )}
      <AddFact inspection={inspection} onAdded={setOpened} />
      <TakeFigures inspection={inspection} />
    </Part>
  )
}

function AddFact({ inspection, onAdded }: { inspection: string; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const [topic, setTopic] = useState<ProfileTopic>('task')
  const [label, setLabel] = useState('')
  const add = useOrder(api.claim.addFact)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() === '') return
    add.mutate({ inspection, topic, label: label.trim() }, { onSuccess: ({ id }) => onAdded(id) })
    setLabel('')
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('claim.topic')}>
        <select value={topic} onChange={({ target }) => setTopic(ProfileTopic.parse(target.value))}>
          {ProfileTopic.options.map((one) => <option key={one} value={one}>{t(`claim.topic-${one}`)}</option>)}
        </select>
      </Labelled>
      <Labelled label={t('claim.newFact')} hint={t('claim.factHint')}>
        <input autoComplete="off" maxLength={400} value={label} onChange={({ target }) => setLabel(target.value)} />
      </Labelled>
      <button type="submit">{t('claim.addFact')}</button>
    </form>
  )
}
