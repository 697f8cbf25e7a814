import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { fields, Labelled } from '../../ui/Labelled.tsx'

const NOBODY = ''

/** Writes unfinished work for a colleague, who alone can read it; nothing stands in the way of that. */
export function ExchangeButton({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const names = useAnswer(api.bundle.suggestName, { inspection })
  const colleagues = useAnswer(api.enrolment.colleagues, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const to = chosen ?? colleagues[0]?.person ?? NOBODY
  const exchange = useOrder(written(api.bundle.exchange))
  const save = async () => {
    const file = await window.bridge.save(to === NOBODY ? names.plain : names.name)
    if (file) exchange.mutate({ inspection, file, buildsOn: null, to: to === NOBODY ? null : to })
  }
  return (
    <div className={fields}>
      <Labelled label={t('sign.for')} hint={to === NOBODY ? t('sign.forNobodyHint') : t('sign.forHint')}>
        <select value={to} onChange={({ target }) => setChosen(target.value)}>
          {colleagues.map(({ person, name }) => <option key={person} value={person}>{name}</option>)}
          <option value={NOBODY}>{t('sign.forNobody')}</option>
        </select>
      </Labelled>
      <p><Link href="/toegang">{t('sign.cardLink')}</Link></p>
      <div><button type="button" disabled={exchange.isPending} onClick={() => void save()}>{t('sign.saveExchange')}</button></div>
      {exchange.isSuccess && <p role="status">{t('sign.exchanged')}</p>}
    </div>
  )
}
