import type { Fact, FactAnswer } from './fact.ts'
import { criteriaOf, type Framework } from './framework.ts'
import type { Weighed, Within } from './rule.ts'

/** A condition to be read: what it asks, how that stands in figures, whether it holds (null: still open), and its parts. */
export interface Said {
  asks: string
  figures: string | null
  holds: boolean | null
  of: Said[]
}

type Language = 'nl' | 'en'
type Measured = Exclude<Weighed, { of: Weighed[] } | { kind: 'fact' }>
type Asked = Extract<Weighed, { kind: 'fact' }>

const WORDS = {
  nl: {
    all: 'al het volgende', any: 'ten minste een van deze', not: 'niet het volgende', and: 'én', or: 'of', isNot: 'niet',
    'at-least': 'ten minste', 'at-most': 'hoogstens', 'more-than': 'meer dan', 'less-than': 'minder dan',
    theme: 'van thema', criterion: 'van criterium', whole: 'heel', wholeAll: 'alle verwachtingen',
    every: (where: string) => `alle beoordeelde verwachtingen${where} voldoen`,
    count: (compare: string, count: number, of: number, where: string, met: boolean) =>
      `${compare} ${count} van de ${of} beoordeelde verwachtingen${where} ${count === 1 ? 'voldoet' : 'voldoen'}${met ? '' : ' niet'}`,
    share: (compare: string, percent: number, where: string, met: boolean) => `${compare} ${percent}% van de beoordeelde verwachtingen${where} voldoet${met ? '' : ' niet'}`,
    brief: (compare: string, count: number, of: number, met: boolean) => `${compare} ${count} van ${of}${met ? '' : ' niet'}`,
    briefShare: (compare: string, percent: number, met: boolean) => `${compare} ${percent}%${met ? '' : ' niet'}`,
    figures: (part: number, of: number, met: boolean) => `${part} van ${of} ${part === 1 ? 'voldoet' : 'voldoen'}${met ? '' : ' niet'}`,
    unknown: (count: number) => `${count} nog onbekend`, justOver: 'ruim', comma: ',',
    yes: 'ja', no: 'nee', answered: (answer: string) => `antwoord: ${answer}`, unanswered: 'nog niet beantwoord',
  },
  en: {
    all: 'all of the following', any: 'at least one of these', not: 'not the following', and: 'and', or: 'or', isNot: 'not',
    'at-least': 'at least', 'at-most': 'at most', 'more-than': 'more than', 'less-than': 'less than',
    theme: 'of theme', criterion: 'of criterion', whole: 'all of', wholeAll: 'all expectations',
    every: (where: string) => `all assessed expectations${where} are met`,
    count: (compare: string, count: number, of: number, where: string, met: boolean) =>
      `${compare} ${count} of the ${of} assessed expectations${where} ${count === 1 ? 'is' : 'are'}${met ? '' : ' not'} met`,
    share: (compare: string, percent: number, where: string, met: boolean) => `${compare} ${percent}% of the assessed expectations${where} is${met ? '' : ' not'} met`,
    brief: (compare: string, count: number, of: number, met: boolean) => `${compare} ${count} of ${of}${met ? '' : ' not met'}`,
    briefShare: (compare: string, percent: number, met: boolean) => `${compare} ${percent}%${met ? '' : ' not met'}`,
    figures: (part: number, of: number, met: boolean) => `${part} of ${of}${met ? '' : ' not'} met`,
    unknown: (count: number) => `${count} still unknown`, justOver: 'just over', comma: '.',
    yes: 'yes', no: 'no', answered: (answer: string) => `answer: ${answer}`, unanswered: 'not answered yet',
  },
} as const

/** The whole condition as a tree of sentences; its figures count what is assessed and not left out. */
export function sayOf(framework: Framework, weighed: Weighed, language: Language): Said {
  const { holds } = weighed
  if ('of' in weighed) return { asks: WORDS[language][weighed.kind], figures: null, holds, of: weighed.of.map((part) => sayOf(framework, part, language)) }
  const asks = weighed.kind === 'fact' ? factAsks(framework, weighed, language) : measureAsks(framework, weighed, language)
  return { asks, figures: weighed.kind === 'fact' ? answerIn(framework, weighed, language) : figuresOf(weighed, language), holds, of: [] }
}

/** A condition in one line: `ten minste 20 van 24 én heel Veiligheid`. */
export function briefOf(framework: Framework, weighed: Weighed, language: Language): string {
  const words = WORDS[language]
  if ('of' in weighed) {
    const parts = weighed.of.map((part) => ('of' in part && part.of.length > 1 ? `(${briefOf(framework, part, language)})` : briefOf(framework, part, language)))
    return weighed.kind === 'not' ? `${words.isNot} ${parts[0]}` : parts.join(` ${weighed.kind === 'all' ? words.and : words.or} `)
  }
  if (weighed.kind === 'fact') return `“${factAsks(framework, weighed, language)}”`
  const name = nameOf(framework, weighed.within)
  if (weighed.kind === 'every') return name === null ? words.wholeAll : `${words.whole} ${name}`
  const met = weighed.what === 'met'
  const brief = weighed.kind === 'count'
    ? words.brief(words[weighed.compare], weighed.count, countedOf(weighed), met)
    : words.briefShare(words[weighed.compare], weighed.percent, met)
  return name === null ? brief : `${brief} (${name})`
}

const countedOf = ({ met, notMet, unknown }: Measured) => met + notMet + unknown

function measureAsks(framework: Framework, weighed: Measured, language: Language): string {
  const words = WORDS[language]
  const { within } = weighed
  const where = within === null ? '' : ` ${words['theme' in within ? 'theme' : 'criterion']} ${nameOf(framework, within)}`
  if (weighed.kind === 'every') return words.every(where)
  const [compare, met] = [words[weighed.compare], weighed.what === 'met']
  return weighed.kind === 'count' ? words.count(compare, weighed.count, countedOf(weighed), where, met) : words.share(compare, weighed.percent, where, met)
}

function figuresOf(weighed: Measured, language: Language): string {
  const words = WORDS[language]
  const met = weighed.kind === 'every' || weighed.what === 'met'
  const [part, counted] = [met ? weighed.met : weighed.notMet, countedOf(weighed)]
  const parts = [words.figures(part, counted, met)]
  if (weighed.unknown > 0) parts.push(words.unknown(weighed.unknown))
  else if (weighed.kind === 'share' && counted > 0) parts.push(percentOf(part, counted, language))
  return parts.join(', ')
}

/** A percentage with one decimal, cut off and marked so where it is more: 74.96% never reads as 75%. */
function percentOf(part: number, of: number, language: Language): string {
  const { comma, justOver } = WORDS[language]
  const tenths = Math.floor((part * 1_000) / of)
  const shown = tenths % 10 === 0 ? `${tenths / 10}%` : `${Math.floor(tenths / 10)}${comma}${tenths % 10}%`
  return tenths * of === part * 1_000 ? shown : `${justOver} ${shown}`
}

function nameOf(framework: Framework, within: Within): string | null {
  if (within === null) return null
  if ('theme' in within) return framework.themes.find(({ id }) => id === within.theme)?.title ?? within.theme
  const criterion = criteriaOf(framework).find(({ id }) => id === within.criterion)
  return criterion ? `${criterion.number} ${criterion.title}` : within.criterion
}

export const questionOf = (fact: Fact, language: Language) => (language === 'en' ? fact.english : fact.question)

/** An answer in words: `ja`, `6 weken`. */
export function answerOf(fact: Fact, answer: FactAnswer, language: Language): string {
  if (typeof answer === 'boolean') return answer ? WORDS[language].yes : WORDS[language].no
  return fact.kind === 'number' ? `${answer} ${language === 'en' ? fact.englishUnit : fact.unit}` : String(answer)
}

function factAsks({ rule }: Framework, { fact: id, compare, value }: Asked, language: Language): string {
  const fact = rule.facts.find((one) => one.id === id)
  if (!fact) return id
  const how = compare === 'equals' ? '' : `${WORDS[language][compare]} `
  return `${questionOf(fact, language)} ${how}${answerOf(fact, value, language)}`
}

function answerIn({ rule }: Framework, { fact: id, answer }: Asked, language: Language): string {
  const fact = rule.facts.find((one) => one.id === id)
  if (answer === null || !fact) return WORDS[language].unanswered
  return WORDS[language].answered(answerOf(fact, answer, language))
}
