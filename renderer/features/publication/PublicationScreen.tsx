import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder, written } from '../../api.ts'
import { Screen } from '../../ui/Screen.tsx'
import { Day } from './Day.tsx'
import { OwnRules } from './OwnRules.tsx'
import { Standing } from './Standing.tsx'
import { Steps } from './Steps.tsx'
import { Terms } from './Terms.tsx'

/** How a report is adopted and made public: where it stands, what comes next, the terms with their sources, and the day itself. */
export function PublicationScreen({ inspection, children }: { inspection: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const publication = useAnswer(api.publication.get, { inspection })
  const calendar = useOrder(written(api.publication.calendar))
  const save = async () => {
    const file = await window.bridge.save(t('publication.calendarName'))
    if (file) calendar.mutate({ inspection, file })
  }
  return (
    <Screen
      title={t('publication.title')}
      lead={t('publication.lead')}
      actions={<button type="button" disabled={calendar.isPending || publication.deadlines.length === 0} onClick={() => void save()}>{t('publication.calendar')}</button>}
    >
      <Standing inspection={inspection} publication={publication} />
      {children}
      <Terms inspection={inspection} publication={publication} />
      <Steps inspection={inspection} publication={publication} />
      <Day inspection={inspection} publication={publication} />
      <OwnRules />
    </Screen>
  )
}
