import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { TextField } from '../../field/TextField.tsx'
import { momentOf } from '../../i18n/i18n.ts'
import { aimIdOf } from '../../source/aiming.ts'
import { LabelAnswer } from '../../source/LabelAnswer.tsx'
import { Links } from '../../source/Links.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { row } from '../../ui/Labelled.tsx'
import { LineField } from '../../ui/LineField.tsx'
import { Part } from '../../ui/Screen.tsx'
import { timeFrom } from '../../ui/typed-time.ts'
import styles from './observation.module.css'

/** What the inspectors saw and heard, each with its time and place. */
export function Observations({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const observations = useAnswer(api.observation.list, { inspection })
  const add = useOrder(api.observation.add)
  const begin = <button type="button" onClick={() => add.mutate({ inspection, at: wallTime() })}>{t('observation.add')}</button>
  return (
    <Part title={t('observation.title')}>
      {observations.length === 0 ? <Empty sentence={t('observation.empty')}>{begin}</Empty> : begin}
      {observations.map(({ id, fields, draft, links, shared }) => {
        const at = <F extends keyof typeof fields>(field: F) => ({ place: { inspection, entity: 'observation' as const, entityId: id, field }, field: fields[field] })
        return (
          <article key={id} id={aimIdOf(id)} className={styles.observation} aria-label={fields.label.value ?? '≠'}>
            <h3>[{fields.label.value ?? '≠'}]{shared && <em> {t('document.shared')}</em>}</h3>
            <TextField {...at('text')} label={t('observation.text')} draft={draft} />
            <div className={row}>
              <Answered {...at('at')} label={t('observation.at')} show={momentOf}>
                {(value, record) => <Moment value={value ?? wallTime()} onChange={record} />}
              </Answered>
              <LineAnswer {...at('unit')} label={t('observation.unit')} />
              <LabelAnswer {...at('label')} />
            </div>
            <Links inspection={inspection} source={id} label={t('observation.links')} links={links} />
          </article>
        )
      })}
    </Part>
  )
}

function Moment({ value, onChange }: { value: string; onChange: (moment: string) => void }) {
  const { t } = useTranslation()
  const [day = '', time = ''] = value.split('T')
  return (
    <div className={styles.moment}>
      <DayField label={t('observation.day')} value={day} onChange={(given) => given !== null && onChange(`${given}T${time}`)} />
      <LineField label={t('observation.time')} value={time} read={timeFrom} wrong={t('observation.timeWrong')} onChange={(given) => given !== null && onChange(`${day}T${given}`)} />
    </div>
  )
}

/** The clock on the wall, to the minute. */
function wallTime(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
