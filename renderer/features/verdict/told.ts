import { t } from 'i18next'
import type { Sensitivity } from '../../../shared/domain/sensitivity.ts'
import type { Framework } from '../../../shared/domain/framework.ts'
import type { Weighed } from '../../../shared/domain/rule.ts'
import type { Explanation, Verdict } from '../../../shared/domain/verdict.ts'
import { labelOf } from '../../i18n/i18n.ts'

/** The verdict with what explains it. */
export interface Told {
  verdict: Verdict
  explanation: Explanation
  sensitivity: Sensitivity
}

export function outcomeNameOf({ rule }: Framework, code: string): string {
  const outcome = rule.outcomes.find((one) => one.code === code)
  return outcome ? labelOf(outcome) : t('verdict.open')
}

const themeNameOf = ({ themes }: Framework, id: string) => themes.find((theme) => theme.id === id)?.title ?? id

/** A condition in words: `ten minste 20 van 24 én heel Veiligheid`. */
export function wordsOf(framework: Framework, condition: Weighed): string {
  if (condition.kind === 'at-least-met') return t('verdict.atLeast', { count: condition.count, of: condition.counted })
  if (condition.kind === 'all-met-in-theme') return t('verdict.wholeTheme', { theme: themeNameOf(framework, condition.theme) })
  return condition.of.map((part) => wordsOf(framework, part)).join(` ${t(condition.kind === 'all' ? 'verdict.and' : 'verdict.or')} `)
}

/** How a limb stands, in figures. */
export function figuresOf({ met, unknown, counted }: { met: number; unknown: number; counted: number }): string {
  const known = t('verdict.figures', { met, counted })
  return unknown === 0 ? known : `${known}, ${t('verdict.unknown', { count: unknown })}`
}
