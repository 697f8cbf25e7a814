import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CaseloadKind } from '../../../shared/domain/caseload.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { countTitleOf } from '../../source/Claimed.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './claim.module.css'
import { CountFields } from './CountFields.tsx'
import { differs, type ListedCount } from './listed.ts'

/** Cases per registration system, as reported and as counted on site, with the difference marked. */
export function Counts({ inspection, framework, counts }: { inspection: string; framework: Framework; counts: readonly ListedCount[] }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const chosen = counts.find(({ id }) => id === opened)
  return (
    <Part title={t('claim.counts')}>
      {counts.length === 0 ? <Empty sentence={t('claim.noCounts')} /> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('claim.counted')}</th><th scope="col">{t('claim.day')}</th>
                <th scope="col" className={table.number}>{t('claim.reported')}</th><th scope="col">{t('claim.reportedBy')}</th>
                <th scope="col" className={table.number}>{t('claim.foundCount')}</th><th scope="col">{t('claim.foundHow')}</th>
                <th scope="col" className={table.number}>{t('claim.difference')}</th>
              </tr>
            </thead>
            <tbody>
              {counts.map(({ id, fields, more }) => (
                <tr key={id} data-odds={more !== null && more !== 0}>
                  <td>
                    <button type="button" data-quiet aria-expanded={id === opened} onClick={() => setOpened(id === opened ? null : id)}>{countTitleOf(fields)}</button>
                    {differs(fields) && <small>≠ {t('rating.different')}</small>}
                  </td>
                  <td className={table.day}>{fields.day.value && shortDayOf(fields.day.value)}</td>
                  <td className={table.number}>{fields.reported.value ?? '–'}</td>
                  <td>{fields.reportedBy.value}{fields.document.value && <small>{fields.document.value}</small>}</td>
                  <td className={table.number}>{fields.found.value ?? '–'}</td>
                  <td>{fields.foundHow.value}</td>
                  <td className={table.number}>{more === null ? t('claim.notCounted') : more === 0 ? '0' : <strong>≠ {more > 0 ? '+' : '−'}{Math.abs(more)}</strong>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen && (
        <section className={styles.opened} aria-label={t('claim.countDetails')}>
          <CountFields key={chosen.id} inspection={inspection} framework={framework} count={chosen} />
          <button type="button" onClick={() => setOpened(null)}>{t('claim.close')}</button>
        </section>
      )}
      <AddCount inspection={inspection} onAdded={setOpened} />
    </Part>
  )
}

function AddCount({ inspection, onAdded }: { inspection: string; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const [counted, setCounted] = useState<CaseloadKind>('investigation-waiting')
  const [system, setSystem] = useState('')
  const add = useOrder(api.claim.addCount)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ inspection, counted, system: system.trim() || null }, { onSuccess: ({ id }) => onAdded(id) })
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('claim.counted')}>
        <select value={counted} onChange={({ target }) => setCounted(CaseloadKind.parse(target.value))}>
          {CaseloadKind.options.map((one) => <option key={one} value={one}>{t(`claim.count-${one}`)}</option>)}
        </select>
      </Labelled>
      <Labelled label={t('claim.system')} hint={t('claim.systemHint')}>
        <input autoComplete="off" maxLength={400} value={system} onChange={({ target }) => setSystem(target.value)} />
      </Labelled>
      <button type="submit">{t('claim.addCount')}</button>
    </form>
  )
}
