import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { momentOf, sentenceOf } from '../../i18n/i18n.ts'
import { DayField } from '../../ui/DayField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Confirmed } from './Confirmed.tsx'

interface Props {
  root: { readonly id: string; readonly name: string; readonly words: string[] }
  onClose: () => void
}

/** Trusts a root no longer, once its six words, since when and why are told; then names what came in since. */
export function DistrustDialog({ root: { id, name, words }, onClose }: Props) {
  const { t } = useTranslation()
  const [lost, setLost] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const order = useOrder(api.enrolment.distrust, 'screen')
  const end = (event: FormEvent) => {
    event.preventDefault()
    order.mutate({ root: id, rootWords: words, since: lost === null ? null : new Date(`${lost}T00:00`).toISOString(), reason })
  }
  return (
    <Dialog title={t('distrust.of', { name })} onClose={onClose}>
      {order.isSuccess ? (
        <div role="status">
          <p>{t('distrust.done', { names: order.data.ended.join(', ') })}</p>
          {order.data.later.length > 0 && (
            <>
              <p>{t('distrust.later')}</p>
              <ul>{order.data.later.map((one) => <li key={one.manifest}>{momentOf(one.at)}: {one.words.join(' ')}</li>)}</ul>
            </>
          )}
        </div>
      ) : (
        <form className={fields} onSubmit={end}>
          <Notice tone="warning">{t('distrust.lead')}</Notice>
          <DayField label={t('distrust.since')} value={lost} onChange={setLost} />
          <Labelled label={t('distrust.reason')} refusal={order.error && sentenceOf(order.error)}>
            <input value={reason} maxLength={400} onChange={({ target }) => setReason(target.value)} />
          </Labelled>
          <Confirmed lead={t('distrust.wordsLead')} words={words} known={null} confirm={t('distrust.confirm')}>
            {(confirmed) => <button type="submit" disabled={!confirmed || reason.trim() === '' || order.isPending}>{t('distrust.end')}</button>}
          </Confirmed>
        </form>
      )}
    </Dialog>
  )
}
