import type { Field } from '../../../shared/domain/field.ts'
import { criteriaOf, expectationOf, type Framework } from '../../../shared/domain/framework.ts'
import type { PointStateCode } from '../../../shared/domain/improvement.ts'
import type { api } from '../../api.ts'

export type Told = Awaited<ReturnType<typeof api.improvement.list>>
export type ListedPoint = Told['points'][number]
export type ListedMeasure = Told['measures'][number]
export type ListedLine = Told['lines'][number]
export type PreviewedRow = Awaited<ReturnType<typeof api.improvement.previewPlan>>['rows'][number]

/** The day on this computer, as `2016-05-20`. */
export function today(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}

/** How a point stands; nobody's agreed answer is an answer of its own. */
export const stateOf = ({ fields: { state } }: Pick<ListedPoint, 'fields'>): PointStateCode | 'different' =>
  (state.different ? 'different' : (state.value?.state ?? 'open'))

export const differs = (fields: Readonly<Record<string, Field<unknown>>>) => Object.values(fields).some(({ different }) => different)

/** The points by the criterion of the first expectation that they are about, in order of print; those about none come last. */
export function groupsOf(framework: Framework, points: readonly ListedPoint[]): { id: string; title: string | null; points: ListedPoint[] }[] {
  const criterionOf = ({ expectations }: ListedPoint) => expectationOf(framework, expectations[0] ?? '')?.criterion ?? ''
  const byCriterion = Map.groupBy(points, criterionOf)
  const groups = criteriaOf(framework).map(({ id, number, title }) => ({ id, title: `${number} ${title}`, points: byCriterion.get(id) ?? [] }))
  return [...groups, { id: '', title: null, points: byCriterion.get('') ?? [] }].filter((group) => group.points.length > 0)
}

export const FILTERS = ['all', 'going-on', 'overdue', 'claimed', 'without-measure', 'lifted'] as const
export type Filter = (typeof FILTERS)[number]

/** Whether a point is among those that someone wants to see. */
export function isShown(filter: Filter, point: ListedPoint, measures: readonly ListedMeasure[]): boolean {
  const own = measures.filter(({ id }) => point.measures.includes(id))
  if (filter === 'lifted') return stateOf(point) === 'lifted'
  if (filter === 'going-on') return stateOf(point) !== 'lifted'
  if (filter === 'without-measure') return own.length === 0 && stateOf(point) !== 'lifted'
  return filter === 'all' || own.some(({ standing }) => standing === filter)
}
