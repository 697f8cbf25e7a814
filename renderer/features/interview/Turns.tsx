import { useTranslation } from 'react-i18next'
import type { ActivityState } from '../../../shared/domain/activity.ts'
import { api } from '../../api.ts'
import { seenOf, useFieldOrder, useNames } from '../../field/orders.ts'
import { timeOf } from '../../i18n/i18n.ts'
import { Difference } from '../../ui/Difference.tsx'
import styles from './interview.module.css'
import type { Talk, Told } from './talk.ts'

/** What can come next, the usual first. */
const NEXT = {
  planned: [['start', 'busy']], busy: [['pause', 'paused'], ['end', 'done']], paused: [['resume', 'busy'], ['end', 'done']],
  done: [['resume', 'busy']], cancelled: [['start', 'busy']],
} as const satisfies Record<ActivityState, readonly (readonly [string, ActivityState])[]>

/** Where a talk is, and the buttons that bring it further. */
export function Turns({ at: { inspection, talk }, activity: { state, startedAt, endedAt } }: { at: Talk; activity: Told['activity'] }) {
  const { t } = useTranslation()
  const names = useNames()
  const turn = useFieldOrder(api.interview.turn)
  const settle = useFieldOrder(api.field.settle)
  const now = state.value ?? 'planned'
  if (state.different) {
    const place = { inspection, entity: 'activity', entityId: talk, field: 'state', seen: seenOf(state) }
    return (
      <Difference field={state} show={(value) => t(`activity.state-${value}`)} nameOf={names} onSettle={(value, reason) => settle.mutate({ ...place, value, reason })} />
    )
  }
  return (
    <div className={styles.turns}>
      <span role="status">
        {t(`activity.state-${now}`)}
        {startedAt.value && ` · ${t('interview.from', { time: timeOf(startedAt.value) })}`}
        {now === 'done' && endedAt.value && ` ${t('interview.to', { time: timeOf(endedAt.value) })}`}
      </span>
      {NEXT[now].map(([word, next]) => (
        <button key={word} type="button" disabled={turn.isPending} onClick={() => turn.mutate({ inspection, talk, state: next, seen: seenOf(state) })}>
          {t(`interview.${word}`)}
        </button>
      ))}
    </div>
  )
}
