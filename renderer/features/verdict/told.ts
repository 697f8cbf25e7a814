import i18next, { t } from 'i18next'
import type { FullSensitivity } from '../../../shared/domain/sensitivity.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import type { Explanation, Verdict } from '../../../shared/domain/verdict.ts'
import { labelOf } from '../../i18n/i18n.ts'

/** The verdict with what explains it. */
export interface Told {
  verdict: Verdict
  explanation: Explanation
  sensitivity: FullSensitivity
}

export function outcomeNameOf({ rule }: Framework, code: string): string {
  const outcome = rule.outcomes.find((one) => one.code === code)
  return outcome ? labelOf(outcome) : t('verdict.open')
}

/** The language of the screen, as far as the words of a rule exist in it. */
export const tongue = () => (i18next.language === 'en' ? 'en' : 'nl')
