import { foldedOf, textKeyOf } from './privacy-fold.ts'
import type { Hit } from './privacy-hit.ts'

/** A place where a value stands, in whatever spelling: `key` is the `textKeyOf` of all of them. */
export type Occurrence = { key: string; start: number; end: number }

/** What to show of a hit, so that who wrote it knows what is meant and who looks over a shoulder does not. It is no part of any log. */
export function maskOf({ kind, start, end }: Hit, text: string): string {
  const key = textKeyOf(text.slice(start, end))
  if (kind === 'bsn' || kind === 'phone' || kind === 'iban') return `…${key.slice(-2)}`
  if (kind === 'birth-date') return '…-…-…'
  if (kind === 'postcode') return `${key.slice(0, 2)}…`
  return `${text[start]!}…`
}

/** Every place of the values that the keys stand for. Of a name only what has a capital: a lower-case roos or jan may be a word. */
export function occurrencesOf(text: string, keys: Iterable<string>): Occurrence[] {
  const ordered = [...new Set(keys)].filter((key) => key !== '').sort((a, b) => b.length - a.length)
  if (ordered.length === 0) return []
  const [known, folded] = [new Set(ordered), foldedOf(text)]
  const found: Occurrence[] = []
  for (const { 0: spelling, index } of folded.text.matchAll(new RegExp(ordered.map(spellingsOf).join('|'), 'giu'))) {
    const key = textKeyOf(spelling)
    if (!known.has(key) || (!/[\d@]/.test(key) && !/\p{Lu}/u.test(spelling))) continue
    found.push({ key, start: folded.startOf(index), end: folded.endOf(index + spelling.length) })
  }
  return found
}

/** A pattern for all spellings of a key: any white space, any parting of digits, and nothing of its kind on either side. */
function spellingsOf(key: string): string {
  const inside = [...key].map((character, at, all) => {
    if (character === ' ') return '\\s+'
    const escaped = character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
    return /\d/.test(character) && /\d/.test(all[at + 1] ?? '') ? `${escaped}[\\s.()/-]{0,3}` : escaped
  }).join('')
  const edge = (character: string) => (/\d/.test(character) ? '\\p{N}' : '[\\p{L}\\p{N}]')
  return `(?<!${edge(key[0]!)})${inside}(?!${edge(key.at(-1)!)})`
}

/** Puts the replacement (by `textKeyOf` of what it stands for) wherever one of its spellings stands; the rest stays as it was written. */
export function pseudonymised(text: string, replacements: ReadonlyMap<string, string>): string {
  const parts: string[] = []
  let done = 0
  for (const { key, start, end } of occurrencesOf(text, replacements.keys())) {
    parts.push(text.slice(done, start), replacements.get(key)!)
    done = end
  }
  return parts.join('') + text.slice(done)
}
