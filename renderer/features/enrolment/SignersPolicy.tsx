import { useTranslation } from 'react-i18next'
import { api, useOrder } from '../../api.ts'
import { Labelled } from '../../ui/Labelled.tsx'

const MOST = 5

/** How many persons must sign a hand-over: kept at once, and told with the next pass. */
export function SignersPolicy({ signers }: { signers: number }) {
  const { t } = useTranslation()
  const set = useOrder(api.enrolment.setPolicy)
  const shown = set.isPending ? set.variables.signers : signers
  return (
    <Labelled label={t('policy.signers')} hint={t('policy.hint')}>
      <select value={shown} onChange={({ target }) => set.mutate({ signers: Number(target.value) })}>
        {Array.from({ length: Math.max(MOST, signers) }, (_, index) => index + 1).map((count) => <option key={count} value={count}>{t('policy.count', { count })}</option>)}
      </select>
    </Labelled>
  )
}
