import { z } from 'zod'
import { type Population, Unit } from './sample.ts'

/** A line of a list that cannot be drawn from, by its number from 1. What it said is not repeated: it may be about a person. */
export const RefusedLine = z.strictObject({ line: z.int(), why: z.enum(['form', 'twice', 'citizen-number', 'stratum-missing', 'too-many']) })
export type RefusedLine = z.infer<typeof RefusedLine>

const LARGEST = 20_000
const SEPARATOR = /[;\t]|,(?=[^,]*$)/

/**
 * Reads a pasted list or CSV file: one file a line, behind a tab, semicolon or comma the stratum if there are any. A first line that names
 * its columns is left out. `population` is null when nothing in it can be used; nothing of a line that is refused is kept.
 */
export function readPopulation(text: string): { population: Population | null; refused: RefusedLine[] } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/).map((line, index) => ({ line: index + 1, cells: cellsOf(line) }))
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const rows = filled.slice(isHeading(filled[0]?.cells[0] ?? '') ? 1 : 0)
  const stratified = rows.some(({ cells }) => (cells[1] ?? '') !== '')
  const known = new Set<string>()
  const accepted: { unit: string; stratum: string }[] = []
  const refused: RefusedLine[] = []
  for (const { line, cells: [unit = '', stratum = ''] } of rows) {
    const why = faultOf(unit, stratum, stratified, known)
    if (why) refused.push({ line, why })
    else {
      known.add(unit)
      accepted.push({ unit, stratum })
    }
  }
  const population = [...Map.groupBy(accepted, ({ stratum }) => stratum)]
    .map(([name, own]) => ({ name, size: own.length, units: own.map(({ unit }) => unit) }))
  return { population: population.length > 0 && population.length <= 40 ? population : null, refused }
}

const cellsOf = (line: string) => line.split(SEPARATOR).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1').trim())
const isHeading = (cell: string) => /^(pseudoniem|dossier|nummer|pseudonym|file|number)$/i.test(cell)

function faultOf(unit: string, stratum: string, stratified: boolean, known: ReadonlySet<string>): RefusedLine['why'] | null {
  if (isCitizenNumber(unit)) return 'citizen-number'
  if (!Unit.safeParse(unit).success || !/^[\p{L}\d ._/()-]{0,60}$/u.test(stratum)) return 'form'
  if (stratified && stratum === '') return 'stratum-missing'
  if (known.has(unit)) return 'twice'
  return known.size >= LARGEST ? 'too-many' : null
}

/** A citizen service number (BSN): nine digits that pass the eleven test. A file number that does is refused too: who lists it can name it otherwise. */
function isCitizenNumber(text: string): boolean {
  const digits = text.replace(/[.\s-]/g, '')
  if (!/^\d{9}$/.test(digits)) return false
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0)
  return sum > 0 && sum % 11 === 0
}
