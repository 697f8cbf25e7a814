import { hitOf } from './privacy-hit.ts'
import { PHONE_CUE } from './privacy-lexicon.ts'
import { digitsOf, isLabelled, type Reading, type Run } from './privacy-run.ts'
import { bitsBefore, isLetterAt } from './privacy-token.ts'

const NATIONAL = /^0(?:6[1-68]|1[0-8]|2\d|3[0-8]|4[0-8]|5\d|7\d|8[4578])\d{7}$/
const DUTCH = /^(?:00)?31[1-8]\d{8}$/
const FOREIGN = /^(?!31)[1-9]\d{8,12}$/
const [FEWEST_DIGITS, MOST_DIGITS, BEFORE] = [9, 13, 25]

/** The phone number at the start of a run: 06-12345678, (0592) 12 34 56, +31 (0)6 1234 5678, 0031…, and any that begins with a +. */
export function phoneIn(run: Run): Reading | null {
  const { text, tokens, from, to } = run
  const { start } = tokens[from]!
  const plus = text[start - 1] === '+'
  if (!plus && text[start] !== '0' || isLetterAt(text, start - 1) || isLabelled(run)) return null

  let [digits, longest]: [string, Reading | null] = ['', null]
  for (let at = from; at < to && digits.length < MOST_DIGITS; at++) {
    const group = digitsOf(run, at)
    if (group !== '0' || text[tokens[at]!.start - 1] !== '(') digits += group // +31 (0)6
    if (digits.length < FEWEST_DIGITS) continue
    const groups = at - from + 1
    const whole = plus ? DUTCH.test(digits) || FOREIGN.test(digits) : (NATIONAL.test(digits) || DUTCH.test(digits)) && isParted(run, groups)
    if (whole) longest = { groups, hit: hitOf('phone', plus || text[start - 1] === '(' ? start - 1 : start, tokens[at]!.end, isLikely(run, digits, groups)) }
  }
  return longest
}

/** After 06 or an area code as a whole; or each digit apart. A single 0 before another number is no phone number. */
function isParted(run: Run, groups: number): boolean {
  const sizes = Array.from({ length: groups }, (_, at) => digitsOf(run, run.from + at).length)
  if (sizes.every((size) => size === 1)) return true
  return sizes.every((size) => size > 1) && (sizes[0] !== 2 || digitsOf(run, run.from) === '06')
}

const isLikely = ({ tokens, from }: Run, digits: string, groups: number) =>
  /^(?:06|\+?31|00)/.test(digits) || groups > 1 || (bitsBefore(tokens, from, BEFORE) & PHONE_CUE) !== 0
