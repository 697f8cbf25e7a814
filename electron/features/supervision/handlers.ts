import type { Calendar } from '../../../shared/domain/calendar.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { timelineOf } from '../../../shared/domain/supervision-timeline.ts'
import { dueOf, type SetTerm, standingOf, type ToldEvents } from '../../../shared/domain/supervision.ts'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { dueDateOf } from '../../../shared/domain/term.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeadsOf, record } from '../../db/change-log.ts'
import { listDrafts } from '../../db/draft.ts'
import type { Db } from '../../db/open.ts'
import type { Context, Handlers } from '../../context.ts'
import { writeWhole } from '../../whole-file.ts'
import { listPoints } from '../improvement/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { beginningOf } from './beginning.ts'
import { timelineHtml } from './print.ts'
import {
  beyondOf, calendarIn, getDossier, listAlerts, listDossierIds, listEvents, listRounds, outcomeNameOf, type RecordedEvent, toldOf,
} from './repository.ts'

type Answer = ReturnType<Handlers<'supervision'>['get']>

export const supervision: Handlers<'supervision'> = {
  get: (context, { organisation, today }) => {
    const { db } = context
    const recorded = listEvents(db, organisation)
    const [events, rounds] = [toldOf(recorded), listRounds(db, organisation)]
    return {
      organisation: getOrganisation(db, organisation),
      dossier: getDossier(db, organisation),
      events: recorded as Answer['events'],
      drafts: draftsOf(context, organisation),
      standings: events.intensified.flatMap((one) => {
        const standing = standingOf(one, events.extension, today)
        return standing ? [{ id: one.id, ...standing }] : []
      }),
      dues: duesOf(events, calendarIn(db)),
      alerts: listAlerts(db, organisation, today),
      points: pointsOf(db, rounds),
      timeline: timelineOf(events, beyondOf(db, organisation, rounds), today, calendarIn(db)),
      published: publishedOf(db, rounds, events),
    }
  },

  alerts: ({ db }, { today }) => listDossierIds(db)
    .map((id) => ({ organisation: { id, name: getOrganisation(db, id).name }, alerts: listAlerts(db, id, today) }))
    .filter(({ alerts }) => alerts.length > 0),

  add: (context, { organisation, event }) => {
    if (event.entity === 'extension') assertExtends(listEvents(context.db, organisation), event.of)
    if (event.entity === 'established') assertPoint(context.db, organisation, event)
    const { entity, ...fields } = event
    const id = context.newId()
    const edits = Object.entries(fields)
      .filter(([, value]) => value !== null)
      .map(([field, value]) => ({ entity, entityId: id, field, value, kind: 'set', reason: null, seen: [] }) as Edit)
    return { id, ...write(context, organisation, edits) }
  },

  askFigures: (context, { organisation, from, until }) => {
    if (from !== null && until !== null && until < from) throw appError('days-reversed', { firstDay: from, lastDay: until })
    const asked = Object.entries({ figuresFrom: from, figuresUntil: until }).map(([field, value]) => {
      const seen = listHeadsOf(context.db, { inspection: organisation, entity: 'dossier', entityId: organisation, field }).map(({ id }) => id)
      return { entity: 'dossier', entityId: organisation, field, value, kind: 'set', reason: null, seen } as Edit
    })
    return write(context, organisation, asked)
  },

  print: async ({ db, files }, { organisation, today, file }) => {
    const events = toldOf(listEvents(db, organisation))
    const items = timelineOf(events, beyondOf(db, organisation, listRounds(db, organisation)), today, calendarIn(db))
    const text = timelineHtml(getOrganisation(db, organisation).name, items, today)
    writeWhole(files.toWrite(file).path, text)
    return { size: Buffer.byteLength(text) }
  },
}

/** Records in a supervision file, which begins with what is recorded first. */
function write(context: Context, organisation: string, edits: readonly Edit[]): { savedAt: string } {
  const all = [...beginningOf(context, organisation), ...edits]
  for (const edit of all) assertAllowed(null, { inspection: organisation, ...edit })
  return record(context, organisation, all)
}

function assertExtends(recorded: readonly RecordedEvent[], of: string): void {
  if (!recorded.some(({ id, entity }) => id === of && entity === 'intensified')) throw appError('not-found', { what: 'intensified supervision', id: of })
}

function draftsOf(context: Context, organisation: string): Record<string, string> {
  const texts = listDrafts(context, organisation).filter(({ value }) => typeof value === 'string')
  return Object.fromEntries(texts.map(({ entityId, field, value }) => [`${entityId}/${field}`, String(value)]))
}

function pointsOf(db: Db, rounds: readonly InspectionSummary[]): Answer['points'] {
  return rounds.toReversed().flatMap(({ id: inspection }) => listPoints(db, inspection).map(({ id, fields: { label, title } }) => ({
    inspection, improvement: id, title: [label.value, title.value].filter(Boolean).join(' ') || '–',
  })))
}

/** Refuses a point that no round of this organisation has. */
function assertPoint(db: Db, organisation: string, { inspection, improvement }: { inspection: string | null; improvement: string | null }): void {
  if (inspection === null && improvement === null) return
  const known = pointsOf(db, listRounds(db, organisation))
  if (!known.some((one) => one.inspection === inspection && one.improvement === improvement)) throw appError('not-found', { what: 'improvement', id: improvement ?? '' })
}

/** The last day of what has one, by the id of the event; that of a view on it under `<id>/views`. */
function duesOf({ measure, letter, intensified, extension, pledge }: ToldEvents, calendar: Calendar): Record<string, string> {
  const after = (day: string | null, term: SetTerm | null) => (day && term ? dueDateOf(term, day, calendar) : null)
  const dues: [string, string | null][] = [
    ...measure.map((one): [string, string | null] => [one.id, dueOf(one, calendar)]),
    ...letter.map(({ id, day, within }): [string, string | null] => [id, after(day, within)]),
    ...pledge.map(({ id, due }): [string, string | null] => [id, due]),
    ...[...intensified, ...extension].map(({ id, period }): [string, string | null] => [id, period?.until ?? null]),
    ...intensified.map(({ id, day, views }): [string, string | null] => [`${id}/views`, after(day, views)]),
  ]
  return Object.fromEntries(dues.filter((one): one is [string, string] => one[1] !== null))
}

/** The newest round that has an outcome, which never changes any more, with the points established as done after it. */
function publishedOf(db: Db, rounds: readonly InspectionSummary[], { established }: ToldEvents): Answer['published'] {
  const newest = rounds.findLast(({ firstDay, verdict }) => firstDay !== null && verdict.outcome !== 'open')
  if (!newest) return null
  const day = newest.lastDay ?? newest.firstDay!
  return {
    inspection: newest.id, day, outcome: outcomeNameOf(db, newest.id, newest.verdict.outcome) ?? newest.verdict.outcome,
    met: newest.counts.met, assessed: newest.counts.assessed,
    since: established.filter((one) => one.day !== null && one.day >= day && one.point !== null).map(({ point }) => point!),
  }
}
