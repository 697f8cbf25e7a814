import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** What speaks to one expectation; nothing as long as that is on its way, so that the judging never waits for it. */
export function useSources(inspection: string, expectation: string) {
  const input = { inspection, expectation }
  return useQuery({ queryKey: [api.source.list.path, input], queryFn: () => api.source.list(input) }).data
}

/** All sources of an inspection, as far as they are known yet. */
export function useAllSources(inspection: string) {
  return useQuery({ queryKey: [api.source.coverage.path, { inspection }], queryFn: () => api.source.coverage({ inspection }) }).data
}

/** Where a source of a kind is shown. */
const SCREENS: Readonly<Record<string, string>> = { interview: 'interviews', document: 'documenten', observation: 'documenten', file: 'dossieronderzoek' }

/** The place of a source, or of a page of evidence. */
export const addressOf = (inspection: string, { kind, id }: { kind: string; id: string }, page: number | null = null) =>
  ['/inspectie', inspection, SCREENS[kind], id, ...(page === null ? [] : [page])].join('/')

/** Where a source stands beside the judging. */
export const sourceIdOf = (id: string) => `bron-${id}`
