import { type Hit, hitOf } from './privacy-hit.ts'
import {
  ALSO_WORD, BODY, GIVEN, LETTERED, type Lexicon, MONTH, PARTICLE, plainOf, RELATIVE, SURNAME, TITLE,
} from './privacy-lexicon.ts'
import { ALL_CAPITALS, CAPITAL, isDigitAt, isLetterAt, isLowerAt, NUMBER, type Token } from './privacy-token.ts'

type Words = { text: string; tokens: readonly Token[]; lexicon: Lexicon }
/** The tokens from a first up to and including a last. */
type Span = { last: number; likely: boolean }

const OF_NAMES = CAPITAL | GIVEN | SURNAME | PARTICLE
const MOST_WORDS = 6
const SHORTEST_IN_LOWER_CASE = 5
const THING = /(?:straat|laan|weg|plein|kade|gracht|singel|dreef|steeg|park|school|college|lyceum|ziekenhuis|huis|kliniek|stichting|fonds|instituut|centrum|groep)$/i
const THING_AFTER = / (?:kinder|basis)?(?:ziekenhuis|school|stichting|college|kliniek|instituut|fonds|lyceum|straat|laan|plein|huis|groep)(?!\p{L})/iuy

const has = ({ tokens }: Words, at: number, bits: number) => at >= 0 && ((tokens[at]?.bits ?? 0) & bits) !== 0
const isInitial = (words: Words, at: number) => has(words, at, CAPITAL) && words.tokens[at]!.end - words.tokens[at]!.start === 1
const gap = ({ text, tokens }: Words, at: number) => at >= 0 && at + 1 < tokens.length ? text.slice(tokens[at]!.end, Math.min(tokens[at + 1]!.start, tokens[at]!.end + 4)) : ''
const wordAt = ({ text, tokens }: Words, at: number) => text.slice(tokens[at]!.start, tokens[at]!.end)
const follows = (words: Words, at: number) => {
  const between = gap(words, at)
  return between === ' ' || between === '-' || between === ' \'' || between === ' ’' || (isInitial(words, at) && (between === '. ' || between === '.'))
}

/** Names of persons: after mevrouw or moeder, after initials, from a given name on, or a surname that is no other word. */
export function namesIn(text: string, tokens: readonly Token[], lexicon: Lexicon): Hit[] {
  const words = { text, tokens, lexicon }
  const hits: Hit[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!(tokens[at]!.bits & OF_NAMES)) continue
    const span = initialled(words, at) ?? given(words, at) ?? titled(words, at) ?? alone(words, at)
    if (!span) continue
    if (!isThing(words, at, span.last)) hits.push(hitOf('name', tokens[at]!.start, tokens[span.last]!.end, span.likely))
    at = span.last
  }
  return hits
}

/** J.P. de Vries; not bijlage A. Dossiers, nor the A. that a line begins with. */
function initialled(words: Words, at: number): Span | null {
  if (!isInitial(words, at) || isLetterAt(words.text, words.tokens[at]!.start - 1)) return null
  let last = at
  while (isInitial(words, last + 1) && follows(words, last) && last - at < MOST_WORDS) last++
  if (words.text[words.tokens[last]!.end] !== '.' || !follows(words, last)) return null
  const end = surnameEnd(words, last + 1)
  if (end === null || has(words, end, ALL_CAPITALS) || (has(words, at - 1, LETTERED) && gap(words, at - 1) === ' ')) return null
  const sure = last > at || end > last + 1 || has(words, end, SURNAME)
  const legalForm = /^[BN]V$/.test(wordAt(words, at) + wordAt(words, last))
  return legalForm || (!sure && beginsSentence(words, at)) ? null : { last: end, likely: sure }
}

/** Fatima, Anne-Marie de Boer, Jan P. Bakker; in lower case only what is nothing but a name. */
function given(words: Words, at: number): Span | null {
  const { text, tokens } = words
  const { start, end, bits } = tokens[at]!
  if (!(bits & GIVEN) || isDigitAt(text, end) || isDigitAt(text, start - 1)) return null
  if (!(bits & CAPITAL)) {
    const whole = text[start - 1] !== '-' && text[end] !== '-' && end - start >= SHORTEST_IN_LOWER_CASE
    return bits === GIVEN && whole ? { last: at, likely: false } : null
  }
  if (bits & MONTH && (has(words, at - 1, NUMBER) && gap(words, at - 1) === ' ' || has(words, at + 1, NUMBER) && /^\.? $/.test(gap(words, at)))) return null

  let last = at
  while (follows(words, last) && last - at < MOST_WORDS && (has(words, last + 1, GIVEN) || isInitial(words, last + 1)) && has(words, last + 1, CAPITAL)) last++
  const surname = follows(words, last) ? surnameEnd(words, last + 1) : null
  const sure = last > at || (surname !== null && (surname > last + 1 || has(words, surname, SURNAME)))
  const doubtful = (bits & ALSO_WORD && beginsSentence(words, at)) || (bits & ALL_CAPITALS && surname === null)
  return { last: surname ?? last, likely: sure || !doubtful }
}

/** What follows mevrouw or moeder: a surname, with mevrouw also in lower case when it is one. The title is no part of it. */
function titled(words: Words, at: number): Span | null {
  const before = at - 1
  if (!has(words, before, TITLE | RELATIVE)) return null
  const between = gap(words, before)
  if (between !== ' ' && !(between === '. ' && has(words, before, TITLE))) return null
  const end = surnameEnd(words, at)
  const owned = has(words, at, PARTICLE) && !has(words, at, CAPITAL) && (has(words, at + 1, GIVEN) || has(words, before, RELATIVE)) // moeder van Fatima
  if (owned) return null
  if (end !== null && end - at < MOST_WORDS) {
    const sure = has(words, before, TITLE) || end > at || has(words, end, SURNAME)
    return !sure && has(words, end, ALL_CAPITALS) ? null : { last: end, likely: sure }
  }
  let last = at
  while (has(words, last, PARTICLE) && gap(words, last) === ' ') last++
  return has(words, before, TITLE) && has(words, last, SURNAME | GIVEN) ? { last, likely: true } : null
}

/** A surname that is nothing else, and does not begin a sentence. */
function alone(words: Words, at: number): Span | null {
  const { bits } = words.tokens[at]!
  const fits = bits & SURNAME && bits & CAPITAL && !(bits & (ALSO_WORD | BODY)) && !beginsSentence(words, at)
  return fits ? { last: at, likely: false } : null
}

/** The last token of a surname that begins here: particles, a capitalised word, and what is joined to that. */
function surnameEnd(words: Words, from: number): number | null {
  let at = from
  while (has(words, at, PARTICLE) && follows(words, at) && at - from < MOST_WORDS) at++
  const fits = has(words, at, CAPITAL) && !isInitial(words, at) && (!has(words, at, BODY | TITLE | RELATIVE | MONTH | PARTICLE) || has(words, at, SURNAME))
  if (!fits) return null
  if (gap(words, at) !== '-' && !has(words, at + 1, SURNAME)) return at
  return follows(words, at) && at - from < MOST_WORDS ? surnameEnd(words, at + 1) ?? at : at
}

/** A street, a school, a hospital, a municipality: gemeente Anna Paulowna, Jan van Galenstraat, Sophia Kinderziekenhuis. */
function isThing(words: Words, first: number, last: number): boolean {
  const { text, tokens, lexicon } = words
  if (has(words, first - 1, BODY) && /^(?:\. ?|[ -])$/.test(gap(words, first - 1))) return true
  const end = tokens[last]!.end
  if (text[end] === '-' && isLowerAt(text, end + 1)) return true
  THING_AFTER.lastIndex = end
  if (THING_AFTER.test(text)) return true
  for (let at = first; at <= last; at++) if (THING.test(wordAt(words, at)) && !has(words, at, SURNAME)) return true
  return [1, 2].some((more) => first + more < tokens.length && lexicon.notPersons.has(plainOf(text.slice(tokens[first]!.start, Math.min(tokens[first + more]!.end, end + 40)))))
}

/** Nothing but white space and marks since the line began, or since the sentence before it ended. */
function beginsSentence({ text, tokens }: Words, at: number): boolean {
  let before = tokens[at]!.start - 1
  while (before >= 0 && ' "\'“‘(*•-'.includes(text[before]!)) before--
  return before < 0 || '.!?:;\n…'.includes(text[before]!)
}
