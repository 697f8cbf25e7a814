import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ClaimKind } from '../../../shared/domain/claim.ts'
import { type Framework, listedOf } from '../../../shared/domain/framework.ts'
import { api, useOrder } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'
import styles from './claim.module.css'

/** Begins a claim about one expectation, typed by its number. */
export function AddClaim({ inspection, framework, onAdded }: { inspection: string; framework: Framework; onAdded: (id: string) => void }) {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const [kind, setKind] = useState<(typeof ClaimKind.options)[number]>('improvement-plan')
  const [refused, setRefused] = useState(false)
  const add = useOrder(api.claim.add)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const expectation = listedOf(framework).find((one) => one.number === number.trim())?.id
    setRefused(expectation === undefined)
    if (expectation === undefined) return
    add.mutate({ inspection, expectation, kind }, { onSuccess: ({ id }) => onAdded(id) })
    setNumber('')
  }
  return (
    <form className={styles.add} onSubmit={submit}>
      <Labelled label={t('claim.number')} hint={t('claim.numberHint')} refusal={refused ? t('source.numbersWrong') : undefined}>
        <input autoComplete="off" value={number} onChange={({ target }) => setNumber(target.value)} />
      </Labelled>
      <Labelled label={t('claim.kind')}>
        <select value={kind} onChange={({ target }) => setKind(ClaimKind.parse(target.value))}>
          {ClaimKind.options.map((one) => <option key={one} value={one}>{t(`claim.kind-${one}`)}</option>)}
        </select>
      </Labelled>
      <button type="submit">{t('claim.add')}</button>
    </form>
  )
}
