import { z } from 'zod'
import { PlainDate } from '../domain/calendar.ts'
import { Field, fieldsOf } from '../domain/field.ts'
import { Organisation } from '../domain/organisation.ts'
import { Alert } from '../domain/supervision-alert.ts'
import { TimelineItem } from '../domain/supervision-timeline.ts'
import { Dossier, events } from '../domain/supervision.ts'
import { action, command, query } from './define.ts'
import { Handle, Saved } from './handle.ts'

const Of = z.strictObject({ organisation: z.uuid() })
const { meeting, intensified, extension, measure, letter, pledge, signal, trust, established, event } = events
const begun = { day: PlainDate }

/** What each event begins with; the rest is filled in field by field. */
const Beginning = z.discriminatedUnion('entity', [
  z.strictObject({ entity: z.literal('meeting'), ...begun, kind: meeting.shape.kind }),
  z.strictObject({ entity: z.literal('intensified'), ...begun, period: intensified.shape.period }),
  z.strictObject({ entity: z.literal('extension'), ...begun, of: extension.shape.of, period: extension.shape.period }),
  z.strictObject({ entity: z.literal('measure'), ...begun, kind: measure.shape.kind }),
  z.strictObject({ entity: z.literal('letter'), ...begun, direction: letter.shape.direction, subject: letter.shape.subject }),
  z.strictObject({ entity: z.literal('pledge'), ...begun, by: pledge.shape.by, what: pledge.shape.what, due: pledge.shape.due.nullable() }),
  z.strictObject({ entity: z.literal('signal'), ...begun, kind: signal.shape.kind, content: signal.shape.content }),
  z.strictObject({ entity: z.literal('trust'), ...begun, trust: trust.shape.trust, because: trust.shape.because }),
  z.strictObject({
    entity: z.literal('established'), ...begun, point: established.shape.point,
    inspection: established.shape.inspection.nullable(), improvement: established.shape.improvement.nullable(),
  }),
  z.strictObject({ entity: z.literal('event'), ...begun, title: event.shape.title }),
])

/** A recorded event: its fields by name, as the schema of its entity has them. */
const Recorded = z.strictObject({ id: z.uuid(), entity: z.enum(Object.keys(events) as [keyof typeof events]), fields: z.record(z.string(), Field(z.json())) })

/** Where intensified supervision stands, by its id. */
const Standing = z.strictObject({
  id: z.uuid(), state: z.enum(['announced', 'running', 'lapsed', 'lifted']), ends: PlainDate, days: z.int(), gap: z.boolean(),
})

export const supervision = {
  /** All that is recorded of an organisation on a day; `dues` are the last days of what has one and can be reckoned, by the id of the event; that of a view under `<id>/views`. */
  get: query(Of.extend({ today: PlainDate }), z.strictObject({
    organisation: Organisation,
    dossier: fieldsOf(Dossier.shape),
    events: z.array(Recorded),
    drafts: z.record(z.string(), z.string()),
    standings: z.array(Standing),
    dues: z.record(z.string(), PlainDate),
    alerts: z.array(Alert),
    /** The improvement points of all rounds, newest round first, of which one can be established as done. */
    points: z.array(z.strictObject({ inspection: z.uuid(), improvement: z.uuid(), title: z.string() })),
    timeline: z.array(TimelineItem),
    /** The newest round with an outcome, as it was published, and what was established as done since. */
    published: z.strictObject({ inspection: z.uuid(), day: PlainDate, outcome: z.string(), met: z.int(), assessed: z.int(), since: z.array(z.string()) }).nullable(),
  })),
  /** What is due or overdue on a day, per organisation. */
  alerts: query(z.strictObject({ today: PlainDate }), z.array(z.strictObject({ organisation: Organisation.pick({ id: true, name: true }), alerts: z.array(Alert) }))),
  /** Records that something happened; the first time it begins the supervision file. */
  add: command(Of.extend({ event: Beginning }), Saved.extend({ id: z.uuid() })),
  /** Says from which month on figures are asked, and up to which; null for no end, or for none at all. */
  askFigures: command(Of.extend({ from: Dossier.shape.figuresFrom.nullable(), until: Dossier.shape.figuresUntil.nullable() }), Saved),
  /** Writes the timeline as one page to print or keep, in Dutch. `size` is in bytes. */
  print: action(Of.extend({ today: PlainDate, file: Handle }), z.strictObject({ size: z.int() })),
}
