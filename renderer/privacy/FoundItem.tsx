import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useOrder } from '../api.ts'
import { useFieldOrder } from '../field/orders.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import styles from './privacy.module.css'
import { ReplaceForm } from './ReplaceForm.tsx'
import { whereIs } from './where.ts'

type Found = Awaited<ReturnType<typeof api.privacy.list>>[number]

/** One thing that looks like personal data: replace it, rewrite it, erase it, or say that it may stay. */
export function FoundItem({ inspection, hit }: { inspection: string; hit: Found }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<'replace' | 'needed' | 'erase' | null>(null)
  const allow = useOrder(api.privacy.allow)
  const replace = useOrder(api.privacy.replace)
  const erase = useFieldOrder(api.field.erase)
  const { change, at, start, end } = hit
  const place = whereIs(hit, inspection)
  const seen = { inspection, change, at, start, end }
  const decide = (decision: 'noPerson' | 'needed', reason: string | null) => allow.mutate({ ...seen, decision, reason })
  const give = (reason: string) => {
    if (asked === 'erase') erase.mutate({ change, reason })
    else decide('needed', reason)
    setAsked(null)
  }
  const replaceBy = (pseudonym: string) => {
    replace.mutate({ ...seen, pseudonym })
    setAsked(null)
  }
  return (
    <li>
      <What inspection={inspection} hit={hit} />
      {asked === null && (
        <div className={styles.choices}>
          {hit.entity !== 'inspection' && <button type="button" disabled={replace.isPending} onClick={() => setAsked('replace')}>{t('privacy.replace')}</button>}
          {hit.current && place.stage !== 'privacy' && <Link href={place.to}>{t('privacy.edit')}</Link>}
          <button type="button" disabled={allow.isPending} onClick={() => decide('noPerson', null)}>{t('privacy.noPerson')}</button>
          <button type="button" onClick={() => setAsked('needed')}>{t('privacy.needed')}</button>
          {hit.entity !== 'inspection' && <button type="button" onClick={() => setAsked('erase')}>{t('privacy.erase')}</button>}
        </div>
      )}
      {asked === 'replace' && <ReplaceForm inspection={inspection} hit={hit} onGive={replaceBy} onCancel={() => setAsked(null)} />}
      {asked === 'erase' && <p>{t('history.eraseExplain')}</p>}
      {(asked === 'erase' || asked === 'needed') && (
        <ReasonForm question={t(asked === 'erase' ? 'history.eraseWhy' : 'privacy.whyNeeded')} onGive={give} onCancel={() => setAsked(null)} />
      )}
    </li>
  )
}

function What({ inspection, hit: { kind, masked, certainty, entity, entityId, at, current } }: { inspection: string; hit: Found }) {
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
