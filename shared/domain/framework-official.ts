import { z } from 'zod'
import { choice, type Layout, YES_NO } from './framework-layout.ts'
import type { FileFault, FileNote } from './framework-file.ts'
import { type Findings, rowsOf, simplified } from './framework-rows.ts'
import type { Sheet } from './framework-sheets.ts'
import { criteriaOf, type Criterion, type Framework, listedOf } from './framework.ts'

type Kind = 'expectation' | 'criterion' | 'theme' | 'aim' | 'footnote' | 'rule' | 'standard'

/** The sheet from which official words are read: of what, under which number, and the words. */
export const OFFICIAL: Layout = {
  nl: 'Officiële tekst', en: 'Official text',
  columns: [
    {
      key: 'kind', nl: 'Soort', en: 'Kind', optional: true, kind: [
        choice('expectation', 'verwachting', 'expectation'), choice('criterion', 'criterium', 'criterion'), choice('theme', 'thema', 'theme'),
        choice('aim', 'doelzin', 'aim'), choice('footnote', 'voetnoot', 'footnote'), choice('rule', 'beslisregel', 'decision rule'), choice('standard', 'norm', 'standard'),
      ],
    },
    { key: 'number', nl: 'Nummer', en: 'Number', kind: 'name', optional: true },
    { key: 'text', nl: 'Officiële tekst', en: 'Official text', kind: 'text', width: 90 },
    { key: 'assessed', nl: 'Beoordeeld', en: 'Assessed', kind: YES_NO, optional: true },
  ],
}

/** Words that are to replace ours. `assessed` is null where the file does not say. */
export interface OfficialLine {
  kind: Kind
  number: string
  text: string
  assessed: boolean | null
}

/** Reads official words for a framework; every line must be about something that it has, and each thing stands there once. */
export function officialFrom(framework: Framework, sheets: readonly Sheet[]): { lines: OfficialLine[]; faults: FileFault[]; notes: FileNote[] } {
  const found: Findings = { faults: [], notes: [] }
  const sheet = sheets.find(({ name }) => [OFFICIAL.nl, OFFICIAL.en].some((known) => simplified(known) === simplified(name))) ?? sheets[0]!
  const lines: OfficialLine[] = []
  const known = numbersOf(framework)
  for (const { values, place } of rowsOf(sheet, OFFICIAL, found)) {
    const [number, kind] = [String(values.number ?? ''), (values.kind ?? 'expectation') as Kind]
    const fault = values.text === null ? 'official-text-missing' as const : !known(kind, number) ? 'unknown-number' as const
      : lines.some((line) => line.kind === kind && line.number === number) ? 'number-twice' as const : null
    if (fault) found.faults.push({ ...place(fault === 'official-text-missing' ? 'text' : 'number'), what: fault, about: number || null })
    else if (typeof values.text === 'string') lines.push({ kind, number, text: values.text, assessed: (values.assessed ?? null) as boolean | null })
  }
  return { lines, faults: found.faults.map((fault) => ({ ...fault, place: null })), notes: found.notes.map((note) => ({ ...note, count: 1 })) }
}

function numbersOf(framework: Framework) {
  const numbers = (list: readonly { number: string }[]) => new Set(list.map(({ number }) => number))
  const known: Record<Kind, ReadonlySet<string>> = {
    expectation: numbers(listedOf(framework)), criterion: numbers(criteriaOf(framework)), theme: numbers(framework.themes), aim: numbers(framework.themes),
    footnote: numbers(framework.footnotes), rule: new Set(['']), standard: new Set(['']),
  }
  return (kind: Kind, number: string) => known[kind].has(number)
}

const SAID = {
  nl: (read: number, left: number) => `Officiële tekst ingelezen: ${read}; nog in eigen woorden: ${left}.`,
  en: (read: number, left: number) => `Official text read in: ${read}; still in own wording: ${left}.`,
}

/**
 * The framework with official words where the lines have them, as a new version. What they do not name stays as it is, own words marked.
 * A theme with an aim is official once both are; an expectation that was not assessed stays so unless its line says otherwise. What is official
 * throughout is no longer unfinished.
 */
export function withOfficial(framework: Framework, lines: readonly OfficialLine[], version: string): Framework {
  const by = new Map(lines.map((line) => [`${line.kind} ${line.number}`, line]))
  const find = (kind: Kind, number = '') => by.get(`${kind} ${number}`)
  const criterionWith = (criterion: Criterion): Criterion => ({
    ...criterion, ...worded('title', find('criterion', criterion.number)),
    expectations: criterion.expectations.map((expectation) => {
      const line = find('expectation', expectation.number)
      const assessed = line?.assessed ?? expectation.assessed
      return { ...expectation, ...worded('statement', line), assessed, notAssessedBecause: assessed ? null : expectation.notAssessedBecause }
    }),
    ...(criterion.criteria && { criteria: criterion.criteria.map(criterionWith) }),
  })
  const made: Framework = {
    ...framework, version,
    rule: { ...framework.rule, ...worded('statement', find('rule')) },
    standard: { ...framework.standard, ...worded('statement', find('standard')) },
    footnotes: framework.footnotes.map((footnote) => ({ ...footnote, text: find('footnote', footnote.number)?.text ?? footnote.text })),
    themes: framework.themes.map((theme) => {
      const [title, aim] = [find('theme', theme.number)?.text, find('aim', theme.number)?.text]
      const isWhole = title !== undefined && (theme.aim === null || aim !== undefined)
      return { ...theme, title: title ?? theme.title, aim: aim ?? theme.aim, wording: isWhole ? 'official' : theme.wording, criteria: theme.criteria.map(criterionWith) }
    }),
  }
  const left = adoptionBlockersOf(made).length
  if (left === 0) delete made.unfinished
  return { ...made, provenance: [...made.provenance, SAID[made.language](lines.length, left)] }
}

const worded = <K extends 'title' | 'statement'>(key: K, line: OfficialLine | undefined) =>
  (line === undefined ? {} : { [key]: line.text, wording: 'official' as const }) as Partial<Record<K, string> & { wording: 'official' }>

/** A part of a framework in our words; a report that rests on it cannot be adopted until its official text is read in. */
export const AdoptionBlocker = z.strictObject({
  kind: z.enum(['theme', 'criterion', 'expectation', 'rule', 'standard']),
  /** As printed; empty for rule and standard. */
  number: z.string(),
})
export type AdoptionBlocker = z.infer<typeof AdoptionBlocker>

/** What of a framework is not in official words. How a visit can be gone about is advice, and blocks nothing. */
export function adoptionBlockersOf(framework: Framework): AdoptionBlocker[] {
  const own = (kind: AdoptionBlocker['kind'], list: readonly { number: string; wording: string }[]) =>
    list.filter(({ wording }) => wording === 'ownWording').map(({ number }) => ({ kind, number }))
  return [
    ...own('rule', [{ ...framework.rule, number: '' }]), ...own('standard', [{ ...framework.standard, number: '' }]),
    ...own('theme', framework.themes), ...own('criterion', criteriaOf(framework)), ...own('expectation', listedOf(framework)),
  ]
}
