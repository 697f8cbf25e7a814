import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { buttons, Labelled, row } from '../../ui/Labelled.tsx'
import { Part } from '../../ui/Screen.tsx'
import { DangerCard } from './DangerCard.tsx'
import type { Endangered } from './listed.ts'
import styles from './visit.module.css'

/** Acute danger to someone: what is open stands out, and is in the way until it is answered. */
export function Dangers({ inspection, dangers }: { inspection: string; dangers: readonly Endangered[] }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  return (
    <Part title={t('visit.dangers')}>
      {dangers.map((danger) => <DangerCard key={danger.id} inspection={inspection} danger={danger} />)}
      {adding
        ? <NewDanger inspection={inspection} onDone={() => setAdding(false)} />
        : <button type="button" className={styles.alarm} onClick={() => setAdding(true)}>{t('visit.addDanger')}</button>}
    </Part>
  )
}

function NewDanger({ inspection, onDone }: { inspection: string; onDone: () => void }) {
  const { t } = useTranslation()
  const [pseudonym, setPseudonym] = useState('')
  const [seen, setSeen] = useState('')
  const add = useOrder(api.visit.addDanger)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({ inspection, pseudonym: pseudonym.trim(), seen: seen.trim() }, { onSuccess: onDone })
  }
  return (
    <form className={styles.danger} onSubmit={submit} aria-label={t('visit.addDanger')}>
      <div className={row}>
        <Labelled label={t('visit.pseudonym')} hint={t('visit.pseudonymHint')}>
          <input value={pseudonym} maxLength={400} autoComplete="off" autoFocus onChange={({ target }) => setPseudonym(target.value)} />
        </Labelled>
        <Labelled label={t('visit.seen')} hint={t('visit.seenHint')}>
          <input value={seen} maxLength={400} autoComplete="off" onChange={({ target }) => setSeen(target.value)} />
        </Labelled>
      </div>
      <div className={buttons}>
        <button type="submit" disabled={pseudonym.trim() === '' || seen.trim() === '' || add.isPending}>{t('visit.saveDanger')}</button>
        <button type="button" onClick={onDone}>{t('reason.cancel')}</button>
      </div>
    </form>
  )
}
