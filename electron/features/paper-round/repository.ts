import type { Entry } from '../../../shared/domain/change.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import { type PartState, partOf, partsIn, partsOfCheck, partStateOf, type Printed, type TakenOver } from '../../../shared/domain/paper-round.ts'
import { listHeads, listHeadsOfEntity } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { listPersons } from '../../db/person.ts'
import { getFrameworkOf } from '../inspection/repository.ts'

/** One part of a report that is taken over: what stands there, and how far it is checked. */
export interface PaperPart {
  part: string
  heads: Entry[]
  state: PartState
  taken: State<'takenPart'>
}

/** All parts of a report in order of print, also those of which nothing is taken over yet. */
export function listParts(db: Db, inspection: string): PaperPart[] {
  const said = ['finding', 'appraisal', 'takenPart'].flatMap((entity) => listHeads(db, inspection, entity))
  const byPart = Map.groupBy(said, partOf)
  const checks = Map.groupBy(listHeads(db, inspection, 'takenCheck'), ({ entityId }) => partsOfCheck(entityId)[1])
  const takenOf = statesOf('takenPart', said)
  return partsIn(getFrameworkOf(db, inspection).framework).map((part) => {
    const heads = byPart.get(part) ?? []
    return { part, heads, state: partStateOf(heads, checks.get(part) ?? []), taken: takenOf(part) }
  })
}

/** Totals as they are printed, by the part that they are of. */
export function printedIn(parts: readonly PaperPart[]): Record<string, Printed> {
  return Object.fromEntries(parts.flatMap(({ part, taken: { met, assessed } }) =>
    (met.value === null || assessed.value === null ? [] : [[part, { met: met.value, assessed: assessed.value }]])))
}

/** What is to be told of a round that was taken over from a report, wherever it is shown. */
export function takenOverOf(db: Db, inspection: string): TakenOver {
  const parts = listParts(db, inspection)
  const filled = parts.filter(({ state }) => state.state !== 'empty')
  const { source, file, outcome } = parts[0]!.taken // the whole comes first
  const names = new Map(listPersons(db).map(({ id, name }) => [id, name]))
  const namesOf = (ids: readonly string[]) => [...new Set(ids)].map((id) => names.get(id) ?? id).sort()
  return {
    source: source.value,
    sha256: file.value === null ? null : (statesOf('evidence', listHeadsOfEntity(db, inspection, 'evidence', file.value))(file.value).file.value?.sha256 ?? null),
    enteredBy: namesOf(filled.flatMap(({ state }) => state.enteredBy)),
    checkedBy: namesOf(filled.flatMap(({ state }) => state.checkedBy)),
    parts: filled.length,
    unchecked: filled.filter(({ state }) => state.state !== 'checked').length,
    pages: Object.fromEntries(filled.flatMap(({ part, taken }) => (taken.page.value === null ? [] : [[part, taken.page.value]]))),
    printed: printedIn(parts),
    outcome: outcome.value,
  }
}
