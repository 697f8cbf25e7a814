import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { Screen } from '../../ui/Screen.tsx'
import { Conclusion } from './Conclusion.tsx'
import { Development } from './Development.tsx'
import { Facts } from './Facts.tsx'
import { Improvements } from './Improvements.tsx'
import { Judged } from './Judged.tsx'
import { Outcome } from './Outcome.tsx'
import { NotYet } from './NotYet.tsx'
import { Sensitivity } from './Sensitivity.tsx'

/** What the rule makes of the judgements, once they are all there or someone asks earlier; and what the visit ends with. */
export function VerdictScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { summary } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(summary.framework.hash)
  const { open, told } = useAnswer(api.verdict.get, { inspection })
  const look = useOrder(api.verdict.look)
  const shown = told ?? look.data
  return (
    <Screen title={t('verdict.title')}>
      {!told && <NotYet inspection={inspection} open={open} looked={look.isSuccess} onLook={() => look.mutate({ inspection })} />}
      <Facts inspection={inspection} framework={framework} />
      {shown && (
        <>
          <Outcome framework={framework} told={shown} />
          <Judged framework={framework} told={shown} />
          <Sensitivity inspection={inspection} framework={framework} told={shown} />
          {summary.earlier && <Development inspection={inspection} />}
          <Improvements inspection={inspection} framework={framework} />
        </>
      )}
      <Conclusion inspection={inspection} />
    </Screen>
  )
}
