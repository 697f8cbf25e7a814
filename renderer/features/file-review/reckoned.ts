import { calendarOf } from '../../../shared/domain/calendar.ts'
import { type Answer, type CaseFile, type Contradiction, contradictionsOf, type FileField, fileResultOf, readerOf } from '../../../shared/domain/file-review.ts'
import type { Fieldwork } from '../../../shared/domain/fieldwork.ts'
import { type RollUp, rollUpOf } from '../../../shared/domain/roll-up.ts'
import type { Term, TermResult } from '../../../shared/domain/term.ts'
import type { api } from '../../api.ts'

export type Grid = Awaited<ReturnType<typeof api.fileReview.grid>>
export type File = Grid['files'][number]

/** A column of the grid: a field of the framework, or a term that is reckoned from them. */
export type Column = { key: string; label: string; width: number } & ({ kind: 'field'; field: FileField; at: number } | { kind: 'term'; term: Term })

/** What follows from one file: where it stands on each term for which something was entered, what contradicts itself, and what does not arise. */
export interface Reckoned {
  terms: ReadonlyMap<string, TermResult>
  contradictions: readonly Contradiction[]
  /** The fields in which something cannot be so. */
  doubted: ReadonlySet<string>
  irrelevant: ReadonlySet<string>
}

const WIDTHS: Readonly<Record<FileField['kind'], number>> = { date: 128, 'yes-no': 136, number: 96, choice: 176, band: 168, text: 160 }

/** The fields in the order of the framework, each term behind the last field that it is reckoned from. */
export function columnsOf({ fileFields, terms }: Pick<Fieldwork, 'fileFields' | 'terms'>): Column[] {
  const endOf = ({ from, to }: Term) => Math.max(...[from, ...to].map((id) => fileFields.findIndex((field) => field.id === id)))
  return fileFields.flatMap((field, at): Column[] => [
    { kind: 'field', key: field.id, label: field.label, width: WIDTHS[field.kind], field, at },
    ...terms.filter((term) => endOf(term) === at).map((term): Column => ({ kind: 'term', key: `term ${term.id}`, label: term.label, width: 264, term })),
  ])
}

/** Reckons with the files of a grid; what follows from a file is worked out once as long as it stays the same. */
export function reckoning({ fileFields, terms: asked, targets, chronology }: Fieldwork, { bases, holidays, referenceDate }: Pick<Grid, 'bases' | 'holidays' | 'referenceDate'>) {
  const terms = asked.map((term) => ({ ...term, basis: bases[term.id] ?? term.basis }))
  const on = { referenceDate, calendar: calendarOf(holidays) }
  const known = new WeakMap<File, Reckoned>()

  const caseFileOf = ({ pseudonym, origin, answers }: File): CaseFile => ({
    id: pseudonym, drawn: origin?.kind ?? 'targeted',
    answers: Object.fromEntries(fileFields.flatMap(({ id }, at) => (answers[at] == null ? [] : [[id, answers[at]] as const]))),
  })
  const reckon = (file: File): Reckoned => {
    const caseFile = caseFileOf(file)
    const read = readerOf(fileFields, caseFile.answers)
    const contradictions = contradictionsOf({ fileFields, chronology }, caseFile, referenceDate)
    return {
      terms: new Map(terms.filter(({ from, to }) => [from, ...to].some((id) => caseFile.answers[id] !== undefined)).map((term) => [term.id, fileResultOf(term, read, on)])),
      contradictions,
      doubted: new Set(contradictions.flatMap((one) => (one.kind === 'order' ? [one.earlier, one.later] : [one.field]))),
      irrelevant: new Set(fileFields.filter(({ id }, at) => file.answers[at] == null && read(id) === 'not-applicable').map(({ id }) => id)),
    }
  }
  return {
    columns: columnsOf({ fileFields, terms }),
    of: (file: File): Reckoned => {
      const found = known.get(file) ?? reckon(file)
      known.set(file, found)
      return found
    },
    rollUp: (files: readonly File[], drawn: RollUp['drawn']) =>
      rollUpOf({ fileFields, terms, targets }, files.filter(({ dropped }) => dropped === null).map(caseFileOf), on, drawn),
  }
}
export type Reckoning = ReturnType<typeof reckoning>

/** The same file with another answer. */
export const withAnswer = (file: File, at: number, value: Answer | null): File => ({ ...file, answers: file.answers.with(at, value) })
