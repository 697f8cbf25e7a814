import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { dayOf } from '../../i18n/i18n.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { today } from '../../ui/today.ts'
import { Changed } from './Changed.tsx'
import { Checks } from './Checks.tsx'
import { Remarks } from './Remarks.tsx'
import { RemarksIn } from './RemarksIn.tsx'
import { Submit } from './Submit.tsx'
import { heldOf, type Told } from './told.ts'
import { Views } from './Views.tsx'

/** Hoor en wederhoor: what the organisation was given, what it said of the facts, and what was done with that; apart from it its view on a decision. */
export function FactualCheckScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const told = useAnswer(api.factualCheck.get, { inspection, day: today() })
  const framework = useFramework(told.framework)
  const held = heldOf(told)
  return (
    <Screen title={t('factualCheck.title')} lead={t('factualCheck.lead')}>
      <div role="status">{told.blockers.length > 0 && <Blockers blockers={told.blockers} />}</div>
      <Submit inspection={inspection} isFirst={held.length === 0} />
      {told.checks.length > 0 && <Checks inspection={inspection} told={told} />}
      {held.length > 0 && <RemarksIn inspection={inspection} framework={framework} checks={held} />}
      {held.length > 0 && <Remarks inspection={inspection} framework={framework} remarks={told.remarks} />}
      {told.changed.length > 0 && <Changed changed={told.changed} />}
      <Views inspection={inspection} views={told.views} />
    </Screen>
  )
}

function Blockers({ blockers }: { blockers: Told['blockers'] }) {
  const { t } = useTranslation()
  return (
    <Notice tone="warning">
      <p><strong>{t('factualCheck.blocked')}</strong></p>
      <ul>
        {blockers.map(({ code, ids, until }) => (
          <li key={code}>{t(`factualCheck.blocker-${code}`, { count: ids.length, until: until === null ? '' : dayOf(until) })}</li>
        ))}
      </ul>
    </Notice>
  )
}
