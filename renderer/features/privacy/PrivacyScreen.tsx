import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useFieldOrder } from '../../field/orders.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { Screen } from '../../ui/Screen.tsx'
import styles from './privacy.module.css'
import { whereIs } from './where.ts'

type Hit = Awaited<ReturnType<typeof api.privacy.list>>[number]

/** Everything that looks like personal data, one by one: rewrite it, erase it, or say that it may stay. */
export function PrivacyScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const hits = useAnswer(api.privacy.list, { inspection })
  return (
    <Screen title={t('privacy.title')} lead={t('privacy.lead')}>
      {hits.length === 0 && <p role="status" className={styles.free}>{t('privacy.free')}</p>}
      <ul className={styles.hits}>
        {hits.map((hit) => <Row key={`${hit.change}${hit.at}${hit.start}`} inspection={inspection} hit={hit} />)}
      </ul>
    </Screen>
  )
}

function Row({ inspection, hit }: { inspection: string; hit: Hit }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'needed' | 'erase' | null>(null)
  const allow = useOrder(api.privacy.allow)
  const erase = useFieldOrder(api.field.erase)
  const { change, at, start, end } = hit
  const decide = (decision: 'noPerson' | 'needed', reason: string | null) => allow.mutate({ inspection, change, at, start, end, decision, reason })
  const give = (reason: string) => {
    if (asked === 'erase') erase.mutate({ change, reason })
    else decide('needed', reason)
    setAsked(null)
  }
  return (
    <li>
      <What inspection={inspection} hit={hit} />
      {asked === null && (
        <div className={styles.choices}>
          {hit.current && hit.entity !== 'privacy' && <Link href={whereIs(hit, inspection).to}>{t('privacy.edit')}</Link>}
          <button type="button" disabled={allow.isPending} onClick={() => decide('noPerson', null)}>{t('privacy.noPerson')}</button>
          <button type="button" onClick={() => setAsked('needed')}>{t('privacy.needed')}</button>
          {hit.entity !== 'inspection' && <button type="button" onClick={() => setAsked('erase')}>{t('privacy.erase')}</button>}
        </div>
      )}
      {asked === 'erase' && <p>{t('history.eraseExplain')}</p>}
      {asked && <ReasonForm question={t(asked === 'erase' ? 'history.eraseWhy' : 'privacy.whyNeeded')} onGive={give} onCancel={() => setAsked(null)} />}
    </li>
  )
}

function What({ inspection, hit: { kind, masked, certainty, entity, entityId, at, current } }: { inspection: string; hit: Hit }) {
  const { t } = useTranslation()
  const { stage } = whereIs({ entity, entityId }, inspection)
  const place = stage === 'privacy' ? t('privacy.title') : t(`stage.${stage as 'oordelen'}`)
  const number = stage === 'oordelen' ? ` ${entityId.split('/')[0]}` : ''
  return (
    <>
      <strong>{t('privacy.looksLike', { kind: t(`privacy.kind.${kind}`), masked })}</strong>
      <small>
        {[place + number, t(`privacy.${certainty}`), at === 'reason' && t('privacy.asReason'), !current && t('privacy.replaced')].filter(Boolean).join(' · ')}
      </small>
    </>
  )
}
