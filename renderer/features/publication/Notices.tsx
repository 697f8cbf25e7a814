import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import table from '../../ui/table.module.css'
import { MomentField } from './MomentField.tsx'
import styles from './publication.module.css'
import { type ListedNotice, localOf, type Publication } from './told.ts'

/** Who is told when, in the order of the day, and who has been. */
export function Notices({ inspection, publication: { notices, mayRecord, standing, steps } }: { inspection: string; publication: Publication }) {
  const { t } = useTranslation()
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead><tr><th scope="col">{t('publication.at')}</th><th scope="col">{t('publication.audience')}</th><th scope="col">{t('publication.done')}</th></tr></thead>
        <tbody>{notices.map((notice) => (
          <Row key={`${notice.id} ${standing.state}`} inspection={inspection} listed={notice} mayRecord={mayRecord} publishes={standing.state === 'sent' ? steps.at(-1)?.step.value?.by ?? '' : null} />
        ))}</tbody>
      </table>
    </div>
  )
}

/** `publishes` is by whom the last step was taken, where being on the site is the step that comes next. */
function Row({ inspection, listed: { id, notice, done }, mayRecord, publishes }: { inspection: string; listed: ListedNotice; mayRecord: boolean; publishes: string | null }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const [by, setBy] = useState(publishes ?? '')
  const { value } = notice
  const mark = useOrder(api.publication.markNotice)
  const change = useOrder(api.publication.changeNotice)
  const close = { onSuccess: () => setOpen(false) }
  if (value === null) return <tr><td colSpan={3}>≠ {t('rating.different')}</td></tr>
  const { inspection: _of, ...said } = value
  const name = t(`publicationAudience.${value.audience}`)
  const isStep = value.audience === 'site' && publishes !== null
  return (
    <tr>
      <td className={styles.when}>{localOf(value.at)}</td>
      <td><strong>{name}</strong>{value.what && <small>{value.what}</small>}</td>
      <td>
        <div className={styles.doing}>
          <span>{done.different ? `≠ ${t('rating.different')}` : done.value ? t('publication.doneOn', { moment: localOf(done.value) }) : t('publication.notDone')}</span>
          {mayRecord && !open && <button type="button" data-quiet aria-label={t('publication.changeOf', { name })} onClick={() => setOpen(true)}>{t(done.value ? 'publication.change' : 'publication.mark')}</button>}
        </div>
        {open && (
          <div className={styles.marking} role="group" aria-label={name}>
            {isStep && (
              <Labelled label={t('publication.publishedBy')} hint={t('publication.publishedHint')}>
                <input autoComplete="off" maxLength={400} value={by} onChange={({ target }) => setBy(target.value)} />
              </Labelled>
            )}
            <Moment label={t('publication.doneAt')} value={done.value ?? value.at} give={t('publication.giveDone')} onGive={(moment) => mark.mutate({ inspection, id, done: moment, ...(isStep && by.trim() !== '' && { by: by.trim() }) }, close)} />
            <Moment label={t('publication.moveTo')} value={value.at} give={t('publication.move')} onGive={(at) => change.mutate({ inspection, id, notice: { ...said, at } }, close)} />
            <div className={styles.buttons}>
              {done.value && <button type="button" data-quiet onClick={() => mark.mutate({ inspection, id, done: null }, close)}>{t('publication.undone')}</button>}
              <button type="button" data-quiet onClick={() => change.mutate({ inspection, id, notice: null }, close)}>{t('publication.remove')}</button>
              <button type="button" data-quiet onClick={() => setOpen(false)}>{t('publication.close')}</button>
            </div>
          </div>
        )}
      </td>
    </tr>
  )
}

function Moment({ label, value, give, onGive }: { label: string; value: string; give: string; onGive: (moment: string) => void }) {
  const [moment, setMoment] = useState<string | null>(value)
  return (
    <div className={styles.giving}>
      <MomentField label={label} value={value} onChange={setMoment} />
      <button type="button" disabled={moment === null} onClick={() => moment !== null && onGive(moment)}>{give}</button>
    </div>
  )
}
