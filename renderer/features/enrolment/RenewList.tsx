import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { dayOf, sentenceOf } from '../../i18n/i18n.ts'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import styles from './enrolment.module.css'

/** Makes a new revocation list, without which nothing is taken in once the last one is too old. */
export function RenewList({ words }: { words: readonly string[] }) {
  const { t } = useTranslation()
  const own = useAnswer(api.enrolment.roots, {}).find((root) => root.words.join(' ') === words.join(' '))
  const [rootPassphrase, setRootPassphrase] = useState('')
  const order = useOrder(api.enrolment.renew, 'screen')
  const renew = (event: FormEvent) => {
    event.preventDefault()
    order.mutate({ rootPassphrase }, { onSuccess: () => setRootPassphrase('') })
  }
  return (
    <>
      {own?.outOfDate && <Notice tone="warning">{t('inspectors.listOld')}</Notice>}
      <details className={styles.more} open={own?.outOfDate}>
        <summary>{t('inspectors.newList')}</summary>
        <p>{t('inspectors.newListLead')}</p>
        <form className={fields} onSubmit={renew}>
          <Labelled label={t('inspectors.rootPassphrase')} refusal={order.error && sentenceOf(order.error)}>
            <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
          </Labelled>
          <div><button type="submit" disabled={rootPassphrase === '' || order.isPending}>{t('inspectors.newListMake')}</button></div>
          {order.isSuccess && <p role="status">{t('inspectors.newListMade', { number: order.data.number, day: dayOf(order.data.nextUpdate) })}</p>}
        </form>
      </details>
    </>
  )
}
