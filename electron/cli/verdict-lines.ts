import type { z } from 'zod'
import type { verdict } from '../../shared/api/verdict.ts'
import { expectationOf, type Framework } from '../../shared/domain/framework.ts'
import { type Said, sayOf } from '../../shared/domain/rule-words.ts'
import type { Language } from '../plan.ts'

type Told = NonNullable<z.infer<typeof verdict.get.output>['told']>

const WORDS = {
  nl: {
    if: 'als', otherwise: 'anders', open: 'nog open', fewest: (count: number, exact: boolean) => `andere oordelen nodig voor een andere uitkomst: ${exact ? '' : 'hoogstens '}${count}`,
    none: 'geen ander oordeel verandert de uitkomst', noneFound: 'geen ander oordeel gevonden dat de uitkomst verandert', range: 'van het openstaande: op zijn best', worst: 'op zijn slechtst', sets: 'manieren',
  },
  en: {
    if: 'if', otherwise: 'otherwise', open: 'still open', fewest: (count: number, exact: boolean) => `other ratings needed for another outcome: ${exact ? '' : 'at most '}${count}`,
    none: 'no other rating changes the outcome', noneFound: 'no other rating found that changes the outcome', range: 'of what is open: at best', worst: 'at worst', sets: 'ways',
  },
} as const

/** The rule as an indented tree with ✓, ✕ and ?, and what would change its outcome. */
export function linesOfVerdict(framework: Framework, { verdict, explanation, sensitivity }: Told, language: Language): string[] {
  const words = WORDS[language]
  const labelOf = (code: string) => {
    const outcome = framework.rule.outcomes.find((one) => one.code === code)
    return outcome ? (language === 'en' ? outcome.english : outcome.label) : words.open
  }
  const rule = explanation.flatMap(({ outcome, condition }) => (condition === null
    ? [`${words.otherwise}: ${labelOf(outcome)}`]
    : [`${labelOf(outcome)}, ${words.if}:`, ...treeOf(sayOf(framework, condition, language))]))
  return [...rule, '', `= ${labelOf(verdict.outcome)}`, ...changesOf(framework, sensitivity, verdict.outcome === 'open', language, labelOf)]
}

function treeOf({ asks, figures, holds, of }: Said, depth = 1): string[] {
  const sign = holds === null ? '?' : holds ? '✓' : '✕'
  return [`${'  '.repeat(depth)}${sign} ${asks}${figures === null ? '' : ` (${figures})`}`, ...of.flatMap((part) => treeOf(part, depth + 1))]
}

function changesOf(framework: Framework, study: Told['sensitivity'], isOpen: boolean, language: Language, labelOf: (code: string) => string): string[] {
  const words = WORDS[language]
  const { best, worst, fewestChanges, exact, setCount, sets } = study
  if (isOpen) return [`${words.range} ${labelOf(best)}, ${words.worst} ${labelOf(worst)}`]
  if (fewestChanges === null) return [exact ? words.none : words.noneFound]
  const numbered = (sets ?? []).map((set) => `  ${set.map((id) => expectationOf(framework, id)?.number ?? id).join(' + ')}`)
  return [`${words.fewest(fewestChanges, exact)}${setCount === null ? '' : ` (${setCount} ${words.sets})`}`, ...numbered]
}
