import { useTranslation } from 'react-i18next'
import type { Framework } from '../../../shared/domain/framework.ts'
import { shortDayOf } from '../../i18n/i18n.ts'
import table from '../../ui/table.module.css'
import { type Listed, type Named, titleOf } from './listed.ts'

interface Props {
  activities: readonly Listed[]
  framework: Framework
  members: readonly Named[]
  opened: string | null
  onOpen: (id: string | null) => void
}

/** The plan by day and time, what has none at the end; a row opens its details. */
export function ActivityTable({ activities, framework, members, opened, onOpen }: Props) {
  const { t } = useTranslation()
  const whenOf = ({ fields: { day, time } }: Listed) => `${day.value ?? '9'} ${time.value ?? '9'}`
  const nameOf = (member: string | null) => members.find(({ id }) => id === member)?.name
  const differs = ({ fields }: Listed) => Object.values(fields).some(({ different }) => different)
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>{(['what', 'when', 'place', 'who', 'state'] as const).map((head) => <th key={head} scope="col">{t(`activity.${head}`)}</th>)}</tr>
        </thead>
        <tbody>
          {activities.toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1)).map((activity) => {
            const { id, fields: { day, time, place, leadBy, notedBy, state } } = activity
            const who = [leadBy, notedBy].flatMap(({ value }) => nameOf(value) ?? [])
            return (
              <tr key={id}>
                <td>
                  <button type="button" data-quiet aria-expanded={id === opened} onClick={() => onOpen(id === opened ? null : id)}>{titleOf(framework, activity)}</button>
                  {differs(activity) && <small>≠ {t('rating.different')}</small>}
                </td>
                <td>{day.value && shortDayOf(day.value)} {time.value}</td>
                <td>{place.value}</td>
                <td>{[...new Set(who)].join(', ')}</td>
                <td>{t(`activity.state-${state.value ?? 'planned'}`)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
