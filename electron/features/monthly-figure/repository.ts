import { countedOf, listCaseloads } from '../claim/repository.ts'
import type { Counted } from '../../../shared/domain/caseload.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import { FigureName, type Figures, readFigureId } from '../../../shared/domain/monthly-figure.ts'
import { listAnswers, listHeads, listLogIdsOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { getInspection } from '../inspection/repository.ts'

/** The figures of a month out of a system as they were recorded; `values` are those on which all agree. */
export type RecordedFigures = Figures & { id: string; fields: State<'monthlyFigure'> }

/** All months, oldest first; one of which every figure was taken away is left out. */
export function listFigures(db: Db, organisation: string): RecordedFigures[] {
  const heads = listHeads(db, organisation, 'monthlyFigure')
  const stateOf = statesOf('monthlyFigure', heads)
  return [...new Set(heads.map(({ entityId }) => entityId))].sort()
    .flatMap((id) => {
      const place = readFigureId(id)
      return place ? [recordedOf(id, place, stateOf(id))] : []
    })
    .filter(({ fields }) => Object.values(fields).some(({ value, different }) => value !== null || different))
}

function recordedOf(id: string, place: Pick<Figures, 'month' | 'system'>, fields: State<'monthlyFigure'>): RecordedFigures {
  const known = FigureName.options.flatMap((name) => (fields[name].value === null ? [] : [[name, fields[name].value] as const]))
  return { id, ...place, values: Object.fromEntries(known), fields }
}

/** The months over which any figure is there, oldest first; asks for no more than that, for the office's first screen asks it of all. */
export function listMonths(db: Db, organisation: string): string[] {
  const said = listAnswers(db, organisation, 'monthlyFigure').filter(({ value }) => value !== null && value !== undefined)
  return [...new Set(said.flatMap(({ entityId }) => readFigureId(entityId)?.month ?? []))].sort()
}

/** What was counted on site in the inspections of an organisation. */
export function listCounts(db: Db, organisation: string): Counted[] {
  return listLogIdsOf(db, 'inspection')
    .filter((id) => getInspection(db, id).organisation.value === organisation)
    .flatMap((id) => listCaseloads(db, id).map(countedOf))
}
