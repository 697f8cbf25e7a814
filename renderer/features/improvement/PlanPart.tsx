import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder, written } from '../../api.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import styles from './improvement.module.css'
import { type PreviewedRow, today, type Told } from './listed.ts'

/** The improvement plan of the organisation: out as a workbook, and back in as what it says, after a look at what it would bring. */
export function PlanPart({ inspection, plans }: { inspection: string; plans: Told['plans'] }) {
  const { t } = useTranslation()
  const [file, setFile] = useState<string | null>(null)
  const [dated, setDated] = useState<string | null>(null)
  const [write, look, take] = [useOrder(written(api.improvement.writePlan)), useOrder(api.improvement.previewPlan), useOrder(api.improvement.takePlan)]
  const save = async () => {
    const place = await window.bridge.save('verbeterplan.xlsx')
    if (place !== null) write.mutate({ inspection, file: place, day: today() })
  }
  const open = async () => {
    const [chosen] = await window.bridge.open({ kinds: ['xlsx'], many: false, folder: false })
    if (!chosen) return
    setFile(chosen.handle)
    take.reset()
    look.mutate({ inspection, file: chosen.handle })
  }
  const keep = () => {
    if (file === null || dated === null || !look.data) return
    take.mutate({ inspection, file, sha256: look.data.sha256, dated, on: today() }, { onSuccess: () => look.reset() })
  }
  return (
    <Part title={t('improvement.plan')}>
      <p>{t('improvement.planLead')}</p>
      <div className={styles.bar}>
        <button type="button" onClick={() => void save()}>{t('improvement.writePlan')}</button>
        <button type="button" onClick={() => void open()}>{t('improvement.openPlan')}</button>
      </div>
      {look.data && (
        <>
          <Preview rows={look.data.rows} />
          <DayField label={t('improvement.planDated')} value={dated} onChange={setDated} />
          <button type="button" data-main disabled={dated === null || !look.data.rows.some(isKept)} onClick={keep}>{t('improvement.takePlan', { count: look.data.rows.filter(isKept).length })}</button>
        </>
      )}
      <div role="status">{take.data && <Notice tone="note">{t('improvement.taken', { count: take.data.taken })} {take.data.left > 0 && t('improvement.left', { count: take.data.left })}</Notice>}</div>
      {plans.length > 0 && <ul aria-label={t('improvement.plans')}>{plans.map(({ id, received }) => <li key={id}>{t('improvement.planOf', { day: shortDayOf(received.dated), on: shortDayOf(received.on) })}</li>)}</ul>}
    </Part>
  )
}

const isKept = ({ state }: PreviewedRow) => state === 'new' || state === 'changed'

function Preview({ rows }: { rows: readonly PreviewedRow[] }) {
  const { t } = useTranslation()
  const heads = ['row', 'becomes', 'point', 'measure', 'what', 'due'] as const
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{t(`improvement.column-${head}`)}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ row, state, point, measure, said, before, faults }) => (
            <tr key={row}>
              <td>{row}</td>
              <td><strong>{t(`improvement.row-${state}`)}</strong>{faults.map(({ cell, what }) => <small key={cell}>{cell}: {t(`improvement.fault-${what}`)}</small>)}</td>
              <td>{point}</td>
              <td>{measure}</td>
              <td>{said?.what}{before && before.what !== said?.what && <small>{t('improvement.was', { value: before.what })}</small>}</td>
              <td>{said?.due && shortDayOf(said.due)}{before && before.due !== said?.due && <small>{t('improvement.was', { value: before.due === null ? '–' : shortDayOf(before.due) })}</small>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
