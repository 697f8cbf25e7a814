import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fact, FactAnswer } from '../shared/domain/fact.ts'
import { type Criterion, type Framework, listedOf, parseFramework } from '../shared/domain/framework.ts'
import { type Condition, type DecisionRule, type Limb, limbsIn, type Weighed, type Within } from '../shared/domain/rule.ts'
import { EXACT, fullSensitivityOf, MOST_SETS, sensitivityOf } from '../shared/domain/sensitivity.ts'
import { type Answers, explanationOf, type VerdictReason, verdictOf } from '../shared/domain/verdict.ts'
import { expectationOf, smallFramework } from './helpers/small-framework.ts'

const engine = { verdictOf, explanationOf, fullSensitivityOf }
type Engine = typeof engine

type Rating = '+' | '-' | 'nvt' | null
type Answer = 'met' | 'notMet' | 'out'

/** Per theme its criteria: how many expectations each has of its own, and in one criterion below it. */
type Shape = readonly (readonly (readonly [own: number, below: number])[])[]
interface Situation {
  shape: Shape
  conditions: readonly Condition[]
  notApplicable: DecisionRule['notApplicable']
  ratings: readonly Rating[]
  yes: boolean | null
  weeks: number | null
}

const FACTS: Fact[] = [
  { id: 'list', kind: 'yes-no', question: 'Is er een wachtlijst?', english: 'Is there a waiting list?', guidance: null },
  { id: 'weeks', kind: 'number', unit: 'weken', englishUnit: 'weeks', question: 'Hoe lang?', english: 'How long?', guidance: null },
]

function frameworkOf({ shape, conditions, notApplicable }: Pick<Situation, 'shape' | 'conditions' | 'notApplicable'>): Framework {
  const some = (id: string, many: number) => Array.from({ length: many }, (_, at) => expectationOf(`${id}.${at + 1}`))
  const criterion = (id: string, own: number, below: number): Criterion => ({
    id, number: id, title: `Criterium ${id}`, wording: 'ownWording', expectations: some(`${id}.e`, own),
    ...(below > 0 ? { criteria: [criterion(`${id}.1`, below, 0)] } : {}),
  })
  const small = smallFramework([1], conditions, notApplicable, FACTS)
  const themes = shape.map((criteria, index) => ({
    ...small.themes[0]!, id: `${index + 1}`, criteria: criteria.map(([own, below], at) => criterion(`${index + 1}.${at + 1}`, own, below)),
  }))
  return { ...small, themes }
}

// The oracle: it knows no counts, parts or third value, but tries everything that the unknown may still become.

/** Of each expectation in order of print the themes and criteria around it. */
const aroundOf = (shape: Shape): string[][] => shape.flatMap((criteria, theme) => criteria.flatMap(([own, below], at) => {
  const around = [`theme ${theme + 1}`, `criterion ${theme + 1}.${at + 1}`]
  return [...Array(own).fill(around), ...Array(below).fill([...around, `criterion ${theme + 1}.${at + 1}.1`])]
}))

const productOf = <T>(choices: readonly (readonly T[])[]): T[][] =>
  choices.reduce<T[][]>((all, some) => all.flatMap((start) => some.map((one) => [...start, one])), [[]])

interface World {
  answers: readonly Answer[]
  yes: boolean
  weeks: number
}

const WEEKS = [0, 1, 2, 3, 4, 5]

function worldsOf({ ratings, notApplicable, yes, weeks }: Situation): World[] {
  const possible = (rating: Rating): Answer[] => {
    if (rating === '+') return ['met']
    if (rating === '-') return ['notMet']
    return rating === 'nvt' && notApplicable === 'left-out' ? ['out'] : ['met', 'notMet', 'out']
  }
  const answers = productOf(ratings.map(possible))
  return answers.flatMap((each) => (yes === null ? [true, false] : [yes]).flatMap((is) => (weeks === null ? WEEKS : [weeks]).map((many) => ({ answers: each, yes: is, weeks: many }))))
}

function holds(condition: Condition, world: World, around: readonly string[][]): boolean {
  if ('of' in condition) {
    const parts = condition.of.map((part) => holds(part, world, around))
    return condition.kind === 'not' ? !parts[0] : condition.kind === 'all' ? !parts.includes(false) : parts.includes(true)
  }
  const compared = (one: number, compare: string, other: number) =>
    ({ 'more-than': one > other, 'at-least': one >= other, 'at-most': one <= other, 'less-than': one < other, equals: one === other })[compare]!
  if (condition.kind === 'fact') return condition.fact === 'list' ? world.yes === condition.value : compared(world.weeks, condition.compare, Number(condition.value))
  const { within } = condition
  const key = within && Object.entries(within)[0]!.join(' ')
  const here = world.answers.filter((answer, index) => answer !== 'out' && (key === null || around[index]!.includes(key)))
  if (condition.kind === 'every') return !here.includes('notMet')
  const part = here.filter((answer) => answer === (condition.what === 'met' ? 'met' : 'notMet')).length
  if (condition.kind === 'count') return compared(part, condition.compare, condition.count)
  return here.length > 0 && compared(part * 100, condition.compare, condition.percent * here.length)
}

/** What is certain of a condition: of a limb by trying everything, of what holds it by its parts. */
function certainty(condition: Condition, worlds: readonly World[], around: readonly string[][]): boolean | null {
  if (!('of' in condition)) {
    const values = new Set(worlds.map((world) => holds(condition, world, around)))
    return values.size === 2 ? null : values.has(true)
  }
  const parts = condition.of.map((part) => certainty(part, worlds, around))
  if (condition.kind === 'not') return parts[0] === null ? null : !parts[0]
  if (condition.kind === 'all') return parts.includes(false) ? false : parts.every((part) => part === true) ? true : null
  return parts.includes(true) ? true : parts.every((part) => part === false) ? false : null
}

function reasonOf(limb: Limb, wanted: boolean): VerdictReason {
  if (limb.kind === 'fact') return 'fact'
  if (limb.kind === 'every') {
    if (!wanted) return 'too-few-not-met'
    return limb.within === null ? 'incomplete' : 'theme' in limb.within ? 'theme-incomplete' : 'criterion-incomplete'
  }
  const asksMore = limb.compare === 'at-least' || limb.compare === 'more-than'
  return `${asksMore === wanted ? 'too-few' : 'too-many'}-${limb.what}` as VerdictReason
}

const CODES = ['first', 'second', 'third']

function oracle(situation: Situation) {
  const { shape, conditions, ratings, notApplicable, yes, weeks } = situation
  const around = aroundOf(shape)
  const worlds = worldsOf(situation)
  const rankOf = (world: World) => [...conditions.map((condition) => holds(condition, world, around)), true].indexOf(true)
  const ranks = worlds.map(rankOf)
  const codes = [...CODES.slice(0, conditions.length), 'otherwise']
  const asked = (fact: string): boolean => JSON.stringify(conditions).includes(`"fact":"${fact}"`)
  const pending: VerdictReason[] = [
    ...(ratings.includes(null) ? ['unrated' as const] : []),
    ...(notApplicable === 'unstated' && ratings.includes('nvt') ? ['not-applicable-unstated' as const] : []),
    ...((yes === null && asked('list')) || (weeks === null && asked('weeks')) ? ['fact-unanswered' as const] : []),
  ]
  const failing = (condition: Condition, wanted: boolean): VerdictReason[] => {
    if (certainty(condition, worlds, around) !== !wanted) return []
    if ('of' in condition) return condition.of.flatMap((part) => failing(part, condition.kind === 'not' ? !wanted : wanted))
    return [reasonOf(condition, wanted)]
  }
  const treeOf = (condition: Condition): unknown =>
    'of' in condition ? [certainty(condition, worlds, around), ...condition.of.map(treeOf)] : certainty(condition, worlds, around)
  return {
    outcome: pending.length > 0 ? 'open' : codes[ranks[0]!]!,
    reasons: [...new Set([...pending, ...failing(conditions[0]!, true)])].sort(),
    tree: [...conditions.map(treeOf), null],
    best: codes[Math.min(...ranks)]!,
    worst: codes[Math.max(...ranks)]!,
    ...(pending.length > 0 ? UNTOLD : flipsOf(worlds[0]!, rankOf, listedOf(frameworkOf(situation)).map(({ id }) => id))),
  }
}

const UNTOLD = { fewestChanges: null, exact: true, setCount: null, sets: null, weights: [], facts: [] }

/** Tries every set of met and not met that could be turned round, and every other answer to a fact. */
function flipsOf(world: World, rankOf: (world: World) => number, ids: readonly string[]) {
  const rank = rankOf(world)
  const all: number[][] = []
  for (let set = 1; set < 2 ** ids.length; set++) {
    const turned = [...ids.keys()].filter((index) => (set >> index) % 2 === 1)
    if (turned.some((index) => world.answers[index] === 'out')) continue
    const answers = world.answers.map((answer, index) => (turned.includes(index) ? (answer === 'met' ? 'notMet' : 'met') : answer))
    if (rankOf({ ...world, answers }) !== rank) all.push(turned)
  }
  const fewest = Math.min(...all.map(({ length }) => length))
  const least = all.filter(({ length }) => length === fewest).sort((one, other) => one.map((at, index) => at - other[index]!).find((by) => by !== 0) ?? 0)
  const alone = (index: number) => all.some((set) => set.length === 1 && set[0] === index)
  const weights = ids.map((expectation, index) => ({ expectation, alone: alone(index), sets: least.filter((set) => set.includes(index)).length }))
  return {
    fewestChanges: all.length === 0 ? null : fewest,
    exact: true,
    setCount: least.length,
    sets: least.length > 0 && least.length <= MOST_SETS ? least.map((set) => set.map((index) => ids[index]!)) : null,
    weights: weights.filter(({ sets }) => sets > 0),
    facts: [
      ...([true, false].some((yes) => rankOf({ ...world, yes }) !== rank) ? ['list'] : []),
      ...(WEEKS.some((weeks) => rankOf({ ...world, weeks }) !== rank) ? ['weeks'] : []),
    ],
  }
}

function answersOf(framework: Framework, { ratings, yes, weeks }: Pick<Situation, 'ratings' | 'yes' | 'weeks'>): Answers {
  const ids = listedOf(framework).map(({ id }) => id)
  const facts: Record<string, FactAnswer | null> = { list: yes, weeks }
  return { ratingOf: (id) => ratings[ids.indexOf(id)] ?? null, factOf: (id) => facts[id] ?? null }
}

function engineSays({ verdictOf, explanationOf, fullSensitivityOf }: Engine, situation: Situation) {
  const framework = frameworkOf(situation)
  const answers = answersOf(framework, situation)
  const treeOf = (weighed: Weighed): unknown => ('of' in weighed ? [weighed.holds, ...weighed.of.map(treeOf)] : weighed.holds)
  const { outcome, reasons } = verdictOf(framework, answers)
  const tree = explanationOf(framework, answers).map(({ condition }) => condition && treeOf(condition))
  return { outcome, reasons: [...reasons].sort(), tree, ...fullSensitivityOf(framework, answers) }
}

// Frameworks of up to seven expectations on two levels of criteria, under any rule of three outcomes with all kinds of conditions.

const shapes = fc.array(fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .filter((shape) => aroundOf(shape).length <= 7)

const situationsOf = (rating: fc.Arbitrary<Rating>, answered: boolean) => shapes.chain((shape): fc.Arbitrary<Situation> => {
  const around = aroundOf(shape)
  const places: Within[] = [...new Set(around.flat())].map((key) => {
    const [kind, id] = key.split(' ') as ['theme' | 'criterion', string]
    return kind === 'theme' ? { theme: id } : { criterion: id }
  })
  const within = fc.constantFrom<Within>(null, null, ...places)
  const what = fc.constantFrom('met' as const, 'not-met' as const)
  const limb: fc.Arbitrary<Limb> = fc.oneof(
    fc.record({ kind: fc.constant('count' as const), what, compare: fc.constantFrom('at-least' as const, 'at-most' as const), count: fc.integer({ min: 0, max: around.length }), within }),
    fc.record({ kind: fc.constant('every' as const), within }),
    fc.record({
      kind: fc.constant('share' as const), what, compare: fc.constantFrom('more-than' as const, 'at-least' as const, 'at-most' as const, 'less-than' as const),
      percent: fc.constantFrom(0, 25, 33, 50, 67, 75, 100), within,
    }),
    fc.record({ kind: fc.constant('fact' as const), fact: fc.constant('list'), compare: fc.constant('equals' as const), value: fc.boolean() }),
    fc.record({
      kind: fc.constant('fact' as const), fact: fc.constant('weeks'), value: fc.integer({ min: 0, max: 3 }),
      compare: fc.constantFrom('equals' as const, 'more-than' as const, 'at-least' as const, 'at-most' as const, 'less-than' as const),
    }).filter(({ compare, value }) => value > 0 || !['at-least', 'less-than'].includes(compare)), // a file that asks what always or never holds is refused
  )
  const tree: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      limb,
      fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ kind: fc.constant('not' as const), of: tie('tree').map((part) => [part]) }),
    ),
  })).tree
  return fc.record({
    shape: fc.constant(shape),
    conditions: fc.array(tree, { minLength: 1, maxLength: 3 }),
    notApplicable: fc.constantFrom('unstated' as const, 'left-out' as const),
    ratings: fc.array(rating, { minLength: around.length, maxLength: around.length }).filter((ratings) => ratings.filter((one) => one === null || one === 'nvt').length <= 4),
    yes: answered ? fc.boolean() : fc.option(fc.boolean()),
    weeks: answered ? fc.integer({ min: 0, max: 4 }) : fc.option(fc.integer({ min: 0, max: 4 })),
  })
})

const judged = situationsOf(fc.constantFrom<Rating>('+', '-'), true)
const halfway = situationsOf(fc.constantFrom<Rating>('+', '-', '+', '-', 'nvt', null), false)

const agrees = (said: Engine, of: typeof judged, numRuns: number) =>
  fc.assert(fc.property(of, (situation) => void expect(engineSays(said, situation)).toEqual(oracle(situation))), { numRuns, seed: 20_150_824, endOnFailure: true })

test('of what is judged the rule says what trying everything says: outcome, reasons, tree, fewest changes, each set and weight', { timeout: 60_000 }, () => {
  agrees(engine, judged, 700)
})

test('of what is still open it says the same: what is certain, the best case and the worst', { timeout: 60_000 }, () => {
  agrees(engine, halfway, 500)
})

const withLimbs = (framework: Framework, change: (limb: Limb) => Condition): Framework => {
  const deep = (condition: Condition): Condition => ('of' in condition ? { ...condition, of: condition.of.map(deep) } : change(condition))
  return { ...framework, rule: { ...framework.rule, outcomes: framework.rule.outcomes.map((outcome) => ({ ...outcome, when: outcome.when && deep(outcome.when) })) } }
}
const oneMore = (framework: Framework) => withLimbs(framework, (limb) => (limb.kind === 'count' && limb.compare === 'at-least' ? { ...limb, count: limb.count + 1 } : limb))
const anywhere = (framework: Framework) => withLimbs(framework, (limb) => (limb.kind === 'fact' ? limb : { ...limb, within: null }))
const atLeast = (framework: Framework) => withLimbs(framework, (limb) => (limb.kind === 'share' && limb.compare === 'more-than' ? { ...limb, compare: 'at-least' } : limb))
const undenied = (framework: Framework): Framework => {
  const deep = (condition: Condition): Condition => (condition.kind === 'not' ? deep(condition.of[0]!) : 'of' in condition ? { ...condition, of: condition.of.map(deep) } : condition)
  return { ...framework, rule: { ...framework.rule, outcomes: framework.rule.outcomes.map((outcome) => ({ ...outcome, when: outcome.when && deep(outcome.when) })) } }
}
const saying = ({ ratingOf, factOf }: Answers, from: Rating, to: Rating): Answers => ({ factOf, ratingOf: (id) => (ratingOf(id) === from ? to : ratingOf(id)) })

test.each<[string, Partial<Engine>]>([
  ['a threshold that must be exceeded', { verdictOf: (framework, answers) => verdictOf(oneMore(framework), answers) }],
  ['a part that is taken for the whole', { verdictOf: (framework, answers) => verdictOf(anywhere(framework), answers) }],
  ['more than taken as at least', { verdictOf: (framework, answers) => verdictOf(atLeast(framework), answers) }],
  ['a denial that is not heard', { verdictOf: (framework, answers) => verdictOf(undenied(framework), answers) }],
  ['fewest changes without denials', { fullSensitivityOf: (framework, answers) => fullSensitivityOf(undenied(framework), answers) }],
  ['changes that see no parts', { fullSensitivityOf: (framework, answers) => fullSensitivityOf(anywhere(framework), answers) }],
  ['a set too few', { fullSensitivityOf: (...of) => ({ ...fullSensitivityOf(...of), sets: fullSensitivityOf(...of).sets?.slice(1) ?? null }) }],
  ['a weight that is lost', { fullSensitivityOf: (...of) => ({ ...fullSensitivityOf(...of), weights: fullSensitivityOf(...of).weights.slice(1) }) }],
  ['a fact that never decides', { fullSensitivityOf: (...of) => ({ ...fullSensitivityOf(...of), facts: [] }) }],
])('of what is judged the comparison notices %s', (_, bug) => {
  expect(() => agrees({ ...engine, ...bug }, judged, 700)).toThrow()
})

test.each<[string, Partial<Engine>]>([
  ['not applicable taken as met', { verdictOf: (framework, answers) => verdictOf(framework, saying(answers, 'nvt', '+')) }],
  ['unrated taken as not met', { verdictOf: (framework, answers) => verdictOf(framework, saying(answers, null, '-')) }],
  ['no answer taken as no', { verdictOf: (framework, { ratingOf, factOf }) => verdictOf(framework, { ratingOf, factOf: (fact) => factOf(fact) ?? (fact === 'list' ? false : 0) }) }],
  ['a tree in which unrated is a failure', { explanationOf: (framework, answers) => explanationOf(framework, saying(answers, null, '-')) }],
  ['a best case without what is not applicable', { fullSensitivityOf: (framework, answers) => fullSensitivityOf(framework, saying(answers, 'nvt', '-')) }],
  ['a best case in which more is always better', { fullSensitivityOf: (framework, answers) => fullSensitivityOf(framework, saying(answers, null, '+')) }],
])('of what is open the comparison notices %s', (_, bug) => {
  expect(() => agrees({ ...engine, ...bug }, halfway, 500)).toThrow()
})

const met = (count: number, within: Within = null): Condition => ({ kind: 'count', what: 'met', compare: 'at-least', count, within })
const whole = (theme: string): Condition => ({ kind: 'every', within: { theme } })
const rated = (ratingOf: Answers['ratingOf']): Answers => ({ ratingOf, factOf: () => null })

test('the first outcome that holds is the one, in the order of the framework', () => {
  const framework = smallFramework([3], [met(3), met(2)], 'unstated')
  const outcomes = [3, 2, 1].map((many) => verdictOf(framework, rated((id) => (Number(id.at(-1)) <= many ? '+' : '-'))).outcome)
  expect(outcomes).toEqual(['first', 'second', 'otherwise'])
})

test('where everything is left out a theme is wholly met, and there is no share of it', () => {
  const share: Condition = { kind: 'share', what: 'met', compare: 'at-most', percent: 50, within: { theme: '2' } }
  const nothing = rated(() => 'nvt')
  expect(verdictOf(smallFramework([2, 1], [whole('2')], 'left-out'), nothing)).toMatchObject({ outcome: 'first', reasons: [] })
  expect(verdictOf(smallFramework([2, 1], [share], 'left-out'), nothing)).toMatchObject({ outcome: 'otherwise' })
})

test('a share is compared in whole numbers: 2 of 3 is less than 67%, and 75% of 4 is 3', () => {
  const of = (size: number, percent: number, many: number) =>
    verdictOf(smallFramework([size], [{ kind: 'share', what: 'met', compare: 'at-least', percent, within: null }], 'unstated'), rated((id) => (Number(id.at(-1)) <= many ? '+' : '-'))).outcome
  expect([of(3, 67, 2), of(3, 66, 2), of(4, 75, 3), of(7, 29, 2), of(7, 28, 2)]).toEqual(['otherwise', 'first', 'first', 'otherwise', 'first'])
})

test('forty expectations in twenty themes, of which each must be wholly met: 20 changes, in one way', () => {
  const framework = smallFramework(Array(20).fill(2), [{ kind: 'all', of: Array.from({ length: 20 }, (_, index) => whole(`${index + 1}`)) }], 'unstated')
  expect(listedOf(framework)).toHaveLength(EXACT)
  const half = rated((id) => (id.endsWith('.1') ? '+' : '-'))
  expect(fullSensitivityOf(framework, half)).toMatchObject({ fewestChanges: 20, exact: true, setCount: 1, sets: [expect.arrayContaining(['1.1.2', '20.1.2'])] })
})

test('among forty there are as many smallest ways as the binomial says, and each expectation has its part of them', () => {
  const study = fullSensitivityOf(smallFramework([40], [met(20)], 'unstated'), rated(() => '-'))
  expect(study).toMatchObject({ fewestChanges: 20, exact: true, setCount: 137_846_528_820, sets: null })
  expect(study.weights).toHaveLength(40)
  expect(new Set(study.weights.map(({ sets }) => sets))).toEqual(new Set([68_923_264_410]))
})

test('a rule that goes up and down at once finds changes in both directions', () => {
  const odd: Condition = { kind: 'all', of: [whole('1'), { kind: 'count', what: 'met', compare: 'at-most', count: 1, within: { theme: '2' } }] }
  const framework = smallFramework([2, 3], [odd], 'unstated')
  const study = fullSensitivityOf(framework, rated((id) => (id === '1.1.2' ? '-' : '+')))
  expect(study).toMatchObject({ fewestChanges: 3, setCount: 3, sets: [['1.1.2', '2.1.1', '2.1.2'], ['1.1.2', '2.1.1', '2.1.3'], ['1.1.2', '2.1.2', '2.1.3']] })
})

test('beyond forty what cannot be gone through is a bound, and says so', () => {
  const of = (theme: number) => ({ theme: `${theme % 10 + 1}` })
  const tangled: Condition = {
    kind: 'any', of: Array.from({ length: 10 }, (_, theme) => ({
      kind: 'all', of: [
        met(40, of(theme)), { kind: 'not', of: [{ kind: 'share', what: 'not-met', compare: 'at-least', percent: 30, within: of(theme + 3) }] },
        { kind: 'count', what: 'met', compare: 'at-most', count: 700, within: null },
      ],
    })),
  }
  const framework = smallFramework(Array(10).fill(100), [tangled], 'unstated')
  const third = fullSensitivityOf(framework, rated((id) => (Number(id.at(-1)) % 3 === 0 ? '+' : '-')))
  expect(third).toMatchObject({ exact: false, setCount: null, sets: null })
  expect(sensitivityOf(framework, rated(() => null))).toMatchObject({ best: 'first', worst: 'otherwise', exact: true })
})

test('a shipped rule keeps its limbs when it is read', () => {
  const framework = smallFramework([3], [{ kind: 'not', of: [met(3)] }], 'unstated')
  expect(limbsIn(parseFramework(framework).rule)).toEqual([met(3)])
})
