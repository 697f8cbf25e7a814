import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Quarantined } from '../../../shared/api/bundle.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { dayOf, momentOf, sentenceFor } from '../../i18n/i18n.ts'
import { buttons, fields, Labelled } from '../../ui/Labelled.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part } from '../../ui/Screen.tsx'
import { ArrivalTable } from './ArrivalTable.tsx'
import styles from './bundle.module.css'

/** Bundles that a person has to look at: why, about whom, and what can be done. They count for nothing until then. */
export function QuarantineList() {
  const { t } = useTranslation()
  const apart = useAnswer(api.bundle.quarantine, {})
  const again = useOrder(api.bundle.tryAgain)
  const [open, done] = [apart.filter(({ putAway }) => putAway === null), apart.filter(({ putAway }) => putAway !== null)]
  if (apart.length === 0 && !again.data) return null
  return (
    <Part title={t('quarantine.title')}>
      <p>{t('quarantine.lead')}</p>
      {open.length > 0 && <ul className={styles.apart}>{open.map((one) => <Apart key={one.manifest} one={one} />)}</ul>}
      {open.length > 0 && !again.isPending && (
        <div className={buttons}>
          <button type="button" onClick={() => again.mutate({ manifests: open.map(({ manifest }) => manifest) })}>{t('quarantine.again', { count: open.length })}</button>
        </div>
      )}
      {again.isPending && <Running progress={again.progress} label={t('import.taking')} onCancel={again.cancel} />}
      {again.data && <ArrivalTable arrivals={again.data} taken />}
      {done.length > 0 && (
        <details>
          <summary>{t('quarantine.done', { count: done.length })}</summary>
          <ul className={styles.apart}>{done.map((one) => <Apart key={one.manifest} one={one} />)}</ul>
        </details>
      )}
    </Part>
  )
}

function Apart({ one: { manifest, words, contents, failure, writer, at, putAway } }: { one: Quarantined }) {
  const { t } = useTranslation()
  const { organisation, firstDay, purpose, sequence, signers } = contents
  const about = [firstDay && dayOf(firstDay), t(`purpose.${purpose}`), t('bundle.number', { sequence }), signers.map(({ name }) => name).join(', ')]
  return (
    <li>
      <strong>{organisation}</strong> <small>{about.filter(Boolean).join(' · ')}</small>
      <p>{sentenceFor(failure)}</p>
      {writer && <p>{t('quarantine.writer', { writer })}</p>}
      <p><small>{t('quarantine.since', { moment: momentOf(at) })} {t('bundle.fingerprint')}: {words.join(' ')}</small></p>
      {putAway ? <p>{t('quarantine.putAway', { moment: momentOf(putAway.at), by: putAway.by, reason: putAway.reason })}</p> : <PutAway manifest={manifest} />}
    </li>
  )
}

function PutAway({ manifest }: { manifest: string }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const put = useOrder(api.bundle.putAway)
  return (
    <details>
      <summary>{t('quarantine.put')}</summary>
      <form
        className={fields}
        onSubmit={(event) => {
          event.preventDefault()
          put.mutate({ manifest, reason })
        }}
      >
        <Labelled label={t('quarantine.reason')} hint={t('quarantine.reasonHint')}>
          <input value={reason} maxLength={400} onChange={({ target }) => setReason(target.value)} />
        </Labelled>
        <div><button type="submit" disabled={put.isPending || reason.trim() === ''}>{t('quarantine.put')}</button></div>
      </form>
    </details>
  )
}
