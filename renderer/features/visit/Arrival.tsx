import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportFormat } from '../../../shared/domain/report-page.ts'
import { api, useOrder, written } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { TextField } from '../../field/TextField.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { FormatButtons } from '../../ui/FormatButtons.tsx'
import { buttons, fields as beneath, row } from '../../ui/Labelled.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { Part } from '../../ui/Screen.tsx'
import { timeFrom } from '../../ui/typed-time.ts'
import { titleOf, type Visited } from './listed.ts'

const TOLD = ['identified', 'explained', 'privacyGiven'] as const

/** The card of arrival: who received, what was shown and told, whether someone refused, and when the team left. */
export function Arrival({ inspection, visit }: { inspection: string; visit: Visited }) {
  const { t } = useTranslation()
  const { id, fields, drafts } = visit
  const refused = fields.refusedAt.heads.length + fields.refusedWords.heads.length > 0 || drafts.refusedWords !== undefined
  const [refusing, setRefusing] = useState(false)
  const receipt = useOrder(written(api.visit.receipt))
  const labelOf = (field: keyof typeof fields) => t(`visit.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection, entity: 'visit' as const, entityId: id, field }, label: labelOf(field), field: fields[field],
  })
  const save = async (format: ReportFormat) => {
    const file = await window.bridge.save(`${t('visit.receiptName')}.${format}`)
    if (file) receipt.mutate({ inspection, visit: id, format, file })
  }
  const clock = (field: 'arrivedAt' | 'leftAt' | 'refusedAt') => (
    <Answered<string> {...at(field)} show={(time) => time}>
      {(value, record) => <LineField label={t(`visit.${field}`)} hint={t('visit.timeHint')} value={value} read={timeFrom} wrong={t('visit.timeWrong')} onChange={record} />}
    </Answered>
  )
  return (
    <Part title={t('visit.arrival', { visit: titleOf(visit) })}>
      <div className={beneath}>
        <div className={row}>
          <Answered<string> {...at('day')} show={dayOf}>
            {(value, record) => <DayField label={t('visit.day')} value={value} onChange={(day) => day !== null && record(day)} />}
          </Answered>
          <LineAnswer {...at('unit')} />
        </div>
        <div className={row}>{clock('arrivedAt')}<LineAnswer {...at('receivedBy')} /></div>
        {TOLD.map((field) => (
          <Answered<boolean> key={field} {...at(field)} show={(yes) => t(yes ? 'visit.yes' : 'visit.no')}>
            {(value, record) => (
              <label><input type="checkbox" checked={value === true} onChange={({ target }) => record(target.checked)} />{t(`visit.${field}`)}</label>
            )}
          </Answered>
        ))}
        {refused || refusing ? (
          <>
            {clock('refusedAt')}
            <TextField {...at('refusedWords')} hint={t('visit.refusedHint')} draft={drafts.refusedWords ?? null} />
          </>
        ) : <div><button type="button" onClick={() => setRefusing(true)}>{t('visit.refuse')}</button></div>}
        {clock('leftAt')}
        <div className={buttons}>
          <FormatButtons formats={['pdf', 'docx', 'html']} disabled={receipt.isPending} labelOf={(format) => t('visit.receipt', { format })} onChoose={(format) => void save(format)} />
        </div>
        {receipt.isSuccess && <p role="status">{t('visit.receiptSaved')}</p>}
      </div>
    </Part>
  )
}
