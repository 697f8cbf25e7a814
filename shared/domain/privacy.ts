import { emailsIn, ibansIn, postcodesIn } from './privacy-contact.ts'
import { foldedOf, textKeyOf } from './privacy-fold.ts'
import type { Hit } from './privacy-hit.ts'
import type { Lexicon } from './privacy-lexicon.ts'
import { namesIn } from './privacy-name.ts'
import { numbersIn } from './privacy-number.ts'
import { tokensOf } from './privacy-token.ts'

/** What the search goes by: the words it knows, the keys (`textKeyOf`) that are always allowed here, and the day of reading, yyyy-mm-dd. */
export type Known = { lexicon: Lexicon; allowed: ReadonlySet<string>; today: string }

/**
 * What looks like personal data in a text, in its order and without overlap; in time that grows with the length of the text alone.
 * Certain to find: a BSN that passes the 11-proof in a usual spelling, an IBAN, an e-mail address. Names only as far as its list and rules go.
 */
export function findPersonalData(text: string, { lexicon, allowed, today }: Known): Hit[] {
  const folded = foldedOf(text)
  const tokens = tokensOf(folded.text, lexicon)
  const hits = [
    emailsIn(folded.text, tokens), ibansIn(folded.text, tokens), numbersIn(folded.text, tokens, today),
    postcodesIn(folded.text, tokens), namesIn(folded.text, tokens, lexicon),
  ]
  return withoutOverlap(hits)
    .map((hit) => ({ ...hit, start: folded.startOf(hit.start), end: folded.endOf(hit.end) }))
    .filter(({ start, end }) => !allowed.has(textKeyOf(text.slice(start, end))))
}

/** Where hits share characters, one of an earlier kind stands. */
function withoutOverlap(byRank: readonly (readonly Hit[])[]): Hit[] {
  const ranked = byRank.flatMap((hits, rank) => hits.map((hit) => ({ hit, rank }))).sort((a, b) => a.hit.start - b.hit.start || a.rank - b.rank)
  const kept: typeof ranked = []
  for (const one of ranked) {
    const last = kept.at(-1)
    if (!last || one.hit.start >= last.hit.end) kept.push(one)
    else if (one.rank < last.rank) kept[kept.length - 1] = one
  }
  return kept.map(({ hit }) => hit)
}
