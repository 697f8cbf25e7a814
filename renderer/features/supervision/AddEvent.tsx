import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Direction, type EventEntity, events, latestOf, MeasureKind, MeetingKind, SignalKind, TrustCode,
} from '../../../shared/domain/supervision.ts'
import { api, useOrder } from '../../api.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { today } from '../../ui/today.ts'
import styles from './supervision.module.css'
import { type File, periodOf } from './told.ts'

type New = Parameters<typeof api.supervision.add>[0]['event']
const ENTITIES = Object.keys(events) as EventEntity[]

/** What is chosen, and what is written, when an event of a kind begins; the rest follows in its own fields. */
const CHOICES: Partial<Record<EventEntity, { field: 'kind' | 'direction' | 'trust'; options: readonly string[] }>> = {
  meeting: { field: 'kind', options: MeetingKind.options }, measure: { field: 'kind', options: MeasureKind.options },
  letter: { field: 'direction', options: Direction.options }, signal: { field: 'kind', options: SignalKind.options },
  trust: { field: 'trust', options: TrustCode.options },
}
const TEXTS: Partial<Record<EventEntity, 'subject' | 'what' | 'content' | 'because' | 'point' | 'title'>> = {
  letter: 'subject', pledge: 'what', signal: 'content', trust: 'because', established: 'point', event: 'title',
}
type Written = { choice: string; text: string; by: string; of: string; improvement: string; day: string | null; due: string | null; from: string | null; until: string | null }

/** Begins an event with what it cannot be without. */
export function AddEvent({ file, onAdded }: { file: File; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const [entity, setEntity] = useState<EventEntity>('meeting')
  const [given, setGiven] = useState<Written>(() => blank())
  const [count, setCount] = useState(0)
  const add = useOrder(api.supervision.add)
  const change = (part: Partial<Written>) => setGiven({ ...given, ...part })
  const [choice, text] = [CHOICES[entity], TEXTS[entity]]
  const supervised = file.events.filter((event) => event.entity === 'intensified')
  const made = eventOf(entity, given, file)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!made) return
    add.mutate({ organisation: file.organisation.id, event: made }, {
      onSuccess: ({ id }) => {
        setGiven(blank())
        setCount(count + 1)
        onAdded(id)
      },
    })
  }
  return (
    <form key={count} className={styles.add} onSubmit={submit} aria-label={t('supervision.addTitle')}>
      <Labelled label={t('supervision.entity')}>
        <select value={entity} onChange={({ target }) => setEntity(ENTITIES.find((one) => one === target.value)!)}>
          {ENTITIES.filter((one) => one !== 'extension' || supervised.length > 0).map((one) => <option key={one} value={one}>{t(`supervision.kindOf.${one}`)}</option>)}
        </select>
      </Labelled>
      <DayField label={t(`supervision.day.${entity}`)} value={given.day} onChange={(day) => change({ day })} />
      {choice && (
        <Labelled label={t(`supervision.field.${choice.field}`)}>
          <select value={choice.options.includes(given.choice) ? given.choice : choice.options[0]} onChange={({ target }) => change({ choice: target.value })}>
            {choice.options.map((one) => <option key={one} value={one}>{t(`supervision.choice.${one as 'order'}`)}</option>)}
          </select>
        </Labelled>
      )}
      {entity === 'extension' && (
        <Labelled label={t('supervision.which')}>
          <select value={given.of || supervised[0]?.id} onChange={({ target }) => change({ of: target.value })}>
            {supervised.map(({ id, fields }) => <option key={id} value={id}>{fields.period?.value ? periodOf(fields.period.value as { from: string; until: string }) : id}</option>)}
          </select>
        </Labelled>
      )}
      {(entity === 'intensified' || entity === 'extension') && (
        <>
          <DayField label={t('supervision.from')} value={given.from} onChange={(from) => change({ from })} />
          <div>
            <DayField label={t('supervision.to')} value={given.until} onChange={(until) => change({ until })} />
            {given.from && <p className={styles.soft}>{t('supervision.longest', { day: dayOf(latestOf(given.from)) })}</p>}
          </div>
        </>
      )}
      {entity === 'established' && file.points.length > 0 && (
        <Labelled label={t('supervision.improvement')}>
          <select value={given.improvement} onChange={({ target: { value } }) => change({ improvement: value, text: file.points.find((one) => one.improvement === value)?.title ?? given.text })}>
            <option value="">{t('supervision.noImprovement')}</option>
            {file.points.map(({ improvement, title }) => <option key={improvement} value={improvement}>{title}</option>)}
          </select>
        </Labelled>
      )}
      {entity === 'pledge' && (
        <Labelled label={t('supervision.field.by')} hint={t('supervision.roleHint')}>
          <input autoComplete="off" maxLength={400} value={given.by} onChange={({ target }) => change({ by: target.value })} />
        </Labelled>
      )}
      {text && (
        <Labelled label={t(`supervision.field.${text}`)}>
          <input autoComplete="off" maxLength={400} value={given.text} onChange={({ target }) => change({ text: target.value })} />
        </Labelled>
      )}
      {entity === 'pledge' && <DayField label={t('supervision.field.due')} value={given.due} onChange={(due) => change({ due })} />}
      <button type="submit" disabled={made === null}>{t('supervision.add')}</button>
    </form>
  )
}

const blank = (): Written => ({ choice: '', text: '', by: '', of: '', improvement: '', day: today(), due: null, from: null, until: null })

/** What is recorded; null while something is missing. */
function eventOf(entity: EventEntity, { choice, text, by, of, improvement, day, due, from, until }: Written, { events: recorded, points }: File): New | null {
  if (day === null) return null
  const [chosen, words] = [CHOICES[entity], TEXTS[entity]]
  if (words !== undefined && text.trim() === '') return null
  const period = from === null ? null : { from, until: until ?? latestOf(from) }
  const own = {
    entity, day, ...(chosen && { [chosen.field]: chosen.options.includes(choice) ? choice : chosen.options[0] }), ...(words && { [words]: text.trim() }),
  }
  if (entity === 'intensified') return period && { ...own, entity, day, period }
  if (entity === 'extension') return period && { ...own, entity, day, period, of: of || recorded.find((one) => one.entity === 'intensified')!.id }
  if (entity === 'pledge') return by.trim() === '' ? null : { entity, day, by: by.trim(), what: text.trim(), due }
  if (entity === 'established') {
    const point = points.find((one) => one.improvement === improvement)
    return { entity, day, point: text.trim(), inspection: point?.inspection ?? null, improvement: point?.improvement ?? null }
  }
  return own as New
}
