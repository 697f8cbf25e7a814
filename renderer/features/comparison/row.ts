import type { Judgement } from '../../../shared/domain/framework.ts'
import type { Trend } from '../../../shared/domain/trend.ts'

export const FILTERS = ['all', 'changed', 'not-met'] as const
export type Filter = (typeof FILTERS)[number]

export type Row = Trend['rows'][number]

const isMoved = (development: Row['sinceLast']) => development === 'improved' || development === 'worsened'

/** Which rows a filter leaves: what went up or down, was worded or numbered otherwise or is not asked in each round, or what is not met now. */
export function passes(filter: Filter, { cells, number, sinceFirst, sinceLast }: Row): boolean {
  if (filter === 'all') return true
  if (filter === 'not-met') return cells.at(-1)?.standing === 'notMet'
  return isMoved(sinceFirst) || isMoved(sinceLast) || cells.some((cell) => cell === null || cell.changed || cell.number !== number)
}

/** What became of a judgement: the scale has its best answer first. */
export function developmentOf(scale: readonly Judgement[], before: string | null, after: string | null): 'improved' | 'worsened' | 'unchanged' | 'other' {
  const [was, is] = [before, after].map((code) => scale.findIndex((judgement) => judgement.code === code)) as [number, number]
  if (was === -1 || is === -1) return 'other'
  return is < was ? 'improved' : is > was ? 'worsened' : 'unchanged'
}
