import type { ActivityKind, ActivityState } from './activity.ts'
import { sourceKindsOf } from './fieldwork.ts'
import { assessedOf, type Framework } from './framework.ts'
import { questionsFor } from './interview.ts'
import { SourceKind } from './source.ts'

/** An activity as far as coverage asks for it; `questions` are the expectations of the team's own questions. */
export interface Planned {
  id: string
  kind: ActivityKind | null
  role: string | null
  state: ActivityState | null
  about: readonly string[] | null
  questions: readonly string[]
}

/** What can speak to one expectation: the kinds of source, each once, and the activities. */
export interface Reach {
  expectation: string
  kinds: SourceKind[]
  activities: string[]
}

const KINDS: Readonly<Record<ActivityKind, SourceKind>> = {
  interview: 'interview', 'file-review': 'file', 'document-review': 'document', observation: 'observation',
}

/** Per assessed expectation, in order of print, what of the plan can speak to it. What is cancelled speaks to nothing. */
export function coverageOf(framework: Framework, activities: readonly Planned[]): Reach[] {
  const reaching = activities
    .filter(({ kind, state }) => kind !== null && state !== 'cancelled')
    .map((activity) => ({ id: activity.id, kind: KINDS[activity.kind!], speaksTo: reachOf(framework, activity) }))
  return assessedOf(framework).map(({ id: expectation }) => {
    const able = reaching.filter(({ speaksTo }) => speaksTo.has(expectation))
    return { expectation, kinds: kindsAmong(able), activities: able.map(({ id }) => id) }
  })
}

/** The expectations to which nothing in the plan can speak. */
export const unreachedOf = (coverage: readonly Reach[]) => coverage.filter(({ kinds }) => kinds.length === 0).map(({ expectation }) => expectation)

/** What one activity can speak to: by what the framework says of its kind and role, and by what the team says. */
export function reachOf(framework: Framework, { kind, role, about, questions }: Omit<Planned, 'id' | 'state'>): Set<string> {
  const suggested = kind === null ? [] : suggestedBy(framework, kind, role)
  return new Set([...suggested.flatMap(({ expectations }) => expectations), ...(about ?? []), ...questions])
}

function suggestedBy(framework: Framework, kind: ActivityKind, role: string | null): readonly { readonly expectations: readonly string[] }[] {
  const { fieldwork } = framework
  if (kind === 'interview') return questionsFor(framework, role)
  if (fieldwork === null) return []
  if (kind === 'file-review') return [...fieldwork.fileFields, ...fieldwork.terms]
  return kind === 'document-review' ? fieldwork.documents : fieldwork.observations
}

/**
 * How many kinds of source an expectation asks for: what the framework demands, or else all by which it can be reached; a framework that
 * says nothing about fieldwork leaves all kinds open.
 */
export function wantedKinds({ fieldwork }: Framework, expectation: string): number {
  if (fieldwork === null) return SourceKind.options.length
  return fieldwork.minimumSourceKinds ?? sourceKindsOf(fieldwork, expectation).length
}

/** Each kind once, in the order in which the kinds are listed. */
export function kindsAmong(sources: readonly { kind: SourceKind }[]): SourceKind[] {
  const present = new Set(sources.map(({ kind }) => kind))
  return SourceKind.options.filter((kind) => present.has(kind))
}
