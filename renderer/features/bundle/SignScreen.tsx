import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { Part, Screen } from '../../ui/Screen.tsx'
import { BundleTable } from './BundleTable.tsx'
import { Changed } from './Changed.tsx'
import { ExchangeButton } from './ExchangeButton.tsx'
import { Gates } from './Gates.tsx'
import { HandOver } from './HandOver.tsx'
import { OwnShare } from './OwnShare.tsx'
import { Proposals } from './Proposals.tsx'
import { ReceiptReader } from './ReceiptReader.tsx'

/** What still stands in the way, the signature, and what became of every bundle of this inspection. */
export function SignScreen({ inspection, children }: { inspection: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const gates = useAnswer(api.bundle.gates, { inspection })
  const role = useAnswer(api.workspace.status, {})?.role
  return (
    <Screen title={t('stage.ondertekenen')} lead={t('sign.lead')}>
      <Changed inspection={inspection} />
      <Proposals inspection={inspection} />
      <Part title={t('sign.gates')}>
        <Gates inspection={inspection} gates={gates} />
      </Part>
      <OwnShare inspection={inspection} />
      <Part title={t('sign.handOver')}>
        <HandOver inspection={inspection} blocked={gates.some(({ blocks }) => blocks)} />
      </Part>
      <Part title={t('sign.exchange')}>
        <p>{t('sign.exchangeLead')}</p>
        <ExchangeButton inspection={inspection} />
      </Part>
      <Part title={t('sign.bundles')}>
        <BundleTable inspection={inspection} />
        {role === 'field' && <ReceiptReader />}
      </Part>
      {children}
    </Screen>
  )
}
