import type { WorkspaceRole } from '../../../shared/domain/workspace.ts'
import type { InspectionSummary } from '../../../shared/domain/summary.ts'

/** What one does best now, by how far the inspection is and where one sits; `count` is how many wait for it. */
export function nextStepOf({ firstDay, takenFrom, differences, counts, criteria, status }: InspectionSummary, role: WorkspaceRole | undefined) {
  const unjudged = criteria.filter(({ judgement, asked }) => asked && judgement === null).length
  if (takenFrom === 'report') return { code: 'takeOver', stage: 'overnemen', count: 1 } as const
  if (differences > 0) return { code: 'settle', stage: 'ondertekenen', count: differences } as const
  if (firstDay === null) return { code: 'prepare', stage: 'voorbereiding', count: 1 } as const
  if (counts.open > 0) return { code: 'judge', stage: 'oordelen', count: counts.open } as const
  if (unjudged > 0) return { code: 'appraise', stage: 'oordelen', count: unjudged } as const
  if (status === 'draft') return { code: 'sign', stage: 'ondertekenen', count: 1 } as const
  if (status === 'received' && role === 'office') return { code: 'publish', stage: 'openbaarmaking', count: 1 } as const
  if (status === 'received') return { code: 'done', stage: 'ondertekenen', count: 1 } as const
  return { code: 'deliver', stage: 'ondertekenen', count: 1 } as const
}
