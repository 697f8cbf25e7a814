import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer } from '../../api.ts'
import { useFramework } from '../../framework.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Part } from '../../ui/Screen.tsx'
import styles from './activity.module.css'
import { ActivityFields } from './ActivityFields.tsx'
import { ActivityTable } from './ActivityTable.tsx'
import { AddActivity } from './AddActivity.tsx'
import { PlanCoverage } from './PlanCoverage.tsx'

/** What the team is going to do on the visit, and what that can and cannot speak to. */
export function Plan({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const plan = useAnswer(api.activity.list, { inspection })
  const { team } = useAnswer(api.inspection.get, { inspection })
  const framework = useFramework(plan.framework)
  const [opened, setOpened] = useState<string | null>(null)
  const chosen = plan.activities.find(({ id }) => id === opened)
  const members = team.flatMap(({ id, member }) => (member.value ? [{ id, name: member.value.name }] : []))
  return (
    <Part title={t('activity.plan')}>
      {plan.activities.length === 0
        ? <Empty sentence={t('activity.empty')} />
        : <ActivityTable activities={plan.activities} framework={framework} members={members} opened={opened} onOpen={setOpened} />}
      {chosen && (
        <section className={styles.opened} aria-label={t('activity.details')}>
          <ActivityFields key={chosen.id} inspection={inspection} framework={framework} activity={chosen} members={members} />
          <button type="button" onClick={() => setOpened(null)}>{t('activity.close')}</button>
        </section>
      )}
      <AddActivity inspection={inspection} framework={framework} onAdded={setOpened} />
      <PlanCoverage framework={framework} coverage={plan.coverage} unreached={plan.unreached} />
    </Part>
  )
}
