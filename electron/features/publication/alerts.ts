import { daysBetween } from '../../../shared/domain/calendar.ts'
import type { TermKind } from '../../../shared/domain/publication-term.ts'
import type { ReportState } from '../../../shared/domain/publication.ts'
import { type Alert, SOON } from '../../../shared/domain/supervision-alert.ts'
import { listLogIdsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { listAllSteps } from './repository.ts'
import { wayOf } from './standing.ts'

/**
 * Of the reports of one organisation: what is online for longer than it may be, or will be soon, against what an objection can still come, and the request that has to be
 * decided on soon, or should have been.
 */
export function publicationAlerts(db: Db, organisation: string, today: string): Alert[] {
  const here = new Set(listLogIdsOf(db, 'inspection'))
  return [...listAllSteps(db, organisation).keys()].filter((id) => here.has(id)).flatMap((inspection) => {
    const { standing: { state }, deadlines } = wayOf(db, inspection)
    return deadlines.flatMap(({ rule, last }): Alert[] => {
      const days = last === null ? null : daysBetween(today, last)
      const kind = days === null ? null : alertOf(rule.kind, state, days)
      return kind === null ? [] : [{ id: inspection, kind, due: last, days, what: null, months: [] }]
    })
  })
}

/** What is told of a term that ends in so many days. */
function alertOf(kind: TermKind, state: ReportState, days: number): 'online' | 'objection' | 'request' | null {
  if (kind === 'online') return state === 'published' && days <= SOON ? 'online' : null
  if (kind === 'objection') return state !== 'withdrawn' && days >= 0 ? 'objection' : null
  return (kind === 'request' || kind === 'extended-request') && days <= SOON ? 'request' : null
}
