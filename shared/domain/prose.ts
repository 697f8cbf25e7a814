import { z } from 'zod'
import type { Round } from './comparison.ts'
import { criteriaOf, type Criterion, type Expectation, expectationOf, expectationsBelow, type Framework, listedOf, type Theme } from './framework.ts'
import { roundOf, type Stretch } from './prose-sentence.ts'
import { type Counts, countsOf } from './verdict.ts'

/** A sentence of a report is read only where it is sure what it says: of what is not read, nothing is said. */
export const ProseKind = z.enum(['share', 'count', 'percentage', 'points', 'expectation', 'unknown', 'judgement', 'outcome', 'day', 'weekday', 'name', 'work'])
export type ProseKind = z.infer<typeof ProseKind>

const Item = z.strictObject({ entity: z.string(), entityId: z.string() })

/** Where a text says something else than what was recorded. `of` is the field of that text as `entity:id:field`, `start` and `end` are places in it; `about` is where the data stand. */
export const ProseHit = z.strictObject({
  kind: ProseKind, of: z.string(), start: z.int(), end: z.int(), said: z.string(), data: z.string(), about: Item.nullable(),
})
export type ProseHit = z.infer<typeof ProseHit>

/** The same, with who said when that the sentence is right nevertheless; nobody did where that is null. */
export const AnsweredHit = ProseHit.extend({ right: z.strictObject({ by: z.string(), at: z.string() }).nullable() })
export type AnsweredHit = z.infer<typeof AnsweredHit>

/** A round as sentences speak of it. `outcome` is a code of its rule, or `open`; `days` are those on which it was visited, or talked. */
export interface ProseRound extends Round {
  outcome: string
  days: readonly string[]
}

/** What sentences are held against. */
export interface ProseData {
  inspection: string
  language: 'nl' | 'en'
  now: ProseRound
  then: ProseRound | null
  /** Per improvement point the expectations that it concerns. */
  points: readonly (readonly string[])[]
  organisation: string | null
  /** The names of all other organisations. */
  others: readonly string[]
  talks: number
  /** How many files were read, and how many of those came out of the draw. */
  files: { read: number; sample: number }
  documents: number
}

/** A text of the report, as it can be read. */
export interface ProseText {
  of: string
  text: string
}

/** What a sentence can be about: the whole, a theme, or a criterion. */
export interface Scope {
  expectations: readonly Expectation[]
  counts: Counts
  about: z.infer<typeof Item>
}

/** A way to find what disagrees in one sentence. */
export type Finder = (sentence: Stretch, at: ProseText, data: ProseData) => Omit<ProseHit, 'of' | 'said'>[]

export const yearOf = ({ now: { days } }: ProseData) => days.toSorted()[0]?.slice(0, 4) ?? null

/** The rounds that a sentence may be about; none where that one is not known. */
export function roundsOf(sentence: Stretch, { of }: ProseText, data: ProseData): ProseRound[] {
  const said = roundOf(sentence, yearOf(data))
  const about = said !== 'now' ? said : of.endsWith(':before') ? 'then' : of.endsWith('/earlier:text') ? 'either' : 'now'
  return [...(about === 'then' ? [] : [data.now]), ...(about === 'now' || !data.then ? [] : [data.then])]
}

/** The criterion whose text this is, or to which its expectation belongs. */
export function criterionOf({ framework }: Round, { of }: ProseText): Criterion | undefined {
  const [entity, id = ''] = of.split(':')
  if (entity === 'appraisal') return criteriaOf(framework).find((one) => one.id === id)
  const expectation = entity === 'finding' ? expectationOf(framework, id) : undefined
  return expectation && criteriaOf(framework).find((one) => one.id === expectation.criterion)
}

/** What a clause names, or else its sentence, or else what its text is about and the whole; the first is what it is most likely about. */
export function scopesOf(clause: Stretch, sentence: Stretch, at: ProseText, round: ProseRound, { inspection }: ProseData): Scope[] {
  const scoped = (part: Theme | Criterion | undefined): Scope[] => {
    if (!part) return []
    const expectations = expectationsBelow(part)
    const criterion = 'expectations' in part ? part : criteriaOf({ themes: [part] })[0]!
    return [{ expectations, counts: countsOf(round.framework, round.ratingOf, expectations), about: { entity: 'appraisal', entityId: criterion.id } }]
  }
  const [inClause, inSentence] = [clause, sentence].map((stretch) => partsNamedIn(stretch, round)) as [(Theme | Criterion)[], (Theme | Criterion)[]]
  const named = inClause.length > 0 ? inClause : inSentence
  if (named.length > 0) return named.flatMap(scoped)
  const own = criterionOf(round, at)
  const theme = round.framework.themes.find((one) => at.of.endsWith(`/theme/${one.id}:text`) || (own && criteriaOf({ themes: [one] }).includes(own)))
  return own ? [...scoped(own), wholeOf(round, inspection), ...scoped(theme)] : [...scoped(theme), wholeOf(round, inspection)]
}

const wholes = new WeakMap<ProseRound, Scope>()

/** The whole is counted once, for many sentences are held against it. */
function wholeOf(round: ProseRound, inspection: string): Scope {
  const known = wholes.get(round) ?? { expectations: listedOf(round.framework), counts: countsOf(round.framework, round.ratingOf), about: { entity: 'conclusion', entityId: inspection } }
  wholes.set(round, known)
  return known
}

function partsNamedIn({ text }: Stretch, { framework }: ProseRound): (Theme | Criterion)[] {
  const after = (what: RegExp) => [...text.matchAll(what)].map((match) => text.slice(match.index + match[0].length))
  const names = (rest: string, { number, title }: { number: string; title: string }) =>
    numberAt(rest) === number.toLowerCase() || new RegExp(`^["“‘]?${verbatim(title.toLowerCase())}(?!\\p{L})`, 'u').test(rest)
  const themes = after(/(?<!\p{L})them[ae]\s+/gu).flatMap((rest) => framework.themes.filter((theme) => names(rest, theme)))
  const criteria = after(/(?<!\p{L})criteri(?:um|on)\s+/gu).flatMap((rest) => criteriaOf(framework).filter((criterion) => names(rest, criterion)))
  return [...themes, ...criteria]
}

/** Text as the source of a pattern that matches it. */
export const verbatim = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The number of a part of a framework, in small letters: 1.1.2, b3. */
export const REFERENCE = '\\p{L}?\\d[\\p{L}\\d]*(?:\\.[\\p{L}\\d]+)*'
const numberAt = (text: string) => new RegExp(`^${REFERENCE}`, 'u').exec(text)?.[0] ?? null

const byNumber = new WeakMap<Framework, ReadonlyMap<string, Expectation>>()

/** The first expectation with a number, in small letters. */
export function numbered({ framework }: Round, number: string): Expectation | undefined {
  const known = byNumber.get(framework) ?? new Map(listedOf(framework).toReversed().map((one) => [one.number.toLowerCase(), one]))
  byNumber.set(framework, known)
  return known.get(number)
}
