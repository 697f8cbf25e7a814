import type { Stretch } from './prose-sentence.ts'

const ONES: Readonly<Record<string, number>> = {
  nul: 0, geen: 0, een: 1, twee: 2, drie: 3, vier: 4, vijf: 5, zes: 6, zeven: 7, acht: 8, negen: 9, tien: 10, elf: 11, twaalf: 12, dertien: 13, veertien: 14,
  vijftien: 15, zestien: 16, zeventien: 17, achttien: 18, negentien: 19,
  zero: 0, none: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
}
const TENS: Readonly<Record<string, number>> = {
  twintig: 20, dertig: 30, veertig: 40, vijftig: 50, zestig: 60, zeventig: 70, tachtig: 80, negentig: 90,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}
/** What may be a whole number in figures or words, in lower case; `numberOf` says whether it is. */
export const NUMBER = '(?:\\d{1,3}(?:\\.\\d{3})+|\\d+|\\p{L}+(?:-\\p{L}+)?)(?![\\p{L}\\p{N}]|[.,:]\\d)'

/** What a number in figures or words counts, to 999 in Dutch and 99 in English; null for what is none, and for "een", which mostly counts nothing. */
export function numberOf(written: string): number | null {
  if (/^\d/.test(written)) return Number(written.replaceAll('.', ''))
  const lower = written.toLowerCase()
  if (lower === 'een' || lower === '') return null
  const [, hundreds, rest = ''] = /^(?:(.*)honderd(?:[eë]n)?)?(.*)$/u.exec(lower.replaceAll('é', 'e').replaceAll('ë', 'e'))!
  const more = rest === '' ? 0 : belowHundred(rest)
  if (hundreds === undefined) return more
  const many = hundreds === '' ? 1 : ONES[hundreds]
  return many === undefined || more === null ? null : many * 100 + more
}

function belowHundred(word: string): number | null {
  if (Object.hasOwn(ONES, word)) return ONES[word]!
  for (const [name, value] of Object.entries(TENS)) {
    if (word === name) return value
    const unit = word.startsWith(`${name}-`) ? word.slice(name.length + 1) : word.endsWith(`en${name}`) ? word.slice(0, -name.length - 2) : ''
    if (Object.hasOwn(ONES, unit) && ONES[unit]! < 10) return value + ONES[unit]!
  }
  return null
}

/** A number that is said somewhere, with what belongs to it. */
export interface Counted {
  count: number
  groups: Readonly<Record<string, string | undefined>>
  start: number
  end: number
}

/** Every number that a pattern finds as `count`; what stands before it is `bound`, and what it only looks ahead at is `tail`. */
export const countedIn = ({ text, start }: Stretch, what: RegExp): Counted[] => [...text.matchAll(what)].flatMap((match) => {
  const { bound = '', count: written, tail = '' } = match.groups!
  const count = numberOf(written!)
  return count === null ? [] : [{ count, groups: match.groups!, start: start + match.index + bound.length, end: start + match.index + match[0].length + tail.length }]
})
