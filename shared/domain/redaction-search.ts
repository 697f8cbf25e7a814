import { saidBy } from './commitment.ts'
import type { Passage } from './redaction.ts'

/** A place where something is spelled, in whatever way. `whole` where it is no part of a longer word. */
export interface Spelled extends Passage {
  before: string
  text: string
  after: string
  whole: boolean
}

const AROUND = 40
const MOST_WORDS = 4

/**
 * Every place where a name, number or address stands: in capitals or not, with or without accents, hyphens, spaces and signs that cannot be seen, its words
 * in any order. At most four words are put in every order.
 */
export function spelledIn(fragments: readonly (readonly string[])[], sought: string): Spelled[] {
  const keys = keysOf(sought)
  if (keys.length === 0) return []
  return fragments.flatMap((pieces, fragment) => {
    const keyed = keyedOf(pieces)
    const found = keys.flatMap((key) => placesOf(keyed.key, key).map((at) => [at, at + key.length] as const))
    const inText = withoutOverlap(found).map(([from, to]) => placeOf(pieces, fragment, keyed, from, to))
    return [...inText, ...inPictures(pieces, fragment, keys)]
  })
}

/** A text as only its letters and digits, in lower case and without accents, with the place of each in the text. */
interface Keyed {
  key: string
  text: string
  /** Of each sign of the key: where its character starts and ends in the text, and in which piece. */
  places: readonly { start: number; end: number; piece: number }[]
}

const UNSEEN = '<span class="unseen">'

function keyedOf(pieces: readonly string[]): Keyed {
  const places: { start: number; end: number; piece: number }[] = []
  let [key, text, unseen] = ['', '', false]
  for (const [piece, written] of pieces.entries()) {
    if (written === UNSEEN) unseen = true
    else if (written === '</span>') unseen = false
    for (const character of saidBy(written)) {
      const start = text.length
      text += character
      if (unseen) continue
      for (const sign of plainOf(character)) {
        key += sign
        places.push({ start, end: text.length, piece })
      }
    }
  }
  return { key, text, places }
}

const ALIKE: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ß: 'ss', ı: 'i' }

/** Letters and digits as they are compared. */
export const plainOf = (text: string) =>
  text.normalize('NFKD').toLowerCase().replace(/[øłđðþæœßı]/g, (letter) => ALIKE[letter]!).replace(/[^\p{L}\p{N}]/gu, '')

function keysOf(sought: string): string[] {
  const words = sought.split(/[^\p{L}\p{M}\p{N}]+/u).map(plainOf).filter((word) => word !== '')
  const orders = words.length > MOST_WORDS ? [words] : ordersOf(words)
  const keys = orders.map((order) => order.join('')).filter((key) => key !== '')
  return [...new Set(keys.flatMap((key) => (/^0\d{9}$/.test(key) ? [key, `31${key.slice(1)}`] : [key])))]
}

const ordersOf = (words: readonly string[]): string[][] =>
  words.length < 2 ? [[...words]] : words.flatMap((word, index) => ordersOf(words.toSpliced(index, 1)).map((rest) => [word, ...rest]))

function placesOf(text: string, key: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + key.length)) places.push(at)
  return places
}

const withoutOverlap = (found: readonly (readonly [number, number])[]) =>
  found.toSorted(([a], [b]) => a - b).filter(([from], index, all) => all.slice(0, index).every(([, to]) => to <= from))

const isPart = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

function placeOf(pieces: readonly string[], fragment: number, { text, places }: Keyed, from: number, to: number): Spelled {
  const [first, last] = [places[from]!, places[to - 1]!]
  return {
    fragment, from: first.piece, to: last.piece + 1,
    before: text.slice(Math.max(0, first.start - AROUND), first.start), text: text.slice(first.start, last.end), after: text.slice(last.end, last.end + AROUND),
    whole: !isPart(text[first.start - 1]) && !isPart(text[last.end]),
  }
}

/** What the tag of a picture says that it shows. */
export const pictureIn = (tag: string) => saidBy(/ alt="([^"]*)"/.exec(tag)?.[1] ?? '')

/** What is said of a picture goes with the picture. */
function inPictures(pieces: readonly string[], fragment: number, keys: readonly string[]): Spelled[] {
  return pieces.flatMap((piece, from) => {
    const said = piece.startsWith('<img') ? pictureIn(piece) : ''
    return keys.some((key) => plainOf(said).includes(key)) ? [{ fragment, from, to: from + 1, before: '', text: said, after: '', whole: true }] : []
  })
}
