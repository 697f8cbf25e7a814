import { REPORT_BLOCKS, type ReportBlock } from './report-text.ts'

/** What every part of a report's template may name: a place with nothing to say takes its line away. */
export const REPORT_PLACES = [
  'organisation', 'region', 'partOf', 'inspectorates', 'kind', 'days', 'announced', 'framework', 'version',
  'listed', 'assessed', 'notAssessed', 'judged', 'open', 'met', 'notMet', 'outcome', 'notMetNumbers', 'themes', 'facts', 'rule', 'standard', 'followUp',
  'reassessed', 'earlierKind', 'earlierDay', 'earlierMet', 'earlierAssessed', 'improvedNumbers', 'worsenedNumbers', 'trust', 'deadline', 'answerBy', 'ratings', 'judgements',
] as const

/** What the text of a theme may name besides. */
export const THEME_PLACES = ['theme', 'themeTitle', 'themeMet', 'themeAssessed', 'themeNotMet', 'themeCriteria', 'themeBefore'] as const

/** Texts that are the same in all reports of an inspectorate; one that is empty is left out. */
export const FIXED_PARTS = ['title', 'subtitle', 'motto', 'mission', 'supervision', 'legend', 'colophon'] as const
export type FixedPart = (typeof FIXED_PARTS)[number]

/** A part of the file, by the names of the blocks: all themes are written with one. */
export type ReportPart = FixedPart | (typeof REPORT_BLOCKS)[number] | 'theme'

/** The parts of a report's template with the places of each. */
export const REPORT_PARTS = Object.fromEntries([
  ...[...FIXED_PARTS, ...REPORT_BLOCKS].map((part) => [part, REPORT_PLACES]), ['theme', [...REPORT_PLACES, ...THEME_PLACES]],
]) as Readonly<Record<ReportPart, readonly string[]>>

export type ReportTemplate = Readonly<Record<ReportPart, string>>

export const partOfBlock = (block: ReportBlock): ReportPart => (block.startsWith('theme/') ? 'theme' : (block as ReportPart))
