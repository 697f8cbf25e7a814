import { useTranslation } from 'react-i18next'
import type { Quarantined } from '../../../shared/api/bundle.ts'
import { api, useAnswer, useOrder } from '../../api.ts'
import { dayOf, momentOf, sentenceFor } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import { ArrivalTable } from './ArrivalTable.tsx'
import styles from './bundle.module.css'
import { LookApart } from './LookApart.tsx'
import { WithReason } from './WithReason.tsx'

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

function Apart({ one: { manifest, words, contents, failure, writer, at, putAway, opened, removableFrom, removed } }: { one: Quarantined }) {
  const { t } = useTranslation()
  const put = useOrder(api.bundle.putAway)
  const remove = useOrder(api.bundle.removeApart)
  const { organisation, firstDay, purpose, sequence, signers } = contents
  const about = [firstDay && dayOf(firstDay), t(`purpose.${purpose}`), t('bundle.number', { sequence }), signers.map(({ name }) => name).join(', ')]
  return (
    <li>
      <strong>{organisation}</strong> <small>{about.filter(Boolean).join(' · ')}</small>
      <p>{sentenceFor(failure)}</p>
      {writer && <p>{t('quarantine.writer', { writer })}</p>}
      <p><small>{t('quarantine.since', { moment: momentOf(at) })} {t('bundle.fingerprint')}: {words.join(' ')}</small></p>
      {opened.map((look) => <p key={look.at}>{t(look.saved ? 'quarantine.saved' : 'quarantine.opened', { moment: momentOf(look.at), by: look.by, reason: look.reason })}</p>)}
      {putAway && <p>{t('quarantine.putAway', { moment: momentOf(putAway.at), by: putAway.by, reason: putAway.reason })}</p>}
      {removed && <p>{t('quarantine.removed', { moment: momentOf(removed.at), by: removed.by, reason: removed.reason })}</p>}
      {!removed && <LookApart manifest={manifest} sequence={sequence} />}
      {!putAway && !removed && <WithReason what="put" onReason={(reason) => put.mutate({ manifest, reason })} busy={put.isPending} />}
      {removableFrom && (removableFrom.slice(0, 10) > today()
        ? <p><small>{t('quarantine.removable', { day: dayOf(removableFrom) })}</small></p>
        : <WithReason what="remove" onReason={(reason) => remove.mutate({ manifest, reason })} busy={remove.isPending} />)}
    </li>
  )
}
