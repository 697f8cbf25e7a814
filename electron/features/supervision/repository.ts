import { type Calendar, calendarOf } from '../../../shared/domain/calendar.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import { type Field, isThere } from '../../../shared/domain/field.ts'
import { type Alert, alertsOf } from '../../../shared/domain/supervision-alert.ts'
import type { Beyond } from '../../../shared/domain/supervision-timeline.ts'
import { type EventEntity, events, type Told, type ToldEvents } from '../../../shared/domain/supervision.ts'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { countsOf } from '../../../shared/domain/verdict.ts'
import { listHeads, listHeadsOfEntity, listLogIdsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { chainOf } from '../comparison/repository.ts'
import { listRegister } from '../document/repository.ts'
import { getHolidays } from '../holiday/repository.ts'
import { getFrameworkOf, getInspection, getSummary } from '../inspection/repository.ts'
import { listMonths } from '../monthly-figure/repository.ts'
import { publicationAlerts } from '../publication/alerts.ts'

/** The days that count in this workspace. */
export const calendarIn = (db: Db): Calendar => calendarOf(getHolidays(db))

/** An event as it was recorded, in all its fields. */
export interface RecordedEvent {
  id: string
  entity: EventEntity
  fields: Record<string, Field<unknown>>
}

/** The file's own fields; its id is that of the organisation. */
export const getDossier = (db: Db, organisation: string): State<'dossier'> =>
  statesOf('dossier', listHeadsOfEntity(db, organisation, 'dossier', organisation))(organisation)

/** Whether a log is a supervision file. */
export const hasDossier = (db: Db, id: string) => listHeadsOfEntity(db, id, 'dossier', id).length > 0

export const listDossierIds = (db: Db) => listLogIdsOf(db, 'dossier')

/** All events, newest first; one without a day was withdrawn. */
export function listEvents(db: Db, organisation: string): RecordedEvent[] {
  const entities = Object.keys(events) as EventEntity[]
  return entities.flatMap((entity) => {
    const heads = listHeads(db, organisation, entity)
    const stateOf = statesOf(entity, heads)
    return [...new Set(heads.map(({ entityId }) => entityId))].map((id) => ({ id, entity, fields: stateOf(id) as Record<string, Field<unknown>> }))
  }).filter(({ fields }) => isThere(fields.day!)).sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || a.id.localeCompare(b.id))
}

const dayOf = ({ fields }: RecordedEvent) => String(fields.day!.value ?? '')

/** What the events say as far as all agree, per kind. */
export function toldOf(recorded: readonly RecordedEvent[]): ToldEvents {
  const of = <E extends EventEntity>(entity: E) => recorded.filter((one) => one.entity === entity).map(({ id, fields }) =>
    ({ id, ...Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value])) }) as Told<E>)
  return {
    meeting: of('meeting'), intensified: of('intensified'), extension: of('extension'), measure: of('measure'), letter: of('letter'),
    pledge: of('pledge'), signal: of('signal'), trust: of('trust'), established: of('established'), event: of('event'),
  }
}

/** What is due or overdue around an organisation on a day. */
export function listAlerts(db: Db, organisation: string, today: string): Alert[] {
  const { figuresFrom, figuresUntil } = getDossier(db, organisation)
  const asked = { figuresFrom: figuresFrom.value, figuresUntil: figuresUntil.value }
  const alerts = alertsOf(toldOf(listEvents(db, organisation)), asked, new Set(listMonths(db, organisation)), { today, calendar: calendarIn(db) })
  return [...alerts, ...publicationAlerts(db, organisation, today)].sort((a, b) => (a.due ?? '0').localeCompare(b.due ?? '0'))
}

/** The inspections of an organisation, oldest first. */
export function listRounds(db: Db, organisation: string): InspectionSummary[] {
  return listLogIdsOf(db, 'inspection')
    .filter((id) => getInspection(db, id).organisation.value === organisation)
    .map((id) => getSummary(db, id))
    .sort((a, b) => (a.firstDay ?? '').localeCompare(b.firstDay ?? ''))
}

/** What the timeline tells from outside the file. */
export function beyondOf(db: Db, organisation: string, rounds: readonly InspectionSummary[]): Beyond {
  return {
    rounds: [
      ...rounds.map(({ id, kind, firstDay, lastDay, counts, verdict }) => ({
        id, kind, firstDay, lastDay, met: counts.met, assessed: counts.assessed, outcome: outcomeNameOf(db, id, verdict.outcome),
      })),
      ...cameAlong(db, rounds),
    ],
    documents: rounds.flatMap(({ id }) => listRegister(db, id, 'document').flatMap(({ id: document, fields }) => {
      const day = fields.dated.value ?? fields.receivedOn.value
      return day === null ? [] : [{ id: document, title: fields.title.value, day }]
    })),
    months: listMonths(db, organisation),
  }
}

/** The rounds that are known only because a later one brought them along. */
function cameAlong(db: Db, rounds: readonly InspectionSummary[]): Beyond['rounds'] {
  const here = new Set(rounds.map(({ id }) => id))
  const known = new Map(rounds.flatMap(({ id }) => chainOf(db, id)).map((one) => [one.id, one]))
  return [...known.values()].filter(({ id }) => !here.has(id)).map(({ id, kind, firstDay, outcome, round: { framework, ratingOf } }) => {
    const { met, assessed } = countsOf(framework, ratingOf)
    const label = framework.rule.outcomes.find(({ code }) => code === outcome)?.label ?? null
    return { id, kind, firstDay, lastDay: null, met, assessed, outcome: label }
  })
}

/** An outcome in the words of its framework; null while it is open. */
export const outcomeNameOf = (db: Db, inspection: string, outcome: string): string | null =>
  getFrameworkOf(db, inspection).framework.rule.outcomes.find(({ code }) => code === outcome)?.label ?? null
