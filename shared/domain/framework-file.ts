import { z } from 'zod'
import type { FaultTold } from '../errors.ts'
import type { CellFault } from './framework-cell.ts'
import { type InWords, inWords } from './framework-place.ts'
import type { FaultAt, FrameworkFault } from './framework.ts'

/** What a file has that a framework has no place for, or that was read otherwise than it stood there. */
export const NoteKind = z.enum([
  'repaired', 'sheet-ignored', 'column-ignored',
  'rule-missing', 'scale-missing', 'title-missing', 'name-made', 'text-too-long', 'levels-joined', 'heading-text', 'heading-empty', 'withdrawn', 'part-left-out', 'parameter-open',
  'property-left-out', 'link-left-out', 'resource-left-out', 'metadata-left-out', 'translation-left-out', 'language-unknown', 'score-left-out',
  'group-left-out', 'reference-left-out', 'question-left-out', 'object-left-out', 'id-changed',
])
export type NoteKind = z.infer<typeof NoteKind>

/** `about` names it, as in the file; `count` how many times. `sheet` and `cell` say where, in a spreadsheet. */
export const FileNote = z.strictObject({ what: NoteKind, about: z.string(), count: z.int(), sheet: z.string().nullable(), cell: z.string().nullable() })
export type FileNote = z.infer<typeof FileNote>

/** Gathers notes: what is alike is told once, with how often. */
export function noteTaker() {
  const notes = new Map<string, { what: NoteKind; about: string; count: number }>()
  const take = (what: NoteKind, about = '', count = 1) => {
    const shown = about.slice(0, 80)
    const known = notes.get(`${what} ${shown}`)
    if (known) known.count += count
    else if (count > 0) notes.set(`${what} ${shown}`, { what, about: shown, count })
  }
  return { take, notes: (): FileNote[] => [...notes.values()].map((note) => ({ ...note, sheet: null, cell: null })) }
}
export type NoteTaker = ReturnType<typeof noteTaker>['take']

/** One thing that is wrong with a file: at which cell of a spreadsheet, at which part of the framework, or both. `about` names a column or word. */
export interface FileFault extends FaultTold {
  readonly place: InWords | null
  readonly what: CellFault | FrameworkFault
}

/** How many of the faults of one file are told; who mends these will see the rest. */
export const MOST_FAULTS = 200

/** A fault of a framework that did not come out of a spreadsheet. */
export const faultInWords = (value: unknown, { where, what }: FaultAt): FileFault =>
  ({ sheet: null, cell: null, about: null, place: inWords(value, where), what })

/** The text that says a fault or a note, and what it says of it. */
export function toldOf({ sheet, cell, place, about, what }: FaultTold) {
  const key = sheet === null ? 'place' : cell === null ? 'sheet' : place === null ? 'cell' : 'cellAbout'
  return { key: `fileFault.${key}`, facts: { sheet, cell, about, what, ...place } } as const
}
