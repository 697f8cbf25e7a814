import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import table from '../../ui/table.module.css'
import styles from './inspection.module.css'
import { OutcomeOf } from './OutcomeOf.tsx'

/** Drawn anew only when other inspections are found, not at every key. */
export const InspectionTable = memo(({ inspections }: { inspections: readonly InspectionSummary[] }) => {
  const { t } = useTranslation()
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('inspection.organisation')}</th>
            <th scope="col">{t('inspection.kind')}</th>
            <th scope="col">{t('inspection.days')}</th>
            <th scope="col">{t('inspection.judged')}</th>
            <th scope="col">{t('inspection.outcome')}</th>
            <th scope="col" className={table.number}>{t('inspection.differences')}</th>
            <th scope="col">{t('inspection.state')}</th>
          </tr>
        </thead>
        <tbody>{inspections.map((inspection) => <Row key={inspection.id} inspection={inspection} />)}</tbody>
      </table>
    </div>
  )
})

const Row = memo(({ inspection }: { inspection: InspectionSummary }) => {
  const { t } = useTranslation()
  const { id, organisation, framework, takenFrom, kind, firstDay, lastDay, counts, differences, status } = inspection
  const judged = counts.assessed - counts.open
  return (
    <tr>
      <td>
        <Link href={`/inspectie/${id}/${takenFrom === 'report' ? 'overnemen' : judged === 0 ? 'voorbereiding' : 'oordelen'}`} className={styles.name}>{organisation.name}</Link>
        <small>{framework.title}</small>
      </td>
      <td>{t(`kind.${kind}`)}{takenFrom === 'report' && <small>{t('paperRound.short')}</small>}</td>
      <td className={styles.day}>
        {firstDay ? shortDayOf(firstDay) : t('inspection.noDay')}
        {lastDay && lastDay !== firstDay && <small>{t('inspection.until', { day: shortDayOf(lastDay) })}</small>}
      </td>
      <td className={styles.progress}>
        {t('inspection.ofAssessed', { judged, assessed: counts.assessed })}
        <ProgressBar done={judged} total={counts.assessed} label={t('inspection.judged')} />
      </td>
      <td><OutcomeOf summary={inspection} /></td>
      <td className={table.number} data-differences={differences > 0}>{differences > 0 ? <strong className={styles.different}>≠ {differences}</strong> : '–'}</td>
      <td><span className={styles.state} data-state={status}>{t(`state.${status}`)}</span></td>
    </tr>
  )
})
