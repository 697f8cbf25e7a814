import { daysBetween } from '../../../shared/domain/calendar.ts'
import { type Alert, SOON } from '../../../shared/domain/supervision-alert.ts'
import { listLogIdsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { listAllSteps } from './repository.ts'
import { wayOf } from './standing.ts'

/** Of the reports of one organisation: what is online for longer than it may be, or will be soon, and against what an objection can still come. */
export function publicationAlerts(db: Db, organisation: string, today: string): Alert[] {
  const here = new Set(listLogIdsOf(db, 'inspection'))
  return [...listAllSteps(db, organisation).keys()].filter((id) => here.has(id)).flatMap((inspection) => {
    const { standing: { state }, deadlines } = wayOf(db, inspection)
    const isTold = (kind: string, days: number) => (kind === 'online' ? state === 'published' && days <= SOON : kind === 'objection' && state !== 'withdrawn' && days >= 0)
    return deadlines.flatMap(({ rule: { kind }, last }): Alert[] => {
      const days = last === null ? null : daysBetween(today, last)
      return days !== null && isTold(kind, days) ? [{ id: inspection, kind: kind as 'online' | 'objection', due: last, days, what: null, months: [] }] : []
    })
  })
}
