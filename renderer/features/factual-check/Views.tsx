import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AnswerTerm, STANDARD_TERM } from '../../../shared/domain/factual-check.ts'
import { ViewSubject } from '../../../shared/domain/view.ts'
import { api, useOrder } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { Labelled, row } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import styles from './factual-check.module.css'
import { TermFields } from './TermFields.tsx'
import type { ListedView } from './told.ts'

/** The views (zienswijzen) of the organisation on an intended measure or publication: apart from its remarks on facts. */
export function Views({ inspection, views }: { inspection: string; views: readonly ListedView[] }) {
  const { t } = useTranslation()
  return (
    <Part title={t('factualCheck.views')}>
      <p>{t('factualCheck.viewsLead')}</p>
      {views.length > 0 && <ul className={styles.list}>{views.map((view) => <li key={view.id}><OneView inspection={inspection} view={view} /></li>)}</ul>}
      <AddView inspection={inspection} />
    </Part>
  )
}

function OneView({ inspection, view: { id, fields, drafts, due, standing } }: { inspection: string; view: ListedView }) {
  const { t } = useTranslation()
  const remove = useFieldOrder(api.field.record)
  const receive = useOrder(api.factualCheck.receiveView)
  const at = <F extends keyof typeof fields>(field: F, label: string) => ({ place: { inspection, entity: 'view' as const, entityId: id, field }, label, field: fields[field] })
  const register = async () => {
    const [opened] = await window.bridge.open({ kinds: ['pdf', 'docx', 'odt', 'txt'], many: false, folder: false })
    if (opened) receive.mutate({ inspection, view: id, file: opened.handle, on: fields.receivedOn.value ?? today() })
  }
  return (
    <details>
      <summary>
        <strong>{fields.subject.value === null ? '≠' : t(`factualCheck.subject-${fields.subject.value}`)}</strong> · {fields.what.value} · {t(`factualCheck.view-${standing}`)}{due && ` · ${t('factualCheck.until', { day: dayOf(due) })}`}
      </summary>
      <div className={styles.opened}>
        <div className={row}><DayAnswer {...at('askedOn', t('factualCheck.askedOn'))} /><DayAnswer {...at('waived', t('factualCheck.waived'))} /></div>
        <Answered<AnswerTerm> {...at('term', t('factualCheck.term'))} show={({ value, unit }) => `${value} ${t(`factualCheck.unit-${unit}`)}`}>
          {(value, record) => (value === null
            ? <button type="button" onClick={() => record({ ...STANDARD_TERM })}>{t('factualCheck.setTerm')}</button>
            : <GiveTerm key={JSON.stringify(value)} term={value} onGive={record} />)}
        </Answered>
        <div className={row}><LineAnswer {...at('document', t('factualCheck.document'))} hint={t('factualCheck.documentHint')} /><DayAnswer {...at('receivedOn', t('factualCheck.receivedOn'))} /></div>
        <p><button type="button" onClick={() => void register()}>{t('factualCheck.register')}</button> {fields.file.value && <small><code>{fields.file.value.slice(0, 16)}…</code></small>}</p>
        <TextField {...at('summary', t('factualCheck.summary'))} draft={drafts.summary} />
        <TextField {...at('reply', t('factualCheck.reply'))} draft={drafts.reply} />
        <DayAnswer {...at('repliedOn', t('factualCheck.repliedOn'))} />
        <InReport inspection={inspection} id={id} field={fields.inReport} isFit={fields.receivedOn.value !== null && (fields.summary.value ?? '').trim() !== ''} />
        <button type="button" data-quiet onClick={() => remove.mutate({ ...at('subject', '').place, value: null, reason: null, seen: seenOf(fields.subject) })}>{t('factualCheck.removeView')}</button>
      </div>
    </details>
  )
}

/** Puts the view and the reply into an annex of the report, or takes them out; before it came there is nothing to put. */
function InReport({ inspection, id, field, isFit }: { inspection: string; id: string; field: ListedView['fields']['inReport']; isFit: boolean }) {
  const { t } = useTranslation()
  const put = useFieldOrder(api.field.record)
  const isIn = field.value === true
  return (
    <Labelled label={t('factualCheck.inReport')} hint={t(isFit ? 'factualCheck.inReportHint' : 'factualCheck.inReportNotYet')}>
      <select
        value={isIn ? 'yes' : 'no'} disabled={put.isPending || (!isFit && !isIn)}
        onChange={({ target }) => put.mutate({ inspection, entity: 'view', entityId: id, field: 'inReport', value: target.value === 'yes' ? true : null, reason: null, seen: seenOf(field) })}
      >
        <option value="no">{t('factualCheck.inReportNo')}</option>
        <option value="yes">{t('factualCheck.inReportYes')}</option>
      </select>
    </Labelled>
  )
}

/** A term that is only given once it is whole. */
function GiveTerm({ term, onGive }: { term: AnswerTerm; onGive: (term: AnswerTerm) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(term)
  const isSame = JSON.stringify(typed) === JSON.stringify(term)
  return (
    <div className={styles.term}>
      <TermFields term={typed} onChange={setTyped} />
      <button type="button" disabled={isSame || typed.source.trim() === ''} onClick={() => onGive(typed)}>{t('factualCheck.setTerm')}</button>
    </div>
  )
}

function AddView({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const [subject, setSubject] = useState<ViewSubject>('publication')
  const [what, setWhat] = useState('')
  const add = useOrder(api.factualCheck.addView)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (what.trim() !== '') add.mutate({ inspection, subject, what: what.trim() }, { onSuccess: () => setWhat('') })
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('factualCheck.subject')}>
        <select value={subject} onChange={({ target }) => setSubject(ViewSubject.parse(target.value))}>
          {ViewSubject.options.map((one) => <option key={one} value={one}>{t(`factualCheck.subject-${one}`)}</option>)}
        </select>
      </Labelled>
      <Labelled label={t('factualCheck.viewWhat')}><input autoComplete="off" maxLength={400} value={what} onChange={({ target }) => setWhat(target.value)} /></Labelled>
      <button type="submit" disabled={what.trim() === ''}>{t('factualCheck.addView')}</button>
    </form>
  )
}
