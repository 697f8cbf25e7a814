import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { Screen } from '../../ui/Screen.tsx'
import { AtOdds } from './AtOdds.tsx'
import { Claims } from './Claims.tsx'
import { Counts } from './Counts.tsx'
import { Performers } from './Performers.tsx'
import { Profile } from './Profile.tsx'

/** What the organisation says of itself beside what was found: what disagrees first, then claims, counts and the profile. */
export function ClaimsScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const told = useAnswer(api.claim.list, { inspection })
  const framework = useFramework(told.framework)
  return (
    <Screen title={t('claim.title')} lead={t('claim.lead')}>
      <AtOdds framework={framework} told={told} />
      <Claims inspection={inspection} framework={framework} told={told} />
      <Counts inspection={inspection} framework={framework} counts={told.caseloads} />
      <Profile inspection={inspection} facts={told.profile} />
      <Performers inspection={inspection} framework={framework} performers={told.performers} />
    </Screen>
  )
}
