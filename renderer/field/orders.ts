import { type Query, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Call } from '../../shared/api/client.ts'
import type { Entity } from '../../shared/domain/entity.ts'
import type { Field } from '../../shared/domain/field.ts'
import { api, useAnswer } from '../api.ts'

/** Where an answer stands. */
export interface Place {
  inspection: string
  entity: Entity
  entityId: string
  field: string
}

/** The heads that are on the screen: what the author of the next answer has seen. */
export const seenOf = (field: Field<unknown>) => field.heads.map(({ id }) => id)

/** What holds the answers and drafts of one item, and which of those an order can have changed: null when it does not say. */
const ITEMS: readonly unknown[] = [api.finding.get.path, api.finding.appraisal.path, api.verdict.conclusion.path, api.verdict.facts.path, api.visit.list.path, api.claim.list.path, api.claim.beside.path, api.improvement.list.path, api.factualCheck.get.path, api.supervision.get.path, api.report.blocks.path, api.field.get.path]
const isItem = ({ queryKey: [path, asked] }: Query, changed: string | null) =>
  ITEMS.includes(path) && (changed === null || path !== api.finding.get.path || `${changed}/`.startsWith(`${(asked as { expectation: string }).expectation}/`))

/** What no answer changes: where one works, as whom, and how the screen looks. */
const isFixed = ({ queryKey: [path] }: Query) => /^(workspace|settings|framework|organisation)\./.test(String(path))

const changedBy = (input: unknown) => (input as Partial<Place>).entityId ?? null

/**
 * Changes one field, one order after the other. At a thousand expectations reading all again takes longer than an eye blinks, so what an
 * answer shows at once is read first and the rest after it. What left the screen is forgotten: a text shown again is never an older one.
 */
export function useFieldOrder<In, Out>(call: Call<In, Out>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: In) => call(input),
    scope: { id: 'orders' },
    onSettled: async (_answer, _refusal, input) => {
      const isNear = (query: Query) => isItem(query, changedBy(input)) || query.queryKey[0] === api.finding.marks.path
      queries.removeQueries({ type: 'inactive', predicate: (query) => isItem(query, changedBy(input)) })
      await queries.invalidateQueries({ predicate: isNear })
      void queries.invalidateQueries({ predicate: (query) => !isNear(query) && !isItem(query, null) && !isFixed(query) })
    },
  })
}

/** Keeps what is being typed; nothing else on the screen changes by it. */
export function useDraftOrder() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (draft: Parameters<typeof api.field.draft>[0]) => api.field.draft(draft),
    scope: { id: 'orders' },
    onSettled: (_answer, _refusal, input) =>
      queries.removeQueries({ type: 'inactive', predicate: (query) => isItem(query, changedBy(input)) }),
  })
}

/** Reads the name of an author; who is not known here keeps the id. */
export function useNames(): (author: string) => string {
  const persons = useAnswer(api.workspace.persons, {})
  return (author) => persons.find(({ id }) => id === author)?.name ?? author
}
