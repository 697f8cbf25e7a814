import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { momentOf } from '../../i18n/i18n.ts'
import { buttons } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Running } from '../../ui/Running.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './bundle.module.css'
import { Review } from './Review.tsx'

type Bundle = ReturnType<typeof api.bundle.list> extends Promise<(infer One)[]> ? One : never

/** Bundles that several sign, as long as they are kept here: who signed, who is asked, and what is to be done next. */
export function Proposals({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const bundles = useAnswer(api.bundle.list, { inspection }).filter(({ kept, signers }) => kept && signers.length > 1)
  const isField = useAnswer(api.workspace.status, {})?.role === 'field'
  if (!isField || bundles.length === 0) return null
  return (
    <Part title={t('sign.together')}>
      {bundles.map((bundle) => <Proposal key={bundle.manifest} bundle={bundle} />)}
    </Part>
  )
}

function Proposal({ bundle: { manifest, inspection, sequence, signers, state, at } }: { bundle: Bundle }) {
  const { t } = useTranslation()
  const [reviewing, setReviewing] = useState(false)
  const names = useAnswer(api.bundle.suggestName, { inspection })
  const write = useOrder(written(api.bundle.write))
  const missing = signers.filter(({ statement }) => statement === null)
  const isAsked = missing.some(({ own }) => own)
  const save = async () => {
    const file = await window.bridge.save(names.name)
    if (file) write.mutate({ manifest, file })
  }
  const others = missing.filter(({ own }) => !own).map(({ name, kid }) => name ?? kid)
  return (
    <article className={styles.proposal} data-whole={state === 'accepted'}>
      <h3>{t('sign.file', { sequence, moment: momentOf(at) })}</h3>
      <Signatures signers={signers} />
      <div className={buttons}>
        {isAsked && <button type="button" data-main onClick={() => setReviewing(true)}>{t('sign.review')}</button>}
        {!isAsked && <button type="button" data-main={state === 'accepted' || undefined} disabled={write.isPending} onClick={() => void save()}>
          {state === 'accepted' ? t('sign.saveForOffice') : t('sign.saveFor', { names: others.join(', ') })}
        </button>}
      </div>
      {!isAsked && <p>{t(state === 'accepted' ? 'sign.wholeNext' : 'sign.waitNext', { names: others.join(', ') })}</p>}
      {write.isPending && <Running progress={write.progress} label={t('sign.signing')} onCancel={write.cancel} />}
      {write.isSuccess && <Notice tone="note"><p role="status">{t(write.data.complete ? 'sign.savedWhole' : 'sign.savedProposal')}</p></Notice>}
      {reviewing && <Review manifest={manifest} inspection={inspection} onClose={() => setReviewing(false)} />}
    </article>
  )
}

/** A line for each who must sign: what they stated, or that they have not. */
export function Signatures({ signers }: { signers: Bundle['signers'] }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.signatures}>
      {signers.map(({ kid, name, statement, time }) => (
        <li key={kid} data-signed={statement !== null}>
          <strong>{name ?? t('sign.someone')}</strong> {statement === null ? t('sign.notYet') : <><q>{statement}</q> <small>{time && momentOf(time)}</small></>}
        </li>
      ))}
    </ul>
  )
}
