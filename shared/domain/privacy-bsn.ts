import { BSN_CUE } from './privacy-lexicon.ts'
import { hitOf } from './privacy-hit.ts'
import { digitsOf, gapOf, isLabelled, type Reading, type Run } from './privacy-run.ts'
import { bitsAfter, bitsBefore, isDigitAt, isLetterAt } from './privacy-token.ts'

/** The lengths of the groups in which a BSN is written. */
const SPELLINGS = new Set(['9', '8', '3,3,3', '4,2,3', '2,2,2,3', '3,2,4', '1,1,1,1,1,1,1,1,1'])
const [BEFORE, AFTER, DIRECTLY] = [40, 15, 12]

/** The 11-proof: 9a + 8b + 7c + 6d + 5e + 4f + 3g + 2h - i is a multiple of 11. Eight digits have lost a zero; none starts with 00. */
export function isBsn(digits: string): boolean {
  const nine = digits.padStart(9, '0')
  if (!/^(?!00)\d{9}$/.test(nine)) return false
  let sum = -Number(nine[8])
  for (let at = 0; at < 8; at++) sum += (9 - at) * Number(nine[at])
  return sum % 11 === 0
}

/**
 * The BSN at the start of a run. Without a word that says so, only in a usual spelling and by the proof, which 1 in 11 numbers passes by chance;
 * with one, in any groups, and directly after it also when the proof fails: a slip of the keyboard still points at a person.
 */
export function bsnIn(run: Run): Reading | null {
  const [start, shapes]: [number, number[]] = [run.tokens[run.from]!.start, []]
  for (let [at, length] = [run.from, 0]; at < run.to && length < 9; at++) {
    const size = digitsOf(run, at).length
    length += size
    shapes.push(size)
    if (length !== 9 && (length !== 8 || at + 1 < run.to && shapes.length > 1)) continue
    const groups = shapes.length
    const reading = readingOf(run, groups, shapes)
    if (reading !== null) return { groups, hit: hitOf('bsn', start, run.tokens[at]!.end, reading) }
  }
  return null
}

/** Whether the groups are likely a BSN; null when they are none. */
function readingOf(run: Run, groups: number, shapes: readonly number[]): boolean | null {
  const { tokens, from } = run
  const last = from + groups - 1
  const digits = Array.from({ length: groups }, (_, at) => digitsOf(run, from + at)).join('')
  const valid = isBsn(digits)
  const told = ((bitsBefore(tokens, from, BEFORE) | bitsAfter(tokens, last, AFTER)) & BSN_CUE) !== 0
  if (!valid) return bitsBefore(tokens, from, DIRECTLY) & BSN_CUE && digits.length === 9 && standsAlone(run, last) ? false : null
  if (told && !isYearAndNumber(shapes, digits)) return isPartOfWord(run, last) ? null : true
  if (!SPELLINGS.has(String(shapes)) || isLabelled(run) || !standsAlone(run, last)) return null
  if (digits.length === 8 && isDateOrSerial(digits)) return null
  return String(shapes) === '4,2,3' && gapOf(run, from) === '.'
}

/** 2016-12345 */
const isYearAndNumber = ([first, second]: readonly number[], digits: string) => first === 4 && second === 5 && /^(?:19|20)/.test(digits)

/** 20160520 and 20052016, and what is counted within a year: 20160043. */
const isDateOrSerial = (digits: string) => /^(?:19|20)|^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)/.test(digits)

/** Letters on either side, other than a word that ends where the number begins, as in intake123456782.pdf. */
function isPartOfWord({ text, tokens, from }: Run, last: number): boolean {
  const [start, end] = [tokens[from]!.start, tokens[last]!.end]
  return isLetterAt(text, end) || isLetterAt(text, start - 1) && !/[a-z]{3}$|\b(?:BSN|SOFI)$/.test(text.slice(Math.max(0, start - 5), start))
}

/** One number, equally parted, that no further group, sign or letter is a part of. */
function standsAlone(run: Run, last: number): boolean {
  const { text, tokens, from, to } = run
  const [start, end] = [tokens[from]!.start, tokens[last]!.end]
  const gaps = new Set<string>()
  for (let at = from; at < last; at++) gaps.add(gapOf(run, at).replace('\n', ' '))
  const [gap = null] = gaps
  if (gaps.size > 1 || (gap !== null && !/^[ .-]$/.test(gap)) || isPartOfWord(run, last)) return false
  if (/(?:[€+]|€ |(?<!\d)0[.,])$/.test(text.slice(Math.max(0, start - 3), start)) || /^,\d{1,2}(?!\d)/.test(text.slice(end, end + 4))) return false
  return !continues(run, from, gap, start, -1) && !(last + 1 < to && continues(run, last, gap, end, 1))
}

/** Whether a group beside it makes a longer row of the same kind, or a year before it makes it the number of a letter. */
function continues(run: Run, index: number, gap: string | null, edge: number, side: 1 | -1): boolean {
  const { text, tokens } = run
  if (gap === null) return side === -1 && /(?<!\d)(?:19|20)\d\d[./-]$/.test(text.slice(Math.max(0, edge - 6), edge))
  const beside = text[side === 1 ? edge : edge - 1]
  if (beside !== gap || !isDigitAt(text, side === 1 ? edge + 1 : edge - 2)) return false
  const [own, other] = [tokens[index]!, tokens[index + side]!]
  return gap !== ' ' || own.end - own.start === other.end - other.start
}
