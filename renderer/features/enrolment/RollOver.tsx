import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { sentenceOf } from '../../i18n/i18n.ts'
import { Choices } from '../../ui/Choices.tsx'
import { fields, Labelled } from '../../ui/Labelled.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Passphrase } from '../../ui/Passphrase.tsx'
import styles from './enrolment.module.css'

/** Makes the office's next root; the one it has vouches for it, unless its passphrase is lost. */
export function RollOver({ name: current }: { name: string }) {
  const { t } = useTranslation()
  const [how, setHow] = useState<'known' | 'lost'>('known')
  const [rootPassphrase, setRootPassphrase] = useState('')
  const [nextPassphrase, setNextPassphrase] = useState<string | null>(null)
  const [name, setName] = useState(current)
  const [round, setRound] = useState(0)
  const order = useOrder(api.enrolment.rollOver, 'screen')
  const isReady = nextPassphrase !== null && name.trim() !== '' && (how === 'lost' || rootPassphrase !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (nextPassphrase === null) return
    const onSuccess = () => {
      setRootPassphrase('')
      setRound(round + 1)
    }
    order.mutate({ rootPassphrase: how === 'lost' ? null : rootPassphrase, name: name.trim(), nextPassphrase }, { onSuccess })
  }
  return (
    <details className={styles.more}>
      <summary>{t('roll.title')}</summary>
      <p>{t('roll.lead')}</p>
      <form key={round} className={fields} onSubmit={submit}>
        <Choices legend={t('roll.how')} value={how} options={(['known', 'lost'] as const).map((value) => ({ value, label: t(`roll.${value}`), hint: t(`roll.${value}Hint`) }))} onChoose={setHow} />
        {how === 'known' && (
          <Labelled label={t('inspectors.rootPassphrase')}>
            <input type="password" autoComplete="off" value={rootPassphrase} onChange={({ target }) => setRootPassphrase(target.value)} />
          </Labelled>
        )}
        <Labelled label={t('inspectors.name')}>
          <input value={name} maxLength={200} autoComplete="off" onChange={({ target }) => setName(target.value)} />
        </Labelled>
        <Passphrase label={t('roll.next')} onChange={setNextPassphrase} />
        {order.error && <Notice tone="refused">{sentenceOf(order.error)}</Notice>}
        <div><button type="submit" disabled={!isReady || order.isPending}>{t(order.isPending ? 'inspectors.making' : 'roll.make')}</button></div>
      </form>
      {order.isSuccess && <Notice tone="note"><p role="status">{t(order.data.vouched ? 'roll.made' : 'roll.madeAnew')}</p></Notice>}
    </details>
  )
}
