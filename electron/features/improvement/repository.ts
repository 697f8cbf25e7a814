import { type Entity, type State, statesOf } from '../../../shared/domain/entity.ts'
import {
  type EarlierPoint, type MeasureDays, type MeasureStanding, measureStandingOf, type Plan, type PlanLine, type PointStands,
} from '../../../shared/domain/improvement.ts'
import type { ReportedMeasure } from '../../../shared/domain/report.ts'
import { sharedLabels } from '../../../shared/domain/source.ts'
import { listAnswers, listHeads } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { compareLabels } from '../document/repository.ts'
import { getInspection } from '../inspection/repository.ts'
import { listAll } from '../visit/repository.ts'

export interface ListedPoint {
  id: string
  fields: State<'improvement'>
  expectations: string[]
  measures: string[]
  /** Whether another point has the same label. */
  shared: boolean
  /** When supervision established that it was done. */
  establishedOn: string | null
}
export interface ListedMeasure {
  id: string
  fields: State<'improvementMeasure'>
  points: string[]
  sources: string[]
  shared: boolean
  standing: MeasureStanding
  progress: { id: string; fields: State<'progress'> }[]
}
export interface ListedLine {
  id: string
  said: PlanLine
  adopted: string | null
  /** The day that its plan bears. */
  dated: string | null
}

/** The points in the order of their labels; what has no label any more is left out. */
export function listPoints(db: Db, inspection: string): ListedPoint[] {
  const [about, measures] = [listElements(db, inspection, 'pointExpectation'), listElements(db, inspection, 'measurePoint')]
  const served = Map.groupBy([...measures].flatMap(([measure, points]) => points.map((point) => ({ measure, point }))), ({ point }) => point)
  const established = listEstablished(db, inspection)
  return listLabelled(db, inspection, 'improvement').map((point) => ({
    ...point,
    expectations: (about.get(point.id) ?? []).sort((a, b) => a.localeCompare(b, 'nl', { numeric: true })),
    measures: (served.get(point.id) ?? []).map(({ measure }) => measure),
    establishedOn: established.get(point.id) ?? null,
  }))
}

/** The measures in the order of their labels, each as it stands on a day; where inspectors recorded no day, that of the organisation's plan holds. */
export function listMeasures(db: Db, inspection: string, day: string): ListedMeasure[] {
  const [points, sources] = [listElements(db, inspection, 'measurePoint'), listElements(db, inspection, 'measureSource')]
  const progress = Map.groupBy(listAll(db, inspection, 'progress').filter(({ fields }) => fields.entry.value !== null), ({ id }) => id.split('/')[0]!)
  const lines = listLines(db, inspection)
  return listLabelled(db, inspection, 'improvementMeasure').map((measure) => ({
    ...measure,
    points: points.get(measure.id) ?? [],
    sources: sources.get(measure.id) ?? [],
    standing: measureStandingOf(daysOf(measure, lines), day),
    progress: (progress.get(measure.id) ?? []).sort((a, b) => ((a.fields.entry.value?.on ?? '') < (b.fields.entry.value?.on ?? '') ? -1 : 1)),
  }))
}

/** The measures as they are printed: on a day as they stand, without one with their days only. */
export function listReportedMeasures(db: Db, inspection: string, day: string | null): ReportedMeasure[] {
  const lines = listLines(db, inspection)
  return listMeasures(db, inspection, day ?? '').map((measure) => ({
    id: measure.id, fields: measure.fields, days: daysOf(measure, lines), standing: day === null ? null : measure.standing,
  }))
}

/** The days of a measure: what inspectors recorded before what the newest plan says; only inspectors establish. */
export function daysOf({ id, fields }: Pick<ListedMeasure, 'id' | 'fields'>, lines: readonly ListedLine[]): MeasureDays {
  const newest = newestOf(lines, id)
  return {
    due: fields.due.value ?? newest?.due ?? null,
    claimedOn: fields.claimedOn.value ?? newest?.doneOn ?? null,
    establishedOn: fields.establishedOn.value,
  }
}

/** What the newest plan says of a measure; lines come newest first. */
export const newestOf = (lines: readonly ListedLine[], measure: string): PlanLine | null =>
  lines.find(({ said, adopted }) => said.measure === measure || adopted === measure)?.said ?? null

/** The plans that the organisation handed in, the newest first. */
export const listPlans = (db: Db, inspection: string): { id: string; received: Plan }[] =>
  listAll(db, inspection, 'plan')
    .flatMap(({ id, fields: { received } }) => (received.value === null ? [] : [{ id, received: received.value }]))
    .sort((a, b) => b.received.dated.localeCompare(a.received.dated) || b.received.on.localeCompare(a.received.on) || b.id.localeCompare(a.id))

/** The lines of those plans, those of the newest first. */
export function listLines(db: Db, inspection: string): ListedLine[] {
  const order = new Map(listPlans(db, inspection).map(({ id, received }, place) => [id, { place, dated: received.dated }]))
  const placeOf = ({ said }: ListedLine) => order.get(said.plan)?.place ?? order.size
  return listAll(db, inspection, 'planLine')
    .flatMap(({ id, fields: { said, adopted } }) =>
      said.value === null ? [] : [{ id, said: said.value, adopted: adopted.value, dated: order.get(said.value.plan)?.dated ?? null }])
    .sort((a, b) => placeOf(a) - placeOf(b))
}

/** The points of an inspection as they travel with a later one. */
export const earlierPointsOf = (db: Db, inspection: string): EarlierPoint[] => listPoints(db, inspection).flatMap(({ id, fields, expectations }) => {
  const { label, title, text, urgency, state } = fields
  return label.value === null || title.value === null ? [] : [{
    id, label: label.value, title: title.value, text: text.value, urgency: urgency.value, state: state.value, expectations,
  }]
})

export const standsOf = ({ id, expectations, fields, establishedOn }: ListedPoint): PointStands => ({ id, expectations, state: fields.state.value, establishedOn })

/** When the supervision of the organisation established that a point was done: the first day counts. */
function listEstablished(db: Db, inspection: string): Map<string, string> {
  const organisation = getInspection(db, inspection).organisation.value
  const days = new Map<string, string>()
  for (const { fields: { improvement, day } } of organisation === null ? [] : listAll(db, organisation, 'established')) {
    if (improvement.value === null || day.value === null) continue
    const known = days.get(improvement.value)
    if (known === undefined || day.value < known) days.set(improvement.value, day.value)
  }
  return days
}

function listLabelled<E extends 'improvement' | 'improvementMeasure'>(db: Db, inspection: string, entity: E): { id: string; fields: State<E>; shared: boolean }[] {
  const heads = listHeads(db, inspection, entity)
  const stateOf = statesOf(entity, heads)
  const all = [...new Set(heads.map(({ entityId }) => entityId))].map((id) => ({ id, fields: stateOf(id) }))
  const present = all.filter(({ fields: { label } }) => label.value !== null || label.different)
  const twice = new Set(sharedLabels(present.flatMap(({ fields: { label } }) => label.value ?? [])))
  return present
    .map((one) => ({ ...one, shared: one.fields.label.value !== null && twice.has(one.fields.label.value) }))
    .sort((a, b) => compareLabels(a.fields.label.value, b.fields.label.value))
}

/** What belongs to what, by the first of the two ids; of who adds and who takes away, who adds wins. */
function listElements(db: Db, inspection: string, entity: Entity): Map<string, string[]> {
  const ids = new Set(listAnswers(db, inspection, entity).filter(({ value }) => value === true).map(({ entityId }) => entityId))
  const pairs = [...ids].sort().map((id) => id.split(/\/(.*)/s) as [string, string])
  return new Map([...Map.groupBy(pairs, ([first]) => first)].map(([first, own]) => [first, own.map(([, second]) => second)]))
}
