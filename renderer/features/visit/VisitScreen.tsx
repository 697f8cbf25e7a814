import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useAnswer, useOrder } from '../../api.ts'
import { Empty } from '../../ui/Empty.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Arrival } from './Arrival.tsx'
import { Closing } from './Closing.tsx'
import { Dangers } from './Dangers.tsx'
import { Debrief } from './Debrief.tsx'
import { titleOf, today } from './listed.ts'
import { LooseNotes } from './LooseNotes.tsx'
import { Method } from './Method.tsx'
import styles from './visit.module.css'

/** One day on site with all its moments, from the door to closing; acute danger comes before everything. */
export function VisitScreen({ inspection }: { inspection: string }) {
  const { t } = useTranslation()
  const { visits, dangers } = useAnswer(api.visit.list, { inspection })
  const [chosen, setChosen] = useState<string | null>(null)
  const add = useOrder(api.visit.add)
  const begin = () => add.mutate({ inspection, day: today(), unit: null }, { onSuccess: ({ id }) => setChosen(id) })
  const visit = visits.find(({ id }) => id === chosen) ?? visits.find(({ fields }) => fields.day.value === today()) ?? visits.at(-1)
  return (
    <Screen
      title={t('stage.bezoekdag')}
      lead={t('visit.lead')}
      actions={visits.length > 0 && <button type="button" disabled={add.isPending} onClick={begin}>{t('visit.add')}</button>}
    >
      {visits.length === 0 && <Empty sentence={t('visit.empty')}><button type="button" data-main onClick={begin}>{t('visit.add')}</button></Empty>}
      {visits.length > 1 && (
        <nav className={styles.days} aria-label={t('visit.days')}>
          {visits.map((one) => (
            <button key={one.id} type="button" aria-pressed={one === visit} onClick={() => setChosen(one.id)}>{titleOf(one)}</button>
          ))}
        </nav>
      )}
      <Dangers inspection={inspection} dangers={dangers} />
      {visit && <Arrival key={`${visit.id}a`} inspection={inspection} visit={visit} />}
      <LooseNotes inspection={inspection} />
      {visit && <Debrief key={`${visit.id}d`} inspection={inspection} visit={visit} />}
      {visit && <Closing key={`${visit.id}c`} inspection={inspection} visit={visit} />}
      <Method inspection={inspection} />
    </Screen>
  )
}
