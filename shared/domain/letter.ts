import { z } from 'zod'
import { PlainDate } from './calendar.ts'
import { REPORT_PLACES } from './report-template.ts'
import { ReportLanguage } from './report-text.ts'
import { Line } from './text.ts'

/** What an inspectorate writes around an inspection; receipts are made where visit and documents are. */
export const LetterKind = z.enum(['announcement', 'check', 'board', 'municipalities', 'news', 'facts', 'explanation'])
export type LetterKind = z.infer<typeof LetterKind>

/** One name on each line. */
const Names = z.string().max(8_000)
const Body = z.string().max(20_000)

/**
 * A letter or message of the inspectorate, under an own id in the supervision file of the organisation: what was signed does not change by it.
 * `basis` is the text as it was last composed of the data; `sentOn` is the day on which it went out: from then on it is fixed, and a later letter `corrects` it. People are
 * named by function only.
 */
export const OutgoingLetter = z.strictObject({
  of: z.strictObject({ inspection: z.uuid(), kind: LetterKind, language: ReportLanguage, corrects: z.uuid().nullable() }),
  subject: Line, reference: Line, dated: PlainDate, addressees: Names, copies: Names, text: Body, basis: Body, sentOn: PlainDate,
})
export type OutgoingLetter = z.infer<typeof OutgoingLetter>

export type LetterPart = LetterKind | `${LetterKind}Subject`

/** The parts of the template of letters with the places of each: those of the report. */
export const LETTER_PARTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  LetterKind.options.flatMap((kind) => [[kind, REPORT_PLACES], [`${kind}Subject`, REPORT_PLACES]]),
)
export type LetterTemplate = Readonly<Record<LetterPart, string>>

/** An announcement and the request to check the facts come before the verdict; all else tells of it. */
export const tellsVerdict = (kind: LetterKind) => kind !== 'announcement' && kind !== 'check'

/** The names on separate lines. */
export const namesIn = (names: string | null): string[] => (names ?? '').split('\n').map((name) => name.trim()).filter((name) => name !== '')

const COLLEGE = {
  nl: { executive: (name: string) => `College van burgemeester en wethouders van ${name}`, council: (name: string) => `Gemeenteraad van ${name}` },
  en: { executive: (name: string) => `Municipal executive of ${name}`, council: (name: string) => `Municipal council of ${name}` },
} as const

/** Who in the municipalities that are served gets a letter, and how: each as addressee, or a copy of what another gets. Null where they get none. */
export function servedIn(kind: LetterKind, language: ReportLanguage, municipalities: readonly string[]): { field: 'addressees' | 'copies'; names: string[] } | null {
  const { executive, council } = COLLEGE[language]
  if (kind === 'municipalities') return { field: 'addressees', names: municipalities.map(executive) }
  if (kind === 'board') return { field: 'copies', names: municipalities.map(executive) }
  return kind === 'facts' ? { field: 'addressees', names: municipalities.map(council) } : null
}
