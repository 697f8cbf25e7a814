import type { PointState, Progress } from '../../../shared/domain/improvement.ts'
import { appError } from '../../../shared/errors.ts'
import { listHistory } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import type { Handlers } from '../../context.ts'
import { type ListedPoint, listLines, listMeasures, listPoints } from './repository.ts'

export type Moment = ReturnType<Handlers<'improvement'>['timeline']>[number]

const NOTHING = { label: null, text: null, state: null, percent: null, source: null, reason: null, author: null, at: null }

/** Everything that became of a point, in the order of the days on which it was so. */
export function timelineOf(db: Db, inspection: string, point: string): Moment[] {
  const found = listPoints(db, inspection).find(({ id }) => id === point)
  if (!found) throw appError('not-found', { what: 'improvement', id: point })
  const moments = [...statesIn(db, inspection, point), ...measuresIn(db, inspection, found.measures), ...linesIn(db, inspection, found)]
  if (found.establishedOn !== null) moments.push({ ...NOTHING, kind: 'supervision', on: found.establishedOn })
  return moments.sort((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || (a.at ?? '').localeCompare(b.at ?? ''))
}

function statesIn(db: Db, inspection: string, point: string): Moment[] {
  return listHistory(db, { inspection, entity: 'improvement', entityId: point, field: 'state' }).flatMap(({ author, at, content }) => {
    const value = content?.value as PointState | null | undefined
    return value ? [{ ...NOTHING, kind: 'state' as const, on: value.on, state: value.state, source: value.source, reason: content!.reason, author, at }] : []
  })
}

function measuresIn(db: Db, inspection: string, ids: readonly string[]): Moment[] {
  return listMeasures(db, inspection, '').filter(({ id }) => ids.includes(id)).flatMap(({ fields: { label, claimedOn, establishedOn }, progress }) => {
    const own = { ...NOTHING, label: label.value }
    const days = ([['claimed', claimedOn], ['established', establishedOn]] as const).flatMap(([kind, { value, heads }]) =>
      value === null ? [] : [{ ...own, kind, on: value, author: heads[0]!.author, at: heads[0]!.at }])
    return [...days, ...progress.map(({ fields: { entry } }) => {
      const { on, text, percent } = entry.value as Progress
      return { ...own, kind: 'progress' as const, on, text, percent, author: entry.heads[0]!.author, at: entry.heads[0]!.at }
    })]
  })
}

function linesIn(db: Db, inspection: string, { id, measures }: ListedPoint): Moment[] {
  const labels = new Map(listMeasures(db, inspection, '').map(({ id, fields }) => [id, fields.label.value]))
  return listLines(db, inspection).filter(({ said, adopted }) => said.point === id || measures.includes(said.measure ?? adopted ?? '')).map(({ said, adopted, dated }) => ({
    ...NOTHING, kind: 'plan' as const, on: dated, label: labels.get(said.measure ?? adopted ?? '') ?? null,
    text: [said.what, said.progress].filter(Boolean).join('\n'), percent: said.percent,
  }))
}
