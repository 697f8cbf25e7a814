import { z } from 'zod'
import { type CheckPlace, lineAt } from './check-line.ts'

/** The columns that the organisation fills in, in order. */
export const REMARK_COLUMNS = ['where', 'what', 'should', 'proof'] as const
export type RemarkColumn = (typeof REMARK_COLUMNS)[number]

/** What a cell holds: text as it reads, or a formula, of which nobody can say what it will come to. */
export type FormCell = string | { formula: true }
/** A row by its number in the sheet; `letters` are the columns in which the cells stand. */
export interface FormRow {
  readonly row: number
  readonly letters: Readonly<Partial<Record<RemarkColumn, string>>>
  readonly cells: Readonly<Partial<Record<RemarkColumn, FormCell>>>
}

export const FormFault = z.enum(['formula', 'too-long', 'what-missing'])
export type FormFault = z.infer<typeof FormFault>

/** What becomes of a row once the form is taken in: what is new is kept, what is known stays as it is, and what is faulty a person types. */
export const FormRowState = z.enum(['new', 'known', 'faulty'])

/** A row as it would be kept; `line` is null where what stands there names none of the lines. `faults` name their cell, such as `B7`. */
export const ReadRemark = z.strictObject({
  row: z.int(),
  state: FormRowState,
  line: z.int().nullable(),
  where: z.string().nullable(),
  what: z.string(),
  should: z.string().nullable(),
  proof: z.string().nullable(),
  faults: z.array(z.strictObject({ cell: z.string(), what: FormFault })),
})
export type ReadRemark = z.infer<typeof ReadRemark>

const LONGEST: Readonly<Record<RemarkColumn, number>> = { where: 400, what: 4_000, should: 4_000, proof: 4_000 }

/** Holds the rows of a form against the lines that went out; empty rows are left out. `isKnown` tells what was taken in before. */
export function readRemarks(rows: readonly FormRow[], places: readonly CheckPlace[], isKnown: (remark: ReadRemark) => boolean): ReadRemark[] {
  const seen = new Set<string>()
  return rows.map((row) => readRow(row, places)).filter((read) => read.faults.length > 0 || read.what !== '').map((read) => {
    if (read.faults.length > 0) return { ...read, state: 'faulty' as const }
    const key = wordsOf(read)
    const known = seen.has(key) || isKnown(read)
    seen.add(key)
    return { ...read, state: known ? 'known' as const : 'new' as const }
  })
}

/** What tells one remark from another, wherever it stands. */
export const wordsOf = ({ where, what, should, proof }: Pick<ReadRemark, RemarkColumn>): string => JSON.stringify([where, what, should, proof])

function readRow({ row, letters, cells }: FormRow, places: readonly CheckPlace[]): ReadRemark {
  const faults: ReadRemark['faults'] = []
  const textOf = (column: RemarkColumn): string => {
    const cell = cells[column] ?? ''
    const text = typeof cell === 'string' ? plainOf(cell) : ''
    const what = typeof cell !== 'string' ? 'formula' : text.length > LONGEST[column] ? 'too-long' : null
    if (what) faults.push({ cell: `${letters[column]}${row}`, what })
    return what ? '' : text
  }
  const [where, what, should, proof] = [textOf('where').replace(/\s+/g, ' '), textOf('what'), textOf('should'), textOf('proof')]
  if (faults.length === 0 && what === '' && should + proof !== '') faults.push({ cell: `${letters.what}${row}`, what: 'what-missing' })
  return { row, state: 'new', line: lineOf(where, places), where: where || null, what, should: should || null, proof: proof || null, faults }
}

/** Lines as Unix ends them; without what cannot be seen and what half a character leaves. */
const plainOf = (text: string) => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])[\p{Cc}\p{Cs}]/gu, '').trim()

/** `12`, `regel 12`, `line 12` and `12, eerste zin` name line 12, as long as that went out. */
function lineOf(where: string, places: readonly CheckPlace[]): number | null {
  const [, number] = /^(?:regel(?:nummer)?|nr\.?|line|no\.?)?\s*(\d{1,5})(?![\d.,]\d|\d)/i.exec(where) ?? []
  return number !== undefined && lineAt(places, Number(number)) ? Number(number) : null
}
