import { z } from 'zod'

/** What a pseudonym stands for. */
export const PseudonymKind = z.enum(['person', 'file', 'address'])
export type PseudonymKind = z.infer<typeof PseudonymKind>

/** A word and a number, moeder-1 or adres-2; of a file D-07. */
export const Pseudonym = z.string().regex(/^(?:D-\d{2,4}|[a-z]{2,20}-\d{1,3})$/)

/**
 * One line of the key list of an inspection. It lies apart from the log on the laptop on which it was made, and never travels. Other spellings of the
 * same person may have the same pseudonym; one value never has two.
 */
export const KeyListEntry = z.strictObject({ pseudonym: Pseudonym, kind: PseudonymKind, stoodFor: z.string().min(1).max(200), at: z.iso.datetime() })
export type KeyListEntry = z.infer<typeof KeyListEntry>

/** What became of the key list that one device kept, under the id of that device: how many lines were destroyed, with the reason of that change. */
export const KeyListFate = z.strictObject({ destroyed: z.int().positive() })

const WORDS: Readonly<Record<PseudonymKind, readonly string[]>> = {
  person: ['moeder', 'vader', 'kind', 'partner', 'melder', 'medewerker', 'persoon'], file: ['D'], address: ['adres'],
}
const WRITTEN = new RegExp(`(?<![\\p{L}\\p{N}-])(?:D-\\d{2,4}|(?:${[...WORDS.person, ...WORDS.address].join('|')})-\\d{1,3})(?![\\p{L}\\p{N}])`, 'gu')

/** What kind a pseudonym is of; a word of one's own stands for a person. */
export const kindOf = (pseudonym: string): PseudonymKind =>
  (pseudonym.startsWith('D-') ? 'file' : pseudonym.startsWith('adres-') ? 'address' : 'person')

/** The pseudonyms that a text uses. */
export const pseudonymsIn = (text: string): string[] => [...text.matchAll(WRITTEN)].map(([pseudonym]) => pseudonym)

/** Of each word the pseudonym with the next free number. */
export function freePseudonyms(taken: Iterable<string>): string[] {
  const all = [...taken]
  return Object.values(WORDS).flat().map((word) => {
    const numbers = all.filter((one) => one.startsWith(`${word}-`)).map((one) => Number(one.slice(word.length + 1)))
    const next = String(Math.max(0, ...numbers) + 1)
    return `${word}-${word === 'D' ? next.padStart(2, '0') : next}`
  })
}
