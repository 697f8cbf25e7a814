import type { Comparison } from '../../../shared/domain/comparison.ts'
import { type Framework, gradeOf, type Judgement } from '../../../shared/domain/framework.ts'

export const FILTERS = ['all', 'changed', 'not-met'] as const
export type Filter = (typeof FILTERS)[number]

export type Row = Comparison['expectations'][number]

/** Which rows a filter leaves: what went up or down or was worded otherwise, or what is not met now. */
export function passes(filter: Filter, row: Row, framework: Framework): boolean {
  if (filter === 'all') return true
  if (filter === 'changed') return row.development === 'improved' || row.development === 'worsened' || row.changedText || row.in !== 'both'
  const grade = gradeOf(framework, row.after)
  return grade !== undefined && grade.counts && !grade.met
}

/** What became of a judgement: the scale has its best answer first. */
export function developmentOf(scale: readonly Judgement[], before: string | null, after: string | null): 'improved' | 'worsened' | 'unchanged' | 'other' {
  const [was, is] = [before, after].map((code) => scale.findIndex((judgement) => judgement.code === code)) as [number, number]
  if (was === -1 || is === -1) return 'other'
  return is < was ? 'improved' : is > was ? 'worsened' : 'unchanged'
}
