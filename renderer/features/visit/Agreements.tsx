import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { Answered } from '../../field/Answered.tsx'
import { LineAnswer } from '../../field/LineAnswer.tsx'
import { dayOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Labelled, row } from '../../ui/Labelled.tsx'
import type { Visited } from './listed.ts'
import styles from './visit.module.css'

/** Documents that the organisation will still send: which, by when, and whether they came. */
export function Agreements({ inspection, visit, agreements }: { inspection: string; visit: string; agreements: Visited['agreements'] }) {
  const { t } = useTranslation()
  const [what, setWhat] = useState('')
  const agree = useOrder(api.visit.agree)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    agree.mutate({ inspection, visit, what: what.trim() }, { onSuccess: () => setWhat('') })
  }
  return (
    <section className={styles.agreements} aria-label={t('visit.agreements')}>
      <h3>{t('visit.agreements')}</h3>
      {agreements.map(({ id, fields }) => {
        const labelOf = (field: keyof typeof fields) => t(`visit.agreement-${field}`)
        const at = <F extends keyof typeof fields>(field: F) => ({
          place: { inspection, entity: 'agreement' as const, entityId: id, field }, label: labelOf(field), field: fields[field],
        })
        return (
          <div key={id} className={row} role="group" aria-label={fields.what.value ?? '≠'}>
            <LineAnswer {...at('what')} />
            {(['by', 'receivedOn'] as const).map((field) => (
              <Answered<string> key={field} {...at(field)} show={dayOf}>
                {(value, record) => <DayField label={labelOf(field)} value={value} onChange={record} />}
              </Answered>
            ))}
          </div>
        )
      })}
      <form onSubmit={submit}>
        <Labelled label={t('visit.agreeWhat')}>
          <input value={what} maxLength={400} autoComplete="off" onChange={({ target }) => setWhat(target.value)} />
        </Labelled>
        <button type="submit" disabled={what.trim() === '' || agree.isPending}>{t('visit.agree')}</button>
      </form>
    </section>
  )
}
