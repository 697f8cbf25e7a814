import { appError } from '../errors.ts'
import { assessedOf, type Criterion, expectationsBelow, type Framework } from './framework.ts'
import { NOT_EXAMINED, type RatingOf } from './verdict.ts'

/** The expectations that a visit examines, in order of print; null is all of them. */
export type Scope = readonly string[] | null

/** Of those asked for, the ones that are assessed, each once and in order of print, so that the same choice is the same value; null when that is all. */
export function scopeOf(framework: Framework, asked: Iterable<string>): Scope {
  const wanted = new Set(asked)
  const assessed = assessedOf(framework).map(({ id }) => id)
  const scope = assessed.filter((id) => wanted.has(id))
  return scope.length === assessed.length ? null : scope
}

/** Refuses a choice that is not made of assessed expectations in order of print, and one without its reason. */
export function assertScope(framework: Framework, scope: readonly string[], reason: string | null): void {
  const made = scopeOf(framework, scope) ?? []
  if (made.length !== scope.length || made.some((id, at) => id !== scope[at])) throw appError('value-invalid', { field: 'inspection.scope' })
  if (reason === null) throw appError('reason-required', {})
}

/** What is not examined has no rating in this visit, whatever was recorded before the choice was made smaller. */
export function within(scope: Scope, ratingOf: RatingOf): RatingOf {
  if (scope === null) return ratingOf
  const examined = new Set(scope)
  return (id) => (examined.has(id) ? ratingOf(id) : NOT_EXAMINED)
}

/** A criterion is judged as a whole: one of which a part is not examined, or nothing assessed, is not asked for. */
export function isAsked(scope: Scope, criterion: Criterion): boolean {
  const assessed = expectationsBelow(criterion).filter((one) => one.assessed)
  return scope === null || (assessed.length > 0 && assessed.every(({ id }) => scope.includes(id)))
}
