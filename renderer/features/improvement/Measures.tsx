import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { DayAnswer, LineAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { TextField } from '../../field/TextField.tsx'
import { shortDayOf } from '../../i18n/i18n.ts'
import { LabelAnswer } from '../../source/LabelAnswer.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import { useElements } from './elements.ts'
import styles from './improvement.module.css'
import { type ListedLine, type ListedMeasure, type ListedPoint, today, type Told } from './listed.ts'
import { Shows } from './Shows.tsx'
import { StandingMark } from './StateMark.tsx'

/** What is done about a point, with what the organisation says of it, and what it brought of its own. */
export function Measures({ inspection, point, told: { measures, lines, points } }: { inspection: string; point: ListedPoint; told: Told }) {
  const { t } = useTranslation()
  const own = measures.filter(({ id }) => point.measures.includes(id))
  const brought = lines.filter(({ said, adopted }) => said.point === point.id && said.measure === null && adopted === null)
  const adopt = useOrder(api.improvement.adopt)
  return (
    <section className={styles.measure} aria-label={t('improvement.measures')}>
      <h3>{t('improvement.measures')}</h3>
      <ul className={styles.measures}>
        {own.map((measure) => (
          <li key={measure.id} className={styles.measure}>
            <Measure inspection={inspection} measure={measure} points={points} lines={lines.filter(({ said, adopted }) => [said.measure, adopted].includes(measure.id))} />
          </li>
        ))}
        {brought.map((line) => (
          <li key={line.id} className={styles.measure}>
            <Said line={line} />
            <button type="button" onClick={() => adopt.mutate({ inspection, line: line.id })}>{t('improvement.adopt')}</button>
          </li>
        ))}
      </ul>
      <AddMeasure inspection={inspection} point={point.id} />
    </section>
  )
}

interface MeasureProps {
  inspection: string
  measure: ListedMeasure
  points: readonly ListedPoint[]
  lines: readonly ListedLine[]
}

function Measure({ inspection, measure, points, lines }: MeasureProps) {
  const { t } = useTranslation()
  const { id, fields, draft, standing, progress, shared } = measure
  const remove = useFieldOrder(api.field.record)
  const named = (field: keyof typeof fields) => t(`improvement.${field}`)
  const at = <F extends keyof typeof fields>(field: F) => ({
    place: { inspection, entity: 'improvementMeasure' as const, entityId: id, field }, label: named(field), field: fields[field],
  })
  return (
    <>
      <p><strong>{fields.label.value ?? '≠'}</strong> <StandingMark standing={standing} /> {shared && <small>{t('improvement.shared')}</small>}</p>
      <TextField {...at('what')} draft={draft} />
      <div className={row}><LabelAnswer {...at('label')} /><LineAnswer {...at('owner')} hint={t('improvement.ownerHint')} /></div>
      <div className={row}><DayAnswer {...at('due')} /><DayAnswer {...at('claimedOn')} /><DayAnswer {...at('establishedOn')} /></div>
      {lines[0] && <Said line={lines[0]} />}
      {progress.map(({ id: entry, fields: { entry: { value } } }) => value && <p key={entry}><small>{shortDayOf(value.on)}{value.percent !== null && ` · ${value.percent} %`}</small><br />{value.text}</p>)}
      <AddProgress inspection={inspection} measure={id} />
      <Shows inspection={inspection} measure={measure} />
      <AlsoServes inspection={inspection} measure={measure} points={points} />
      <button type="button" data-quiet onClick={() => remove.mutate({ ...at('label').place, value: null, reason: null, seen: seenOf(fields.label) })}>{t('improvement.removeMeasure')}</button>
    </>
  )
}

/** What the organisation says, as a claim. */
function Said({ line: { said: { what, owner, due, progress, percent, doneOn }, dated } }: { line: ListedLine }) {
  const { t } = useTranslation()
  return (
    <div className={styles.claimed}>
      <p><strong>{t('improvement.planSays', { day: dated === null ? '–' : shortDayOf(dated) })}</strong> {what}</p>
      <p>
        {[
          owner, due && t('improvement.dueOn', { day: shortDayOf(due) }), percent !== null && `${percent} %`, doneOn && t('improvement.doneOn', { day: shortDayOf(doneOn) }), progress,
        ].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}

/** The points that a measure serves besides, and the one to add. */
function AlsoServes({ inspection, measure: { id, points: now }, points }: { inspection: string; measure: ListedMeasure; points: readonly ListedPoint[] }) {
  const { t } = useTranslation()
  const elements = useElements(inspection)
  const [others, served] = [points.filter((point) => !now.includes(point.id)), points.filter((point) => now.includes(point.id))]
  const say = (wanted: readonly string[]) => void elements({ entity: 'measurePoint', field: 'serves', of: id, now, wanted })
  return (
    <>
      {served.length > 1 && (
        <ul aria-label={t('improvement.serves')}>
          {served.map(({ id: other, fields: { label, title } }) => (
            <li key={other}>
              {label.value} {title.value} <button type="button" data-quiet onClick={() => say(now.filter((one) => one !== other))}>{t('improvement.unserve', { point: label.value ?? '≠' })}</button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Labelled label={t('improvement.alsoServes')}>
          <select value="" onChange={({ target }) => say([...now, target.value])}>
            <option value="">{t('improvement.choose')}</option>
            {others.map(({ id: other, fields: { label, title } }) => <option key={other} value={other}>{label.value} {title.value}</option>)}
          </select>
        </Labelled>
      )}
    </>
  )
}

function AddMeasure({ inspection, point }: { inspection: string; point: string }) {
  const { t } = useTranslation()
  const [what, setWhat] = useState('')
  const add = useOrder(api.improvement.addMeasure)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (what.trim() === '') return
    add.mutate({ inspection, point, what: what.trim() })
    setWhat('')
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('improvement.newMeasure')}><input autoComplete="off" maxLength={4_000} value={what} onChange={({ target }) => setWhat(target.value)} /></Labelled>
      <button type="submit">{t('improvement.addMeasure')}</button>
    </form>
  )
}

function AddProgress({ inspection, measure }: { inspection: string; measure: string }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [percent, setPercent] = useState('')
  const add = useOrder(api.improvement.addProgress)
  const share = /^\d{1,3}$/.test(percent.trim()) && Number(percent) <= 100 ? Number(percent) : null
  const isWrong = percent.trim() !== '' && share === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || isWrong) return
    add.mutate({ inspection, measure, entry: { on: today(), text: text.trim(), percent: share } })
    setText('')
    setPercent('')
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('improvement.newProgress')}><input autoComplete="off" maxLength={4_000} value={text} onChange={({ target }) => setText(target.value)} /></Labelled>
      <Labelled label={t('improvement.percent')} refusal={isWrong ? t('improvement.percentWrong') : undefined}>
        <input inputMode="numeric" autoComplete="off" maxLength={3} value={percent} onChange={({ target }) => setPercent(target.value)} />
      </Labelled>
      <button type="submit">{t('improvement.addProgress')}</button>
    </form>
  )
}
