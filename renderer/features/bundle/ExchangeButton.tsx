import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'

/** Writes unfinished work for a colleague; nothing stands in the way of that. */
export function ExchangeButton({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { name } = useAnswer(api.bundle.suggestName, { inspection })
  const exchange = useOrder(written(api.bundle.exchange))
  const save = async () => {
    const file = await window.bridge.save(name)
    if (file) exchange.mutate({ inspection, file, buildsOn: null })
  }
  return (
    <>
      <button type="button" disabled={exchange.isPending} onClick={() => void save()}>{t('sign.saveExchange')}</button>
      {exchange.isSuccess && <p role="status">{t('sign.exchanged')}</p>}
    </>
  )
}
