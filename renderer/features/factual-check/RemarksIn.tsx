import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import { today } from '../../ui/today.ts'
import { AddRemark } from './AddRemark.tsx'
import styles from './factual-check.module.css'
import type { ListedCheck, ReadRow } from './told.ts'

/** Takes remarks in: by the form that came back, after a look at it, or typed. */
export function RemarksIn({ inspection, framework, checks }: { inspection: string; framework: Framework; checks: readonly ListedCheck[] }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string | null>(null)
  const [on, setOn] = useState<string | null>(today())
  const [file, setFile] = useState<string | null>(null)
  const [look, take] = [useOrder(api.factualCheck.previewForm), useOrder(api.factualCheck.takeForm)]
  const check = checks.find(({ id }) => id === chosen) ?? checks.at(-1)!
  const open = async () => {
    const [opened] = await window.bridge.open({ kinds: ['xlsx', 'csv'], many: false, folder: false })
    if (!opened) return
    setFile(opened.handle)
    take.reset()
    look.mutate({ inspection, check: check.id, file: opened.handle })
  }
  const keep = () => {
    if (file && on && look.data) take.mutate({ inspection, check: check.id, file, sha256: look.data.sha256, on }, { onSuccess: () => look.reset() })
  }
  const fresh = look.data?.rows.filter(({ state }) => state === 'new').length ?? 0
  return (
    <Part title={t('factualCheck.in')}>
      <div className={fields}>
        {checks.length > 1 && (
          <Labelled label={t('factualCheck.ofCheck')}>
            <select value={check.id} onChange={({ target }) => setChosen(target.value)}>
              {checks.map(({ id, sent }) => <option key={id} value={id}>{dayOf(sent.on)}</option>)}
            </select>
          </Labelled>
        )}
        <DayField label={t('factualCheck.receivedOn')} value={on} onChange={setOn} />
      </div>
      {on !== null && on > check.sent.due && <p><strong>{t('factualCheck.lateNow', { day: dayOf(check.sent.due) })}</strong></p>}
      <button type="button" onClick={() => void open()}>{t('factualCheck.open')}</button>
      {look.data && (
        <>
          <Rows rows={look.data.rows} />
          <button type="button" data-main disabled={on === null || fresh === 0} onClick={keep}>{t('factualCheck.take', { count: fresh })}</button>
        </>
      )}
      <div role="status">{take.data && <Notice tone="note">{t('factualCheck.taken', { count: take.data.taken })} {take.data.left > 0 && t('factualCheck.left', { count: take.data.left })}</Notice>}</div>
      <details>
        <summary>{t('factualCheck.typed')}</summary>
        <AddRemark inspection={inspection} framework={framework} check={check} on={on} />
      </details>
    </Part>
  )
}

function Rows({ rows }: { rows: readonly ReadRow[] }) {
  const { t } = useTranslation()
  return (
    <div className={table.scroll}>
      <table className={`${table.table} ${styles.table}`}>
        <thead><tr>{(['row', 'becomes', 'line', 'what', 'should', 'proof'] as const).map((head) => <th key={head} scope="col">{t(`factualCheck.column-${head}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ row, state, line, where, what, should, proof, faults }) => (
            <tr key={row}>
              <td>{row}</td>
              <td><strong>{t(`factualCheck.row-${state}`)}</strong>{faults.map((fault) => <small key={fault.cell}>{fault.cell}: {t(`factualCheck.fault-${fault.what}`)}</small>)}</td>
              <td>{line ?? (where === null ? '–' : <>“{where}” <small>{t('factualCheck.noLine')}</small></>)}</td>
              <td>{what}</td>
              <td>{should}</td>
              <td>{proof}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
