import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { dayOf, shortDayOf } from '../../i18n/i18n.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Part } from '../../ui/Screen.tsx'
import table from '../../ui/table.module.css'
import { AddEvent } from './AddEvent.tsx'
import { EventFields } from './EventFields.tsx'
import styles from './supervision.module.css'
import type { File, RecordedEvent } from './told.ts'

/** What was recorded, newest first; a row opens all that is known of it. */
export function Events({ file }: { file: File }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<string | null>(null)
  const remove = useFieldOrder(api.field.record)
  const { events, organisation: { id: inspection }, drafts, dues } = file
  const chosen = events.find(({ id }) => id === opened)
  const withdraw = ({ id, entity, fields }: RecordedEvent) =>
    remove.mutate({ inspection, entity, entityId: id, field: 'day', value: null, reason: null, seen: seenOf(fields.day!) }, { onSuccess: () => setOpened(null) })
  return (
    <Part title={t('supervision.events')}>
      <AddEvent file={file} onAdded={setOpened} />
      {events.length === 0 ? <Empty sentence={t('supervision.noEvents')} /> : (
        <div className={table.scroll}>
          <table className={table.table}>
            <thead><tr><th scope="col">{t('supervision.when')}</th><th scope="col">{t('supervision.what')}</th><th scope="col">{t('supervision.due')}</th></tr></thead>
            <tbody>
              {events.map((event) => (
                <tr key={event.id}>
                  <td className={styles.when}>{isDay(event.fields.day!.value) ? shortDayOf(event.fields.day!.value) : '≠'}</td>
                  <td>
                    <button type="button" data-quiet aria-expanded={event.id === opened} onClick={() => setOpened(event.id === opened ? null : event.id)}>{titleOf(event, t(`supervision.kindOf.${event.entity}`), (code) => t(`supervision.choice.${code as 'order'}`))}</button>
                    <small className={styles.text}>{textOf(event)}</small>
                    {Object.values(event.fields).some(({ different }) => different) && <small>≠ {t('rating.different')}</small>}
                  </td>
                  <td>{dues[event.id] && shortDayOf(dues[event.id]!)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen && (
        <section className={styles.opened} aria-label={t('supervision.details')}>
          <h3>{t(`supervision.kindOf.${chosen.entity}`)}</h3>
          {dues[chosen.id] && <p>{t('supervision.dueTold', { day: dayOf(dues[chosen.id]!) })}</p>}
          {dues[`${chosen.id}/views`] && <p>{t('supervision.viewsTold', { day: dayOf(dues[`${chosen.id}/views`]!) })}</p>}
          <EventFields key={chosen.id} dossier={inspection} event={chosen} drafts={drafts} />
          <div className={styles.buttons}>
            <button type="button" onClick={() => setOpened(null)}>{t('supervision.close')}</button>
            <button type="button" data-quiet onClick={() => withdraw(chosen)}>{t('supervision.withdraw')}</button>
          </div>
        </section>
      )}
    </Part>
  )
}

const isDay = (value: unknown): value is string => typeof value === 'string'

/** The kind that was chosen where there is one, else the name of the kind of event. */
function titleOf({ fields }: RecordedEvent, name: string, nameOfChoice: (code: string) => string): string {
  const chosen = fields.kind?.value ?? fields.trust?.value ?? fields.direction?.value
  return typeof chosen === 'string' ? `${name}: ${nameOfChoice(chosen)}` : name
}

const TOLD = ['point', 'title', 'subject', 'what', 'content', 'because', 'agreed', 'agenda', 'conditions'] as const

function textOf({ fields }: RecordedEvent): string {
  const told = TOLD.map((name) => fields[name]?.value).find((value) => typeof value === 'string')
  return typeof told === 'string' ? told : ''
}
