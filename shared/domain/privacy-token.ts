import { type Lexicon, plainOf, sieveStep } from './privacy-lexicon.ts'

/** A word that tells something, a group of digits or an @; `bits` are those of the lexicon and the four below. */
export type Token = { start: number; end: number; bits: number }

/** The word begins with a capital. */
export const CAPITAL = 1 << 20
/** The word has capitals only, and more than one letter. */
export const ALL_CAPITALS = 1 << 21
export const NUMBER = 1 << 22
export const AT = 1 << 23

/** In this order: letters are the last two. */
const OTHER = 0
const DIGIT = 1
const AT_SIGN = 2
const LOWER = 3
const UPPER = 4
const LETTERS_END = 0x2000
const LONGEST_WORD = 24

/** What each character is; letters beyond Latin, Greek and Cyrillic are none, for no list here has them. */
const CLASSES = Uint8Array.from({ length: LETTERS_END }, (_, code) => {
  const character = String.fromCharCode(code)
  if (/\d/.test(character)) return DIGIT
  if (/\p{Lu}/u.test(character)) return UPPER
  if (/\p{L}/u.test(character)) return LOWER
  return character === '@' ? AT_SIGN : OTHER
})

/** Beyond either end of the text there is nothing. */
const classAt = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code < LETTERS_END ? CLASSES[code]! : OTHER
}

export const isLetterAt = (text: string, at: number) => classAt(text, at) >= LOWER
export const isLowerAt = (text: string, at: number) => classAt(text, at) === LOWER
export const isDigitAt = (text: string, at: number) => classAt(text, at) === DIGIT

/** One walk over the text. Words that tell nothing are left out, so a token beside another need not touch it. */
export function tokensOf(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const [start, first] = [at++, classAt(text, at - 1)]
    if (first === OTHER) continue
    if (first === AT_SIGN) tokens.push({ start, end: at, bits: AT })
    else if (first === DIGIT) {
      while (isDigitAt(text, at)) at++
      tokens.push({ start, end: at, bits: NUMBER })
    } else {
      at = wordEnd(text, at)
      const bits = (first === UPPER ? shapeOf(text, start, at) : 0) | bitsOf(text, start, at, lexicon)
      if (bits) tokens.push({ start, end: at, bits })
    }
  }
  return tokens
}

function wordEnd(text: string, from: number): number {
  let at = from
  while (isLetterAt(text, at)) at++
  return at
}

function shapeOf(text: string, start: number, end: number): number {
  let at = start
  while (at < end && classAt(text, at) === UPPER) at++
  return at === end && end - start > 1 ? CAPITAL | ALL_CAPITALS : CAPITAL
}

function bitsOf(text: string, start: number, end: number, { bitsOf, sieve }: Lexicon): number {
  if (end - start > LONGEST_WORD) return 0
  let [sum, seen] = [0, 0]
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    sum = sieveStep(sum, code)
    seen |= code
  }
  return seen < 128 && !sieve[sum] ? 0 : bitsOf.get(plainOf(text.slice(start, end))) ?? 0
}

/** The bits of all words that end within a distance before a token. */
export function bitsBefore(tokens: readonly Token[], index: number, distance: number): number {
  let bits = 0
  for (let at = index - 1; at >= 0 && tokens[at]!.end >= tokens[index]!.start - distance; at--) bits |= tokens[at]!.bits
  return bits
}

/** The bits of all words that begin within a distance after a token. */
export function bitsAfter(tokens: readonly Token[], index: number, distance: number): number {
  let bits = 0
  for (let at = index + 1; at < tokens.length && tokens[at]!.start <= tokens[index]!.end + distance; at++) bits |= tokens[at]!.bits
  return bits
}
