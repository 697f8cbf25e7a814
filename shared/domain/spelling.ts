import { z } from 'zod'

/** One word as someone adds it: letters, with hyphens and apostrophes within. */
export const OwnWord = z.string().max(60).regex(/^[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*$/u)

/** The words of a field that a dictionary does not know; `source` says where the list comes from. */
export const WordList = z.strictObject({ source: z.string(), words: z.array(OwnWord) })

/** A word that no list has. `of` is the field of its text as `entity:id:field`; one that may be a name is told, and nothing is proposed in its place. */
export const Misspelling = z.strictObject({ of: z.string(), start: z.int(), end: z.int(), word: z.string(), mayBeName: z.boolean() })
export type Misspelling = z.infer<typeof Misspelling>

/** A word of a text to look up. */
export interface Word {
  word: string
  start: number
  end: number
  /** With a capital that does not begin a sentence. */
  mayBeName: boolean
}

const WORD = /(?<![\p{L}\p{M}\p{N}@/\\._#'’-])\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*(?![\p{L}\p{M}\p{N}@/\\_]|[.'’-][\p{L}\p{N}])/gu
const ABBREVIATION = /^(?:\p{Lu}[\p{Lu}'’-]*\p{Lu}(?:['’]?\p{Ll}{1,2})?|\p{L})$/u

/** The words of a text that a dictionary can know: no figures, addresses, references or abbreviations in capitals. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].filter(([word]) => !ABBREVIATION.test(word)).map(({ 0: word, index }) =>
    ({ word, start: index, end: index + word.length, mayBeName: /^\p{Lu}/u.test(word) && !beginsSentence(text, index) }))
}

const beginsSentence = (text: string, at: number) => /(?:^|[.!?:…]["”’)]?\s|\n)\s*["“‘('*•-]*\s*$/u.test(text.slice(Math.max(0, at - 12), at)) || at === 0

/** Whether a word is known as a whole, or, with hyphens in it, part by part. */
export function isKnown(word: string, knows: (word: string) => boolean): boolean {
  const plain = word.replaceAll('’', '\'')
  const parts = plain.split('-')
  return knows(plain) || (parts.length > 1 && parts.every((part) => part.length > 1 && knows(part)))
}

/** Whether a list has a word: in small letters it stands for itself at the beginning of a sentence too. */
export const isListed = (list: ReadonlySet<string>, word: string) => list.has(word) || list.has(word.charAt(0).toLowerCase() + word.slice(1))
