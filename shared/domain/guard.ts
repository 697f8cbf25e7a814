import { z } from 'zod'
import { appError } from '../errors.ts'
import type { Change, Content } from './change.ts'
import { schemaOf } from './entity.ts'
import { assertReasoned } from './finding.ts'
import { assertAssessed, assertCriterion, assertJudgement, type Framework, getGrade } from './framework.ts'

/** An answer that someone gives, whether here or in a file that arrives. */
export type Given = Pick<Change, 'inspection' | 'entity' | 'entityId' | 'field' | 'kind'> & Pick<Content, 'value' | 'reason'>

/** Refuses an answer on what the framework does not have or ask, outside its scales, or without the reason that it wants. */
export function assertAllowed(framework: Framework, given: Given): void {
  const { inspection, entity, entityId, field, value } = given
  if (!schemaOf(entity, field)) throw appError('not-found', { what: 'field', id: `${entity}.${field}` })
  if ((entity === 'inspection' || entity === 'conclusion') && entityId !== inspection) throw appError('not-found', { what: 'inspection', id: entityId })
  if (entity === 'member' && !z.uuid().safeParse(entityId).success) throw appError('not-found', { what: 'member', id: entityId })
  if (entity === 'finding') assertAssessed(framework, entityId)
  if (entity === 'appraisal') assertCriterion(framework, entityId)
  if (entity === 'appraisal' && field === 'judgement' && typeof value === 'string') assertJudgement(framework, value)
  if (entity === 'finding' && field === 'rating' && typeof value === 'string') assertRating(framework, value, given)
}

/** A settle gives its reason anyway, so the reason of the rating that it chooses stays with that rating. */
function assertRating(framework: Framework, code: string, { kind, reason }: Given): void {
  const grade = getGrade(framework, code)
  if (kind === 'set') assertReasoned(grade, reason)
}
