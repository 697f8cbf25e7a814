import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { DayAnswer } from '../../field/LineAnswer.tsx'
import { seenOf, useFieldOrder } from '../../field/orders.ts'
import { dayOf, shortDayOf } from '../../i18n/i18n.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './factual-check.module.css'
import type { ListedCheck, Told } from './told.ts'

/** What was submitted: when, for how long, and as which files. */
export function Checks({ inspection, told: { checks, forms } }: { inspection: string; told: Told }) {
  const { t } = useTranslation()
  return (
    <Part title={t('factualCheck.submitted')}>
      <ul className={styles.list}>
        {checks.map((check) => (
          <li key={check.id}><Check inspection={inspection} check={check} forms={forms.filter(({ received }) => received.check === check.id)} /></li>
        ))}
      </ul>
    </Part>
  )
}

function Check({ inspection, check: { id, sent, lines, complete, withdrawn }, forms }: { inspection: string; check: ListedCheck; forms: Told['forms'] }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const record = useFieldOrder(api.field.record)
  const place = { inspection, entity: 'factualCheck' as const, entityId: id }
  return (
    <>
      <p><strong>{dayOf(sent.on)}</strong> · {t('factualCheck.until', { day: dayOf(sent.due) })} · {t('factualCheck.lineCount', { count: lines })}</p>
      <p className={styles.small}>{sent.term.value} {t(`factualCheck.unit-${sent.term.unit}`)} · {sent.term.source}</p>
      <ul className={styles.small}>{sent.files.map(({ name, sha256 }) => <li key={name}>{name} <code>{sha256.slice(0, 16)}…</code></li>)}</ul>
      {forms.map(({ id: form, received }) => <p key={form} className={styles.small}>{t('factualCheck.formOf', { day: shortDayOf(received.on) })} <code>{received.file.slice(0, 16)}…</code></p>)}
      {withdrawn.value !== null ? <p><strong>{t('factualCheck.withdrawn')}</strong> {withdrawn.heads[0]?.reason}</p> : (
        <>
          <DayAnswer place={{ ...place, field: 'complete' }} label={t('factualCheck.complete')} field={complete} />
          {asked
            ? <ReasonForm question={t('factualCheck.whyWithdraw')} onGive={(reason) => record.mutate({ ...place, field: 'withdrawn', value: true, reason, seen: seenOf(withdrawn) })} onCancel={() => setAsked(false)} />
            : <button type="button" data-quiet onClick={() => setAsked(true)}>{t('factualCheck.withdraw')}</button>}
        </>
      )}
    </>
  )
}
