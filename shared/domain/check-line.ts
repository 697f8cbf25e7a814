import { z } from 'zod'
import { ChangeId } from './change.ts'
import { textKeyOf } from './privacy-fold.ts'
import { occurrencesOf } from './privacy-pseudonym.ts'
import type { ReportLanguage } from './report-text.ts'
import { prefixOf } from './source.ts'

/**
 * A text that the organisation was asked about: the change that says it, so that no copy of it is kept, and where in it each numbered line begins, in
 * UTF-16 code units. The lines of all places are numbered through, from 1.
 */
export const CheckPlace = z.strictObject({
  entity: z.enum(['finding', 'appraisal', 'profile']), entityId: z.string().max(100), field: z.enum(['rating', 'rationale', 'now', 'value']), change: ChangeId,
  starts: z.array(z.int().min(0)).min(1).max(5_000),
})
export type CheckPlace = z.infer<typeof CheckPlace>

/** The line with a number: its place, and which of the lines there it is; none where nothing has that number. */
export function lineAt(places: readonly CheckPlace[], line: number): { place: CheckPlace; index: number } | null {
  let before = 0
  for (const place of places) {
    if (line > before && line <= before + place.starts.length) return { place, index: line - before - 1 }
    before += place.starts.length
  }
  return null
}

/** What one line of a text says. */
export const lineIn = (text: string, starts: readonly number[], index: number): string => text.slice(starts[index], starts[index + 1]).trim()

const CITATION = String.raw`\[[A-Z]{1,4}-?\d{1,4}[a-z]?\](?: p\. ?\d{1,5}(?!\d))?`
/** A sentence ends with its sign and what is cited for it, where the next begins with a capital or a number; a line that someone broke ends too. */
const END = new RegExp(String.raw`(?:[.!?…][)"'”’]*(?:\s*${CITATION})*(?=\s+["'“‘(]?[\p{Lu}\p{N}])|\n)`, 'gu')
/** After these a number or a capital may follow within a sentence. */
const SHORT = /(?:^|[\s(])(?:\p{L}|art|artt|bijv|bv|blz|ca|dhr|mw|mevr|dr|drs|ir|mr|prof|ing|lid|max|min|nr|nrs|p|par|resp|st|tel|vgl|incl|excl|[a-z](?:\.[a-z])+)\.$/iu

/** Where the sentences of a text begin, its lines kept apart; nothing where it says nothing. */
export function startsOf(text: string): number[] {
  const starts: number[] = []
  const begin = (at: number) => {
    const first = text.slice(at).search(/\S/)
    if (first >= 0 && starts.at(-1) !== at + first) starts.push(at + first)
  }
  begin(0)
  for (const { 0: end, index } of text.matchAll(END)) {
    if (end === '\n' || !SHORT.test(text.slice(Math.max(0, index - 12), index + 1))) begin(index + end.length)
  }
  return starts
}

const KINDS: Readonly<Record<ReportLanguage, Readonly<Record<string, string>>>> = {
  nl: { I: 'interviews', D: 'dossiers', DOC: 'documenten', W: 'waarnemingen', F: 'bewijsstukken' },
  en: { I: 'interviews', D: 'case files', DOC: 'documents', W: 'observations', F: 'items of evidence' },
}
const SOURCES: Readonly<Record<ReportLanguage, string>> = { nl: 'bronnen', en: 'sources' }
const CITED = new RegExp(String.raw`${CITATION}(?:\s*${CITATION})*`, 'g')

/** A text in which what is cited gave way to its kind: who said what does not leave. */
export const withoutSources = (text: string, language: ReportLanguage = 'nl'): string => text.replace(CITED, (cited) => {
  const labels = [...cited.matchAll(/\[([^\]]+)\]/g)].map(([, label]) => KINDS[language][prefixOf(label!)] ?? SOURCES[language])
  return `(${[...new Set(labels)].join(', ')})`
})

/** What must not be told, as far as it is known: labels and pseudonyms of sources, names of the team, and who was spoken to, by role. */
export interface Confidential {
  readonly labels: readonly string[]
  readonly names: readonly string[]
  readonly roles: readonly string[]
  /** Roles that one person has: whoever they name, everyone there knows. */
  readonly single: readonly string[]
}

export const Revealing = z.enum(['label', 'name', 'speaker', 'personal', 'single-role'])
export type Revealing = z.infer<typeof Revealing>

/** Between lines that are searched together: no name, number or label runs over it. */
const BETWEEN = ' ¶ '

/** Lines as one text, in which a search finds in one go what it would find line by line; `lineAt` tells the number, from 1, of the line at an offset. */
export function asOneText(lines: readonly string[]): { text: string; lineAt: (offset: number) => number } {
  const ends: number[] = []
  for (const line of lines) ends.push((ends.at(-1) ?? 0) + line.length + BETWEEN.length)
  return { text: lines.join(BETWEEN), lineAt: (offset) => ends.findIndex((end) => offset < end) + 1 }
}

/** All that a text (after `withoutSources`) would tell of who said what; `single-role` is for a person to weigh, the rest may not leave. */
export function revealedBy(text: string, { labels, names, roles, single }: Confidential): { what: Revealing; said: string; start: number }[] {
  const spelled = (what: Revealing, values: readonly string[]) =>
    occurrencesOf(text, values.filter((value) => /\p{L}|\d{4}/u.test(value)).map(textKeyOf)).map(({ start, end }) => ({ what, said: text.slice(start, end), start }))
  const words = (what: Revealing, values: readonly string[], behind: string) => [...new Set(values.map(singularOf))].filter((value) => value !== '').flatMap((value) =>
    [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(value)}s?${behind}`, 'giu'))].map(({ 0: said, index }) => ({ what, said, start: index })))
  return [
    ...spelled('label', labels),
    ...spelled('name', names.flatMap((name) => [name, name.split(/\s+/).at(-1)!].filter((one) => one.length > 2))),
    ...words('speaker', roles.flatMap((role) => [role, role.split(/\s+/).at(-1)!]), NUMBERED),
    ...words('single-role', single, String.raw`(?![\p{L}\p{N}])`),
  ]
}

/** A number that tells one person from another, and no time, share or count. */
const NUMBERED = String.raw`\s+(?:nr\.? ?)?\d{1,2}(?![\p{L}\p{N}/%]|[.,:]\d)`
const singularOf = (role: string) => role.trim().replace(/s$/i, '')
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
