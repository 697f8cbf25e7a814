import { useQueryClient } from '@tanstack/react-query'
import { api, asking } from '../../api.ts'
import { askingFramework } from '../../framework.ts'

type Question = { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> }

/** What a stage shows first; what is not named here is asked on arrival. */
const QUESTIONS: Readonly<Record<string, (inspection: string) => Question[]>> = {
  voorbereiding: () => [asking(api.organisation.list, {}), asking(api.inspection.list, {}), asking(api.workspace.persons, {})],
  beweerd: (inspection) => [asking(api.claim.list, { inspection })],
  bezoekdag: (inspection) => [asking(api.visit.list, { inspection }), asking(api.visit.loose, { inspection }), asking(api.visit.method, { inspection })],
  oordelen: (inspection) => [asking(api.finding.marks, { inspection })],
  eindoordeel: (inspection) => [
    asking(api.verdict.get, { inspection }), asking(api.verdict.conclusion, { inspection }), asking(api.finding.marks, { inspection }),
    asking(api.comparison.get, { inspection }),
  ],
  vergelijking: (inspection) => [asking(api.comparison.trend, { inspection, rounds: null })],
  overnemen: (inspection) => [asking(api.paperRound.get, { inspection })],
  rapport: (inspection) => [asking(api.report.read, { inspection, language: 'nl' })],
  ondertekenen: (inspection) => [
    asking(api.bundle.gates, { inspection }), asking(api.inspection.differences, { inspection }), asking(api.bundle.suggestName, { inspection }),
    asking(api.bundle.list, { inspection }),
  ],
}

/** Asks what a stage will show as soon as someone points at it, so that it is there on arrival. */
export function useBeforehand(inspection: string, framework: string): (stage: string) => void {
  const queries = useQueryClient()
  return (stage) => {
    void queries.prefetchQuery(askingFramework(framework))
    for (const question of QUESTIONS[stage]?.(inspection) ?? []) void queries.prefetchQuery(question)
  }
}
