import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PointState, PointStateCode } from '../../../shared/domain/improvement.ts'
import { api } from '../../api.ts'
import { seenOf, useFieldOrder, useNames } from '../../field/orders.ts'
import { History } from '../../field/History.tsx'
import { shortDayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Difference } from '../../ui/Difference.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import styles from './improvement.module.css'
import { type ListedPoint, stateOf, today } from './listed.ts'
import { StateMark } from './StateMark.tsx'

/** How a point stands; a person gives it another state, on which day, on what source and why. */
export function StateForm({ inspection, point: { id, fields } }: { inspection: string; point: ListedPoint }) {
  const { t } = useTranslation()
  const names = useNames()
  const [record, settle] = [useFieldOrder(api.field.record), useFieldOrder(api.field.settle)]
  const place = { inspection, entity: 'improvement' as const, entityId: id, field: 'state' }
  const show = (state: PointState) => <><StateMark state={state.state} /> {shortDayOf(state.on)}{state.source && ` · ${state.source}`}</>
  const { state } = fields
  return (
    <>
      <h3>{t('improvement.state')}</h3>
      {state.different
        ? <Difference field={state} label={t('improvement.state')} show={show} nameOf={names} onSettle={(value, reason) => settle.mutate({ ...place, value, reason, seen: seenOf(state) })} />
        : <p>{state.value ? show(state.value) : <StateMark state={stateOf({ fields })} />}</p>}
      {!state.different && <GiveState key={state.heads[0]?.id ?? ''} onGive={(value, reason) => record.mutate({ ...place, value, reason, seen: seenOf(state) })} />}
      {state.heads.length > 0 && <History title={t('improvement.state')} place={place} show={(value) => show(value as PointState)} />}
    </>
  )
}

interface GiveProps {
  /** What stands there first; a person may choose otherwise. */
  suggested?: PointStateCode | null
  day?: string
  onGive: (state: PointState, reason: string) => void
}

/** Asks for a state with its day, source and reason; nothing is chosen beforehand unless a retest suggests it. */
export function GiveState({ suggested = null, day = today(), onGive }: GiveProps) {
  const { t } = useTranslation()
  const [state, setState] = useState<PointStateCode | ''>(suggested ?? '')
  const [on, setOn] = useState<string | null>(day)
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state !== '' && on !== null && reason.trim() !== '') onGive({ state, on, source: source.trim() || null }, reason.trim())
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={row}>
        <Labelled label={t('improvement.newState')}>
          <select value={state} onChange={({ target }) => setState(PointStateCode.safeParse(target.value).data ?? '')}>
            <option value="">{t('improvement.choose')}</option>
            {PointStateCode.options.map((one) => <option key={one} value={one}>{t(`improvement.state-${one}`)}</option>)}
          </select>
        </Labelled>
        <DayField label={t('improvement.on')} value={on} onChange={setOn} />
      </div>
      <Labelled label={t('improvement.source')} hint={t('improvement.sourceHint')}>
        <input autoComplete="off" maxLength={400} value={source} onChange={({ target }) => setSource(target.value)} />
      </Labelled>
      <Labelled label={t('improvement.why')}><input autoComplete="off" maxLength={4_000} value={reason} onChange={({ target }) => setReason(target.value)} /></Labelled>
      <button type="submit" disabled={state === '' || on === null || reason.trim() === ''}>{t('improvement.giveState')}</button>
    </form>
  )
}
