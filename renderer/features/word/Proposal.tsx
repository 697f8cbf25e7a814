import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { word } from '../../../shared/api/word.ts'
import { api, useOrder } from '../../api.ts'
import { useNames } from '../../field/orders.ts'
import { momentOf, sentenceOf } from '../../i18n/i18n.ts'
import { buttons, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Words } from './Words.tsx'
import styles from './word.module.css'

type Proposed = z.infer<typeof word.get.output>['proposals'][number]
interface Props {
  inspection: string
  file: string
  proposal: Proposed
}

/** One altered text: what it was, what it is now and what is proposed; it is taken over, edited or left by a person. */
export function Proposal({ inspection, file, proposal }: Props) {
  const { t } = useTranslation()
  const names = useNames()
  const heading = useId()
  const reopen = useOrder(api.word.reopen)
  const { number, place, base, before, proposed, current, stand, answer } = proposal
  return (
    <li className={styles.item} aria-labelledby={heading} data-done={answer !== null}>
      <h3 id={heading}>{place}</h3>
      {answer !== null ? (
        <>
          <p className={styles.soft}>{t(`word.outcome.${answer.outcome}`)} · {t('difference.by', { author: names(answer.author), time: momentOf(answer.at) })}{answer.reason && ` · ${answer.reason}`}</p>
          <Words before={base ?? before} after={proposed} />
          <button type="button" data-quiet onClick={() => reopen.mutate({ inspection, file, number })}>{t('word.reopen')}<span className={styles.unseen}> {place}</span></button>
        </>
      ) : (
        <>
          {stand !== 'open' && <p className={styles.stand}>{t(`word.stand.${stand}`)}</p>}
          {base !== null && before !== base && <p className={styles.soft}>{t('word.untracked')}</p>}
          {stand === 'moved' && <><h4>{t('word.was')}</h4><p className={styles.text}>{base}</p><h4>{t('word.now')}</h4><Words before={base ?? ''} after={current!.text} /><h4>{t('word.proposed')}</h4></>}
          <Words before={current?.text ?? base ?? before} after={proposed} />
          <Answer inspection={inspection} file={file} proposal={proposal} />
        </>
      )}
    </li>
  )
}

function Answer({ inspection, file, proposal: { number, place, proposed, current, stand } }: Props) {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const accept = useOrder(api.word.accept, 'screen')
  const reject = useOrder(api.word.reject, 'screen')
  const refused = accept.error ?? reject.error
  const why = reason.trim() === '' ? null : reason.trim()
  const of = <span className={styles.unseen}> {place}</span>
  const canTake = current !== null && !current.different
  return (
    <>
      {edited !== null && <Labelled label={t('word.edited')}><textarea className={styles.edit} rows={5} value={edited} onChange={({ target }) => setEdited(target.value)} autoFocus /></Labelled>}
      <Labelled label={t('word.reason')}><input value={reason} maxLength={400} autoComplete="off" onChange={({ target }) => setReason(target.value)} /></Labelled>
      {refused && <Notice tone="refused">{sentenceOf(refused)}</Notice>}
      <div className={buttons}>
        {canTake && (
          <button type="button" disabled={accept.isPending} onClick={() => accept.mutate({ inspection, file, number, text: edited ?? proposed, reason: why, seen: current.seen })}>
            {t(edited !== null ? 'word.takeEdited' : stand === 'same' ? 'word.agree' : 'word.take')}{of}
          </button>
        )}
        {canTake && edited === null && <button type="button" onClick={() => setEdited(proposed)}>{t('word.edit')}{of}</button>}
        <button type="button" disabled={reject.isPending} onClick={() => reject.mutate({ inspection, file, number, reason: why })}>{t('word.leave')}{of}</button>
      </div>
    </>
  )
}
