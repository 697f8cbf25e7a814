import type { InspectionSummary } from '../../../shared/domain/summary.ts'
import { useFramework } from '../../framework.ts'
import { labelOf } from '../../i18n/i18n.ts'

/** The verdict in the words of its framework; nothing as long as it is open. */
export function OutcomeOf({ summary: { verdict, framework } }: { summary: InspectionSummary }) {
  return verdict.outcome === 'open' ? '–' : <Label code={verdict.outcome} hash={framework.hash} />
}

function Label({ code, hash }: { code: string; hash: string }) {
  const { rule } = useFramework(hash)
  const outcome = rule.outcomes.find((outcome) => outcome.code === code)
  return outcome ? labelOf(outcome) : code
}
