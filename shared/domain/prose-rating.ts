import { criteriaOf, type Framework, gradeOf, judgementOf } from './framework.ts'
import { clausesIn, isStated, polarityOf, type Stretch } from './prose-sentence.ts'
import { criterionOf, type Finder, numbered, type ProseData, type ProseRound, REFERENCE, roundsOf, verbatim } from './prose.ts'
import { standingOf } from './verdict.ts'

const LIST = new RegExp(`(?<!\\p{L})(?:verwachting(?:en)?|expectations?)\\s+(?<list>${REFERENCE}(?:(?:,\\s*|\\s+(?:en|and)\\s+)${REFERENCE})*)(?!\\p{L}|\\s+(?:tot|t/m|to|of)\\s)`, 'gu')
const UNANSWERED = { nl: 'nog niet beoordeeld', en: 'not yet assessed' } as const
const UNKNOWN = { nl: 'staat niet in het toetsingskader', en: 'is not in the framework' } as const

/** Veilig Thuis voldoet niet aan verwachting 1.1.2; de verwachtingen 1.1.1 en 1.1.3 zijn gehaald. */
export const expectationHits: Finder = (sentence, at, data) => {
  const rounds = roundsOf(sentence, at, data)
  if (!isStated(sentence) || rounds.length === 0) return []
  return clausesIn(sentence).flatMap((clause) => {
    const lists = [...clause.text.matchAll(LIST)]
    const [only = null] = lists.length === 1 ? [polarityOf(clause)] : []
    return lists.flatMap(({ groups }) => numbersIn(groups!.list!)).flatMap((number) => ratedHit(number, only, clause, rounds, data))
  })
}

const numbersIn = (list: string) => [...list.matchAll(new RegExp(`(?<!\\p{L})${REFERENCE}`, 'gu'))].map(([number]) => number)

function ratedHit(number: string, polarity: 'met' | 'notMet' | null, clause: Stretch, rounds: readonly ProseRound[], data: ProseData): ReturnType<Finder> {
  const said = clause.text.trim()
  const start = clause.start + clause.text.indexOf(said)
  const where = { start, end: start + said.length }
  const known = rounds.flatMap((round) => numbered(round, number)?.id ?? [])
  if (known.length === 0) return number.includes('.') && rounds.includes(data.now) ? [{ ...where, kind: 'unknown', data: `${number.toUpperCase()} ${UNKNOWN[data.language]}`, about: null }] : []
  const stands = (round: ProseRound) => {
    const expectation = numbered(round, number)
    return expectation !== undefined && standingOf(round.framework, expectation, round.ratingOf) === polarity
  }
  if (polarity === null || rounds.some(stands)) return []
  const round = rounds.find((one) => numbered(one, number))!
  const grade = gradeOf(round.framework, round.ratingOf(known[0]!))
  const actual = grade === undefined ? UNANSWERED[data.language] : data.language === 'nl' ? grade.label : grade.english
  return [{ ...where, kind: 'expectation', data: `${number.toUpperCase()} ${actual}`, about: { entity: 'finding', entityId: known[0]! } }]
}

const wordsOf = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).map(verbatim).join('|')
const JUDGES = /(?<!\p{L})(?:is|was|blijft|bleef|beoordeel\p{L}*|oordeel|scoort|scoorde|krijgt|kreeg|luidt|luidde|judged|rated|scores?|remains)(?!\p{L})/u
const NO = /(?<!\p{L})(?:niet|geen|not|no|never|nooit)(?!\p{L})/u

/** Criterium 2.3 is voldoende; het oordeel op dit criterium gaat van onvoldoende naar matig. */
export const judgementHits: Finder = (sentence, at, data) => {
  if (!isStated(sentence)) return []
  return clausesIn(sentence).flatMap((clause) => {
    const rounds = roundsOf(sentence, at, data)
    const round = rounds[0]
    const criterion = round && criterionNamedIn(clause, round, at)
    const found = round && criterion && labelIn(clause, round.framework, criterion.title)
    if (!found || !JUDGES.test(clause.text) || NO.test(clause.text)) return []
    if (rounds.some((one) => one.judgementOf(criterion.id) === found.code)) return []
    const actual = judgementOf(round.framework, round.judgementOf(criterion.id))
    const said = actual === undefined ? UNANSWERED[data.language] : data.language === 'nl' ? actual.label : actual.english
    return [{ kind: 'judgement' as const, start: found.start, end: found.end, data: said, about: { entity: 'appraisal', entityId: criterion.id } }]
  })
}

/** The one criterion that a clause is about: by its number, or that of its own text. */
function criterionNamedIn({ text }: Stretch, round: ProseRound, at: Parameters<Finder>[1]) {
  const named = [...text.matchAll(new RegExp(`(?<!\\p{L})criteri(?:um|on)\\s+(${REFERENCE})`, 'gu'))].map(([, number]) => number)
  if (named.length > 1 || /(?<!\p{L})criteria(?!\p{L})/u.test(text)) return undefined
  if (named.length === 1) return criteriaOf(round.framework).find(({ number }) => number.toLowerCase() === named[0])
  const own = /(?<!\p{L})(?:dit|this)\s+criteri(?:um|on)(?!\p{L})|^\s*(?:het|the)\s+(?:oordeel|judgement)\s+(?:is|was|luidt|luidde)(?!\p{L})/u.test(text)
  return own && at.of.startsWith('appraisal:') ? criterionOf(round, at) : undefined
}

/** The one label of the scale that a clause ends with; a label before a noun is only a word: voldoende personeel. */
function labelIn({ text, start }: Stretch, { scales }: Framework, title: string) {
  const named = scales.judgement.flatMap(({ code, label, english }) => [[label.toLowerCase(), code], [english.toLowerCase(), code]] as const)
  const bare = text.replaceAll(title.toLowerCase(), ' '.repeat(title.length))
  const labels = [...bare.matchAll(new RegExp(`(?<!\\p{L})(?:${wordsOf(named.map(([word]) => word))})(?!\\p{L})`, 'gu'))]
  const last = labels.at(-1)
  const isMove = labels.length === 2 && /(?<!\p{L})(?:van|from)\s.*(?<!\p{L})(?:naar|to)\s/u.test(bare)
  if (!last || (labels.length > 1 && !isMove)) return undefined
  if (!/^["”’)]?\s*(?:[.,;!]|$|(?:beoordeeld|geoordeeld|geworden|gebleven|omdat|want|because)(?!\p{L}))/u.test(bare.slice(last.index + last[0].length))) return undefined
  return { code: named.find(([word]) => word === last[0])![1], start: start + last.index, end: start + last.index + last[0].length }
}

/** Het eindoordeel luidt: voldoende. */
export const outcomeHits: Finder = (sentence, at, data) => {
  const rounds = roundsOf(sentence, at, data)
  if (!isStated(sentence) || rounds.length === 0) return []
  const { outcomes } = rounds[0]!.framework.rule
  const labels = wordsOf(outcomes.flatMap(({ label, english }) => [label.toLowerCase(), english.toLowerCase()]))
  const found = new RegExp(`(?<!\\p{L})(?:eindoordeel|overall judgement|final judgement|verdict)(?:\\s+(?:is|luidt|luidde|was|blijft)|:){1,2}\\s*["“‘]?(?<label>${labels})(?!\\p{L})`, 'u').exec(sentence.text)
  if (!found) return []
  const label = found.groups!.label!
  const start = sentence.start + found.index + found[0].length - label.length
  const code = outcomes.find((one) => [one.label, one.english].some((word) => word.toLowerCase() === label))!.code
  if (rounds.some(({ outcome }) => outcome === code)) return []
  return [{ kind: 'outcome' as const, start, end: start + label.length, data: outcomeIn(data, rounds[0]!), about: { entity: 'conclusion', entityId: data.inspection } }]
}

function outcomeIn({ language }: ProseData, { framework, outcome }: ProseRound): string {
  const actual = framework.rule.outcomes.find(({ code }) => code === outcome)
  return actual === undefined ? (language === 'nl' ? 'nog open' : 'still open') : language === 'nl' ? actual.label : actual.english
}
