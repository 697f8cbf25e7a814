import { z } from 'zod'

/** What a place in a framework file is about, in the words of who reads it. */
export const PlaceKind = z.enum([
  'framework', 'theme', 'criterion', 'expectation', 'footnote', 'rating', 'judgement', 'outcome', 'fact', 'role', 'question', 'document',
  'observation', 'file-field', 'term', 'target',
])
export type PlaceKind = z.infer<typeof PlaceKind>

/** Which part of it; `other` for what has no name of its own. */
export const PlacePart = z.enum([
  'id', 'number', 'title', 'aim', 'wording', 'statement', 'assessed', 'notAssessedBecause', 'legal', 'limbs', 'footnotes', 'guidance', 'expectations',
  'criteria', 'text', 'code', 'label', 'english', 'key', 'sign', 'shape', 'counts', 'met', 'sufficient', 'when', 'format', 'version', 'language',
  'inspectorates', 'provenance', 'unfinished', 'scales', 'rule', 'standard', 'themes', 'fieldwork', 'questions', 'options', 'kind', 'from', 'to', 'notApplicable', 'question', 'facts',
  'outcomes', 'followUp', 'other',
])
export type PlacePart = z.infer<typeof PlacePart>

/** A place in words: `expectation`, `1.2.3`, `statement`. */
export interface InWords {
  kind: PlaceKind
  number: string
  part: PlacePart
}

const LISTS: Readonly<Record<string, PlaceKind>> = {
  themes: 'theme', criteria: 'criterion', expectations: 'expectation', footnotes: 'footnote', rating: 'rating', judgement: 'judgement',
  outcomes: 'outcome', facts: 'fact', roles: 'role', questions: 'question', documents: 'document', observations: 'observation',
  fileFields: 'file-field', terms: 'term', targets: 'target',
}

/** The keys of a path such as `themes[0].criteria[1].title`. */
export const keysOf = (where: string): string[] => where.split(/[.[\]]+/).filter((key) => key !== '')

/** A path into a file of another kind, as one looks it up by hand: `groups.0.title` is `groups 1 › title`. */
export const placeInFile = (where: string): string =>
  keysOf(where).reduce((place, key) => (/^\d+$/.test(key) ? `${place} ${Number(key) + 1}` : place === '' ? key : `${place} › ${key}`), '')

/** What a person calls the place that a path leads to: the deepest thing on the way that has a number or a name, and which part of it. */
export function inWords(value: unknown, where: string): InWords {
  const keys = keysOf(where)
  let found: InWords = { kind: 'framework', number: '', part: partOf(keys) }
  let at = value
  for (const [place, key] of keys.entries()) {
    at = isRecord(at) || Array.isArray(at) ? (at as Record<string, unknown>)[key] : undefined
    const kind = LISTS[keys[place - 1] ?? '']
    if (kind && isRecord(at) && /^\d+$/.test(key)) found = { kind, number: numberOf(at) ?? `#${Number(key) + 1}`, part: partOf(keys.slice(place + 1)) }
  }
  return found
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What may be printed of it: a file that is refused may hold anything. */
function numberOf(item: Readonly<Record<string, unknown>>): string | undefined {
  const names = 'number' in item ? ['number'] : ['code', 'id'] // what is numbered has an id that nobody sees
  const name = names.map((key) => item[key]).find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof name === 'string' ? name.slice(0, 40).replace(/[^\p{L}\p{N} .,+−–-]/gu, '?') : undefined
}

function partOf(keys: readonly string[]): PlacePart {
  const named = keys.find((key) => PlacePart.safeParse(key).success)
  return named ? PlacePart.parse(named) : 'other'
}
