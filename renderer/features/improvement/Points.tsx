import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { numbersOf, NumbersField } from '../../source/NumbersField.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './improvement.module.css'
import { FILTERS, type Filter, groupsOf, isShown, type ListedPoint, stateOf, type Told } from './listed.ts'
import { PointDetail } from './PointDetail.tsx'
import { StateMark } from './StateMark.tsx'

interface Props {
  inspection: string
  framework: Framework
  told: Told
}

/** All points by criterion, those that someone wants to see; a line opens all that is known of one. */
export function Points({ inspection, framework, told }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const [filter, setFilter] = useState<Filter>('all')
  const shown = told.points.filter((point) => isShown(filter, point, told.measures))
  return (
    <>
      {told.points.length === 0 ? <Empty sentence={t('improvement.empty')} /> : (
        <div className={styles.bar}>
          <Labelled label={t('improvement.show')} hint={t('improvement.shown', { count: shown.length, of: told.points.length })}>
            <select value={filter} onChange={({ target }) => setFilter(FILTERS.find((one) => one === target.value) ?? 'all')}>
              {FILTERS.map((one) => <option key={one} value={one}>{t(`improvement.filter-${one}`)}</option>)}
            </select>
          </Labelled>
        </div>
      )}
      {groupsOf(framework, shown).map(({ id, title, points }) => (
        <Part key={id} title={title === null ? t('improvement.withoutExpectation') : <span lang={framework.language}>{title}</span>}>
          <ul className={styles.list}>
            {points.map((point) => (
              <li key={point.id}>
                <Line framework={framework} point={point} told={told} isOpen={opened === point.id} onOpen={() => setOpened(opened === point.id ? null : point.id)} />
                {opened === point.id && <PointDetail inspection={inspection} framework={framework} point={point} told={told} />}
              </li>
            ))}
          </ul>
        </Part>
      ))}
      <Part title={t('improvement.own')}><AddPoint inspection={inspection} framework={framework} onAdded={setOpened} /></Part>
    </>
  )
}

interface LineProps {
  framework: Framework
  point: ListedPoint
  told: Told
  isOpen: boolean
  onOpen: () => void
}

function Line({ framework, point, told, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation()
  const { fields: { label, title, urgency }, expectations, shared } = point
  const own = told.measures.filter(({ id }) => point.measures.includes(id))
  const overdue = own.filter(({ standing }) => standing === 'overdue').length
  return (
    <button type="button" data-quiet className={styles.line} aria-expanded={isOpen} onClick={onOpen}>
      <StateMark state={stateOf(point)} />
      <strong>{label.value ?? '≠'}</strong>
      <span>{title.value ?? '≠'} {shared && <small><em>{t('improvement.shared')}</em></small>}</span>
      <small>
        {[numbersOf(framework, expectations), urgency.value && urgency.value !== 'normal' && t(`improvement.urgency-${urgency.value}`), t('improvement.measureCount', { count: own.length })].filter(Boolean).join(' · ')}
        {overdue > 0 && <> · <em>{t('improvement.overdue', { count: overdue })}</em></>}
      </small>
    </button>
  )
}

function AddPoint({ inspection, framework, onAdded }: { inspection: string; framework: Framework; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [expectations, setExpectations] = useState<string[]>([])
  const add = useOrder(api.improvement.add)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    add.mutate({ inspection, title: title.trim(), expectations }, { onSuccess: ({ id }) => onAdded(id) })
    setTitle('')
    setExpectations([])
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('improvement.newTitle')}><input autoComplete="off" maxLength={400} value={title} onChange={({ target }) => setTitle(target.value)} /></Labelled>
      <NumbersField label={t('improvement.about')} framework={framework} value={expectations} onChange={setExpectations} />
      <button type="submit">{t('improvement.add')}</button>
    </form>
  )
}
