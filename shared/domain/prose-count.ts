import { comparisonOf } from './comparison.ts'
import { type Counted, countedIn, numberOf, NUMBER } from './prose-number.ts'
import { clausesIn, isStated, polarityOf, type Stretch } from './prose-sentence.ts'
import { type Finder, type ProseData, type ProseHit, type ProseRound, type ProseText, roundsOf, type Scope, scopesOf } from './prose.ts'
import type { Counts } from './verdict.ts'

const BOUND = '(?<bound>(?:minste|minstens|minimaal|hoogstens|hooguit|maximaal|dan|ongeveer|circa|bijna|ruim|least|most|about|nearly|over|around|nog|andere|overige|deze|die|eerste|laatste|other|these|those)\\s+(?:de\\s+)?)?'
const WHERE = '(?<![\\p{L}\\p{M}\\p{N}.,/-])'
const ASSESSED = '(?:beoordeelde|getoetste|assessed)'
const EXPECTATIONS = '(?:verwachting(?:en)?|expectations?)(?!\\p{L})'
const pattern = (...parts: string[]) => new RegExp(`${WHERE}${BOUND}${parts.join('')}`, 'gu')

const SHARE = pattern(`(?<count>${NUMBER})(?=(?<tail>\\s+(?:van|of)\\s+(?:(?:de|the)\\s+)?(?<whole>${NUMBER})(?:\\s+${ASSESSED})?(?:\\s+(?<noun>\\p{L}+))?))`)
const TURNED = pattern(`van\\s+de\\s+(?<whole>${NUMBER})\\s+(?:${ASSESSED}\\s+)?(?<noun>verwachtingen)\\s+(?:is|wordt|werd|zijn|waren|voldoe[nt]|voldeed|voldeden)\\s+(?:er\\s+|aan\\s+)?(?<count>${NUMBER})`)
const COUNT = pattern(`(?:(?<all>alle|all|van de|of the)\\s+)?(?<count>${NUMBER})(?=(?<tail>\\s+(?<assessed>${ASSESSED}\\s+)?${EXPECTATIONS}))`)
const PERCENTAGE = pattern(`(?<percent>(?<count>\\d{1,3})(?:[.,]\\d+)?)\\s?(?:%|procent|per ?cent)\\s+(?:van|of)\\s+(?:(?:de|alle|the|all)\\s+)?(?:(?:${NUMBER})\\s+)?(?:${ASSESSED}\\s+)?${EXPECTATIONS}`)
const POINTS = pattern(`(?<count>${NUMBER})(?=(?<tail>\\s+(?:verbeterpunt(?:en)?|improvement points?|points? for improvement)(?!\\p{L})))`)
const FOLLOWS = /^(?:verwachting(?:en)?|expectations?|voldoe\p{L}*|voldeed|voldeden|zijn|is|was|waren|wordt|worden|werd|werden|gehaald|behaald|haal\p{L}*|are|were|met)$/u

type Polarity = 'met' | 'notMet' | null
const figuresOf = (counts: Counts, polarity: Polarity): number[] =>
  polarity ? [counts[polarity]] : [counts.met, counts.notMet, counts.notApplicable, counts.open, counts.met + counts.notMet]

interface Seen { scope: Scope; round: ProseRound }
/** While something is open in what a sentence is about, how far it is stays unsaid: only that it is too early to say it. */
const hit = (kind: ProseHit['kind'], { start, end }: Counted, data: string, { about, counts }: Scope, { language, points }: ProseData) =>
  ({ kind, start, end, data: counts.open === 0 || (kind === 'points' && points.length > 0) ? data : language === 'nl' ? 'nog niet alles is beoordeeld' : 'not everything is assessed yet', about })
const shareIn = ({ language }: ProseData, count: number, whole: number) => `${count} ${language === 'nl' ? 'van de' : 'of the'} ${whole}`

/** 18 van de 24 verwachtingen; 24 verwachtingen; 75% van de verwachtingen; drie verbeterpunten. */
export const countHits: Finder = (sentence, at, data) => {
  const rounds = roundsOf(sentence, at, data)
  return isStated(sentence) && rounds.length > 0 ? clausesIn(sentence).flatMap((clause) => hitsIn(clause, sentence, at, data, rounds)) : []
}

function hitsIn(clause: Stretch, sentence: Stretch, at: ProseText, data: ProseData, rounds: readonly ProseRound[]): ReturnType<Finder> {
  const sure = ({ groups }: Counted) => groups.bound === undefined
  const [straight, turned, counts, percentages, points] = [SHARE, TURNED, COUNT, PERCENTAGE, POINTS].map((what) => countedIn(clause, what)) as [Counted[], Counted[], Counted[], Counted[], Counted[]]
  const shares = [...straight, ...turned]
  if (shares.length + counts.length + percentages.length + points.length === 0) return []
  const seen = rounds.flatMap((round) => scopesOf(clause, sentence, at, round, data).map((scope) => ({ scope, round })))
  if (seen.length === 0) return []
  const polarity = polarityOf(clause)
  const alone = counts.filter((match) => !shares.some(({ start, end }) => match.start >= start && match.start < end))
  return [
    ...shares.filter(sure).flatMap((match) => shareHit(match, seen, polarity, data)),
    ...alone.filter(sure).flatMap((match) => countHit(match, clause, seen, polarity, data)),
    ...percentages.filter(sure).flatMap((match) => percentageHit(match, seen, polarity, data)),
    ...points.filter(sure).flatMap((match) => pointsHit(match, seen, data)),
  ]
}

function shareHit(match: Counted, seen: readonly Seen[], polarity: Polarity, data: ProseData) {
  const { count } = match
  const whole = numberOf(match.groups.whole!)
  const isOfExpectations = /^(?:verwachting|expectation)/u.test(match.groups.noun ?? '')
  const sized = seen.filter(({ scope: { counts } }) => counts.assessed === whole || (polarity === null && counts.listed === whole))
  const isOther = match.groups.noun !== undefined && !FOLLOWS.test(match.groups.noun)
  if (whole === null || isOther || (!isOfExpectations && sized.length === 0)) return []
  if (sized.some(({ scope }) => figuresOf(scope.counts, polarity).includes(count)) || (polarity === null && sized.some((one) => changesOf(one, data).includes(count)))) return []
  const { scope } = sized[0] ?? seen[0]!
  return [hit('share', match, shareIn(data, scope.counts[polarity ?? 'met'], scope.counts.assessed), scope, data)]
}

const IMPROVED = /(?<!\p{L})(?:verbeterd|improved)(?!\p{L})/u
const WORSENED = /(?<!\p{L})(?:verslechterd|worsened)(?!\p{L})/u

function countHit(match: Counted, clause: Stretch, seen: readonly Seen[], polarity: Polarity, data: ProseData) {
  const { count } = match
  const { scope } = seen[0]!
  const all = match.groups.all !== undefined || match.groups.assessed !== undefined
  const told = (figures: readonly number[], actual: number) => (figures.includes(count) ? [] : [hit('count', match, String(actual), scope, data)])
  const change = IMPROVED.test(clause.text) ? 'improved' : WORSENED.test(clause.text) ? 'worsened' : null
  if (change !== null) return data.then && seen[0]!.round === data.now ? told([developmentOf(data)[change].length], developmentOf(data)[change].length) : []
  if (all) {
    const wholes = seen.flatMap(({ scope: { counts } }) => [counts.assessed, ...(match.groups.assessed === undefined ? [counts.listed] : [])])
    return told([...wholes, ...seen.flatMap(({ scope: { counts } }) => (polarity && match.groups.all === undefined ? [counts[polarity]] : []))], scope.counts.assessed)
  }
  return polarity === null ? [] : told(seen.map((one) => one.scope.counts[polarity]), scope.counts[polarity])
}

const developments = new WeakMap<ProseData, ReturnType<typeof comparisonOf>>()
function developmentOf(data: ProseData) {
  const known = developments.get(data) ?? comparisonOf(data.then!, data.now)
  developments.set(data, known)
  return known
}

/** How many became better or worse, which is also said of the whole: 10 van de 24 zijn verbeterd. */
function changesOf({ round }: Seen, data: ProseData): number[] {
  if (!data.then || round !== data.now) return []
  const { improved, worsened, unchangedMet, unchangedNotMet } = developmentOf(data)
  return [improved, worsened, unchangedMet, unchangedNotMet].map(({ length }) => length)
}

function percentageHit(match: Counted, seen: readonly Seen[], polarity: Polarity, data: ProseData) {
  const written = match.groups.percent!.replace(',', '.')
  const step = 10 ** -(written.split('.')[1]?.length ?? 0)
  const shareOf = ({ scope: { counts } }: Seen) => figuresOf(counts, polarity).map((figure) => (100 * figure) / counts.assessed)
  if (seen.some((one) => shareOf(one).some((share) => Math.abs(share - Number(written)) < step))) return []
  const [actual = 0] = shareOf(seen[0]!)
  return [hit('percentage', match, `${actual.toFixed(step < 1 ? 1 : 0).replace('.', data.language === 'nl' ? ',' : '.')}%`, seen[0]!.scope, data)]
}

function pointsHit(match: Counted, seen: readonly Seen[], data: ProseData) {
  const { now, points, inspection } = data
  const { count } = match
  if (seen.some(({ round }) => round !== now)) return []
  const within = ({ expectations }: Scope) => points.filter((concerned) => expectations.some(({ id }) => concerned.includes(id))).length
  if ([points.length, ...seen.flatMap(({ scope }) => [within(scope), scope.counts.notMet])].includes(count)) return []
  const actual = points.length > 0 ? within(seen[0]!.scope) : seen[0]!.scope.counts.notMet
  return [hit('points', match, String(actual), { ...seen[0]!.scope, about: { entity: 'improvement', entityId: inspection } }, data)]
}
