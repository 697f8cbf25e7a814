import { z } from 'zod'
import type { Framework } from './framework.ts'

/** The blocks of the report that have a text of their own, beside one for each theme. */
export const REPORT_BLOCKS = ['summary', 'reason', 'organisation', 'earlier', 'framework', 'method', 'verdict', 'followUp'] as const
export const ReportBlock = z.enum(REPORT_BLOCKS).or(z.templateLiteral(['theme/', z.string()]))
export type ReportBlock = z.infer<typeof ReportBlock>

/** In which languages a report can be written. */
export const ReportLanguage = z.enum(['nl', 'en'])
export type ReportLanguage = z.infer<typeof ReportLanguage>

/**
 * A text of the report that somebody wrote instead of the composed one, under `reportTextIdOf`: `basis` is the composed text as it was then. Without
 * `text` the composed text stands.
 */
export const ReportText = z.strictObject({ text: z.string().max(20_000), basis: z.string().max(20_000) })
export type ReportText = z.infer<typeof ReportText>

/** Where the text of a block stands, in a language: `nl/summary`, `en/theme/1`. */
export const reportTextIdOf = (language: ReportLanguage, block: ReportBlock) => `${language}/${block}`

/** The block and language of an id; null where the framework or the report has no such block. */
export function readReportTextId(framework: Framework, id: string): { language: ReportLanguage; block: ReportBlock } | null {
  const [, language = '', block = ''] = /^([a-z]+)\/(.*)$/s.exec(id) ?? []
  const isBlock = reportBlocksOf(framework).some((one) => one === block)
  return isBlock && ReportLanguage.safeParse(language).success ? { language: language as ReportLanguage, block: block as ReportBlock } : null
}

/** All blocks of a report, in the order in which they stand there. */
export const reportBlocksOf = ({ themes }: Framework): ReportBlock[] => [
  'summary', 'reason', 'organisation', 'earlier', 'framework', 'method', ...themes.map(({ id }): ReportBlock => `theme/${id}`), 'verdict', 'followUp',
]

/** Whether a text is the composed one, was written on what is composed still, or while something else was composed. */
export const ReportTextState = z.enum(['composed', 'edited', 'outdated'])
export type ReportTextState = z.infer<typeof ReportTextState>

/** A text whose basis is not known counts as written on something else, so that somebody looks. */
export const reportTextStateOf = (text: { isThere: boolean; basis: string | null }, composed: string): ReportTextState =>
  !text.isThere ? 'composed' : text.basis === composed ? 'edited' : 'outdated'
