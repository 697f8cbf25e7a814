/** A text as a reader sees it, every character of which stands at a known place in the text as it was written. */
export type Folded = { text: string; startOf: (at: number) => number; endOf: (at: number) => number }

const INVISIBLE = '\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFE00-\\uFE0F\\uFEFF'
const SPACE = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000\\t'
const DASH = '\\u2010-\\u2015\\u2212\\uFE58\\uFE63'
const DIGIT = '\\u0660-\\u0669\\u06F0-\\u06F9\\u{1D7CE}-\\u{1D7FF}'
const WIDE = '\\uFF01-\\uFF5E'
/** They have no lower or upper case of one letter that is theirs alone. */
const ALIKE = new Map([['İ', 'I'], ['ı', 'i'], ['ſ', 's'], ['\u212A', 'K']])
const MARK = '\\u0300-\\u036F'
const SPECIAL = new RegExp(`[^${MARK}${INVISIBLE}][${MARK}]+|[${MARK}${INVISIBLE}${SPACE}${DASH}${DIGIT}${WIDE}${[...ALIKE.keys()].join('')}\\r]`, 'gu')
const WHOLE = (set: string) => new RegExp(`^[${set}]$`, 'u')
const [IS_SPACE, IS_DASH, IS_DIGIT, IS_WIDE, IS_UNSEEN] = [SPACE + '\\r', DASH, DIGIT, WIDE, INVISIBLE + MARK].map(WHOLE) as RegExp[]
const TRAILING_MARK = new RegExp(`[${MARK}]`)

/** Never longer than what it stands for, and at most one character. */
function foldOf(special: string): string {
  if (IS_UNSEEN!.test(special)) return ''
  if (IS_SPACE!.test(special)) return ' '
  if (IS_DASH!.test(special)) return '-'
  const alike = ALIKE.get(special)
  if (alike) return alike
  const code = special.codePointAt(0)!
  if (IS_WIDE!.test(special)) return String.fromCharCode(code - 0xfee0)
  if (IS_DIGIT!.test(special)) return String(code >= 0x1d7ce ? (code - 0x1d7ce) % 10 : code & 0xf)
  return String.fromCodePoint(special.normalize('NFC').codePointAt(0)!)
}

/**
 * Composes accents, drops what cannot be seen (soft hyphens, zero width), and writes every space, dash, digit and i in one way. Line ends stay.
 * A text without any of these is returned as it is.
 */
export function foldedOf(text: string): Folded {
  const parts: string[] = []
  const [places, shifts]: [number[], number[]] = [[0], [0]]
  let [done, length] = [0, 0]
  for (const { 0: special, index } of text.matchAll(SPECIAL)) {
    const fold = foldOf(special)
    parts.push(text.slice(done, index), fold)
    length += index - done + fold.length
    done = index + special.length
    if (fold.length !== special.length) {
      places.push(length)
      shifts.push(done - length)
    }
  }
  if (done === 0) return { text, startOf: (at) => at, endOf: (at) => at }
  parts.push(text.slice(done))

  const startOf = (at: number) => at + shifts[lastAtMost(places, at)]!
  const endOf = (at: number) => {
    if (at === 0) return 0
    const last = startOf(at - 1)
    let end = last + String.fromCodePoint(text.codePointAt(last)!).length
    while (TRAILING_MARK.test(text[end] ?? '')) end++
    return end
  }
  return { text: parts.join(''), startOf, endOf }
}

/** The index of the last of the ascending numbers that is not above a limit; the first never is. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (numbers[middle]! <= limit) low = middle
    else high = middle - 1
  }
  return low
}

/** The one key of all spellings of a value: without case, accents composed, white space single, and nothing between digits. */
export function textKeyOf(value: string): string {
  return foldedOf(value).text.toLowerCase().normalize('NFC').replace(/\s+/g, ' ').replace(/(?<=\d)[ .()/-]{1,3}(?=\d)/g, '').trim()
}
