import type { FaultAt } from '../../../shared/domain/framework.ts'
import type { Outlined } from '../../../shared/domain/framework-edit.ts'

/** What a draft has beside its themes. */
export const SECTIONS = ['general', 'scales', 'rule', 'footnotes', 'fieldwork'] as const
export type Section = (typeof SECTIONS)[number]

export const isSection = (chosen: string): chosen is Section => (SECTIONS as readonly string[]).includes(chosen)

/** Where on the screen something at this path can be mended: the deepest item that it is in, or a section. */
export function homeOf(rows: readonly Outlined[], where: string): string {
  const row = rows.findLast((one) => where === one.where || where.startsWith(`${one.where}.`))
  const first = where.split(/[.[]/)[0]!
  return row?.where ?? SECTIONS.find((section) => section === first) ?? 'general'
}

export const homesOf = (rows: readonly Outlined[], faults: readonly FaultAt[]) => new Set(faults.map(({ where }) => homeOf(rows, where)))
