import type { z } from 'zod'
import type { paperRound as contract } from '../../../shared/api/paper-round.ts'
import type { Entity } from '../../../shared/domain/entity.ts'
import { criteriaOf, type Framework, listedOf } from '../../../shared/domain/framework.ts'

export type Part = z.infer<typeof contract.get.output>['parts'][number]
export type PartField = keyof Part['fields']

/** What a part is of, and how it is called in print. */
export interface Named {
  kind: 'whole' | 'theme' | 'criterion' | 'expectation'
  id: string
  number: string
  text: string
}

/** The names of all parts, by their ids. */
export function namesIn(framework: Framework, whole: string): ReadonlyMap<string, Named> {
  const named = (kind: Named['kind'], { id, number }: { id: string; number: string }, text: string) => [`${kind}/${id}`, { kind, id, number, text }] as const
  return new Map<string, Named>([
    ['whole', { kind: 'whole', id: '', number: '', text: whole }],
    ...framework.themes.map((theme) => named('theme', theme, theme.title)),
    ...criteriaOf(framework).map((criterion) => named('criterion', criterion, criterion.title)),
    ...listedOf(framework).map((expectation) => named('expectation', expectation, expectation.statement)),
  ])
}

/** Where the answers of a part stand in the log. */
export function placeOf(inspection: string, { id }: Named, part: string, field: PartField) {
  const of = (entity: Entity, entityId: string) => ({ inspection, entity, entityId, field })
  if (field === 'rating' || field === 'rationale') return of('finding', id)
  return field === 'judgement' || field === 'now' ? of('appraisal', id) : of('takenPart', part)
}
