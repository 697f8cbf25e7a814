import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type PrivilegedEntity, privilegeIdOf } from '../../shared/domain/privilege.ts'
import { api, useAnswer } from '../api.ts'
import { useFieldOrder } from '../field/orders.ts'
import { Notice } from '../ui/Notice.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import styles from './privacy.module.css'
import { whereIs } from './where.ts'

interface Thing {
  inspection: string
  entity: PrivilegedEntity
  entityId: string
}

/** Marks that legal privilege rests on something, which then keeps the whole inspection here; and lifts that mark with a reason. */
export function Privileged(thing: Thing) {
  return <Suspense fallback={null}><Mark {...thing} /></Suspense>
}

function Mark({ inspection, entity, entityId }: Thing) {
  const { t } = useTranslation()
  const place = { inspection, entity: 'privilege' as const, entityId: privilegeIdOf(entity, entityId), field: 'claim' }
  const { field } = useAnswer(api.field.get, place)
  const record = useFieldOrder(api.field.record)
  const settle = useFieldOrder(api.field.settle)
  const [asked, setAsked] = useState(false)
  const marked = field.heads.some(({ value, erased }) => erased || value !== null)
  const seen = field.heads.map(({ id }) => id)
  const give = (text: string) => {
    if (!marked) record.mutate({ ...place, value: text, reason: null, seen })
    else if (field.different) settle.mutate({ ...place, value: null, reason: text, seen })
    else record.mutate({ ...place, value: null, reason: text, seen })
    setAsked(false)
  }
  const claims = field.heads.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])).join(' / ')
  return (
    <div className={styles.question}>
      {marked && <Notice tone="warning"><p><strong>{t('privacy.privileged')}</strong> {claims}</p><p>{t('privacy.privilegedExplain')}</p></Notice>}
      {asked
        ? <ReasonForm question={t(marked ? 'privacy.liftWhy' : 'privacy.privilegeWhose')} onGive={give} onCancel={() => setAsked(false)} />
        : <button type="button" {...(marked ? {} : { 'data-quiet': true })} onClick={() => setAsked(true)}>{t(marked ? 'privacy.lift' : 'privacy.privilege')}</button>}
    </div>
  )
}

type Listed = Awaited<ReturnType<typeof api.privacy.privileged>>[number]

/** One thing in the list on which privilege rests. */
export function PrivilegedItem({ inspection, privileged: { entity, entityId, label } }: { inspection: string; privileged: Listed }) {
  const { t } = useTranslation()
  const { stage, to } = whereIs({ entity, entityId }, inspection)
  return (
    <li>
      <span><strong>{label ?? t('privacy.aNote')}</strong> <Link href={to}>{t(`stage.${stage as 'oordelen'}`)}</Link></span>
      <Privileged inspection={inspection} entity={entity as PrivilegedEntity} entityId={entityId} />
    </li>
  )
}
