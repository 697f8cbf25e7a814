import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Framework } from '../shared/domain/framework.ts'
import { type Condition, type DecisionRule, outcomeOf, type Weighed } from '../shared/domain/rule.ts'
import { MAX_THEMES, sensitivityOf } from '../shared/domain/sensitivity.ts'
import { explanationOf, type RatingOf, talliesOf, type VerdictReason, verdictOf } from '../shared/domain/verdict.ts'
import { smallFramework } from './helpers/small-framework.ts'

const engine = { verdictOf, explanationOf, sensitivityOf }
type Engine = typeof engine

type Rating = '+' | '-' | 'nvt' | null
type Answer = 'met' | 'notMet' | 'out'
/** One small framework with one rating for each of its expectations. */
interface Situation {
  sizes: readonly number[]
  conditions: readonly Condition[]
  notApplicable: DecisionRule['notApplicable']
  ratings: readonly Rating[]
}

// The oracle: it knows no counts per theme and no third value, but tries everything that the unknown may still become.

function completionsOf({ ratings, notApplicable }: Situation): Answer[][] {
  const anything: Answer[] = ['met', 'notMet', 'out']
  const possible = (rating: Rating): Answer[] => {
    if (rating === '+') return ['met']
    if (rating === '-') return ['notMet']
    return rating === 'nvt' && notApplicable === 'left-out' ? ['out'] : anything
  }
  return ratings.reduce<Answer[][]>((all, rating) => all.flatMap((start) => possible(rating).map((answer) => [...start, answer])), [[]])
}

function holds(condition: Condition, answers: readonly Answer[], themes: readonly string[]): boolean {
  switch (condition.kind) {
    case 'all': return condition.of.every((part) => holds(part, answers, themes))
    case 'any': return condition.of.some((part) => holds(part, answers, themes))
    case 'at-least-met': return answers.filter((answer) => answer === 'met').length >= condition.count
    case 'all-met-in-theme': return answers.every((answer, index) => themes[index] !== condition.theme || answer !== 'notMet')
  }
}

function oracle(situation: Situation) {
  const { sizes, conditions, ratings, notApplicable } = situation
  const themes = sizes.flatMap((size, index) => Array.from({ length: size }, () => String(index + 1)))
  const completions = completionsOf(situation)
  const rankOf = (answers: readonly Answer[]) => [...conditions.map((condition) => holds(condition, answers, themes)), true].indexOf(true)
  const ranks = completions.map(rankOf)
  const codes = ['first', 'second', 'third'].slice(0, conditions.length).concat('otherwise')
  const decided = !ratings.includes(null) && !(notApplicable === 'unstated' && ratings.includes('nvt'))
  const certainty = (condition: Condition) => {
    const values = new Set(completions.map((answers) => holds(condition, answers, themes)))
    return values.size === 2 ? null : values.has(true)
  }
  const failing = (condition: Condition): VerdictReason[] => {
    if (certainty(condition) !== false) return []
    if ('of' in condition) return condition.of.flatMap(failing)
    return [condition.kind === 'at-least-met' ? 'too-few-met' : 'theme-incomplete']
  }
  const treeOf = (condition: Condition): unknown =>
    'of' in condition ? [certainty(condition), ...condition.of.map(treeOf)] : certainty(condition)
  return {
    outcome: decided ? codes[ranks[0]!]! : 'open',
    reasons: [
      ...(ratings.includes(null) ? ['unrated'] : []),
      ...(notApplicable === 'unstated' && ratings.includes('nvt') ? ['not-applicable-unstated'] : []),
      ...(conditions[0] ? failing(conditions[0]) : []),
    ].filter((reason, index, all) => all.indexOf(reason) === index).sort(),
    best: codes[Math.min(...ranks)]!,
    worst: codes[Math.max(...ranks)]!,
    fewestChanges: decided ? fewestFlips(completions[0]!, rankOf) : null,
    tree: [...conditions.map(treeOf), null],
  }
}

/** Tries every set of met and not met that could be turned round. */
function fewestFlips(answers: readonly Answer[], rankOf: (answers: readonly Answer[]) => number): number | null {
  const rank = rankOf(answers)
  let fewest = Infinity
  for (let set = 1; set < 2 ** answers.length; set++) {
    const turned = (index: number) => (set >> index) % 2 === 1
    if (answers.some((answer, index) => answer === 'out' && turned(index))) continue
    const flipped = answers.map((answer, index) => (turned(index) ? (answer === 'met' ? 'notMet' : 'met') : answer))
    if (rankOf(flipped) !== rank) fewest = Math.min(fewest, answers.filter((_, index) => turned(index)).length)
  }
  return fewest === Infinity ? null : fewest
}

function engineSays({ verdictOf, explanationOf, sensitivityOf }: Engine, { sizes, conditions, notApplicable, ratings }: Situation) {
  const framework = smallFramework(sizes, conditions, notApplicable)
  const ids = framework.themes.flatMap(({ criteria }) => criteria.flatMap(({ expectations }) => expectations.map(({ id }) => id)))
  const ratingOf: RatingOf = (id) => ratings[ids.indexOf(id)] ?? null
  const treeOf = (weighed: Weighed): unknown => ('of' in weighed ? [weighed.holds, ...weighed.of.map(treeOf)] : weighed.holds)
  const { outcome, reasons } = verdictOf(framework, ratingOf)
  const tree = explanationOf(framework, ratingOf).map(({ condition }) => condition && treeOf(condition))
  return { outcome, reasons: [...reasons].sort(), ...sensitivityOf(framework, ratingOf), tree }
}

// Everything up to four expectations in at most three themes, under rules of each kind.

const productOf = <T>(choices: readonly T[], length: number): T[][] =>
  length === 0 ? [[]] : productOf(choices, length - 1).flatMap((start) => choices.map((choice) => [...start, choice]))
const shapesOf = (most: number) =>
  [1, 2, 3].flatMap((themes) => productOf([1, 2, 3, 4], themes)).filter((sizes) => sizes.reduce((a, b) => a + b) <= most)

function rulesFor(sizes: readonly number[]): Condition[][] {
  const total = sizes.reduce((a, b) => a + b)
  const least = (count: number): Condition => ({ kind: 'at-least-met', count: Math.max(1, Math.min(count, total)) })
  const theme = (index: number): Condition => ({ kind: 'all-met-in-theme', theme: String(Math.min(index, sizes.length)) })
  const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
  const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
  return [
    [least(1)], [least(total)], [theme(1)], [all(least(total - 1), theme(1))], [any(least(total - 1), theme(2))],
    [any(all(least(2), theme(1)), all(theme(2), theme(3)))], [all(least(total), theme(2)), least(2)], [theme(2), theme(1), least(1)],
  ]
}

function* everySituation(): Generator<Situation> {
  for (const sizes of shapesOf(4)) {
    const ratings = productOf<Rating>(['+', '-', 'nvt', null], sizes.reduce((a, b) => a + b))
    for (const conditions of rulesFor(sizes)) {
      for (const notApplicable of ['unstated', 'left-out'] as const) {
        for (const each of ratings) yield { sizes, conditions, notApplicable, ratings: each }
      }
    }
  }
}

/** The first situation in which the engine says something else than the oracle; none when they agree. */
function firstDisagreement(said: Engine): { situation: Situation; said: unknown; expected: unknown } | undefined {
  for (const situation of everySituation()) {
    const [answer, expected] = [engineSays(said, situation), oracle(situation)]
    const keys = Object.keys(expected) as (keyof typeof expected)[]
    if (keys.some((key) => JSON.stringify(answer[key]) !== JSON.stringify(expected[key]))) return { situation, said: answer, expected }
  }
  return undefined
}

test('on every small framework the rule says what trying everything says', { timeout: 60_000 }, () => {
  expect(firstDisagreement(engine)).toBeUndefined()
})

const withOutcomes = (framework: Framework, change: (condition: Condition) => Condition): Framework => ({
  ...framework,
  rule: { ...framework.rule, outcomes: framework.rule.outcomes.map((outcome) => ({ ...outcome, when: outcome.when && change(outcome.when) })) },
})
const onLimbs = (change: (limb: Condition) => Condition) => {
  const deep = (condition: Condition): Condition => ('of' in condition ? { ...condition, of: condition.of.map(deep) } : change(condition))
  return (framework: Framework) => withOutcomes(framework, deep)
}
const oneMore = onLimbs((limb) => (limb.kind === 'at-least-met' ? { ...limb, count: limb.count + 1 } : limb))
const onlyCounts = onLimbs((limb) => (limb.kind === 'all-met-in-theme' ? { kind: 'at-least-met', count: 1 } : limb))
const swapped = (framework: Framework) =>
  withOutcomes(framework, (condition) => ('of' in condition ? { ...condition, kind: condition.kind === 'all' ? 'any' : 'all' } : condition))
const saying = (ratingOf: RatingOf, from: Rating, to: Rating): RatingOf => (id) => (ratingOf(id) === from ? to : ratingOf(id))

test.each<[string, Partial<Engine>]>([
  ['a threshold that must be exceeded', { verdictOf: (framework, ratingOf) => verdictOf(oneMore(framework), ratingOf) }],
  ['a theme that is not looked at', { verdictOf: (framework, ratingOf) => verdictOf(onlyCounts(framework), ratingOf) }],
  ['all read as any', { verdictOf: (framework, ratingOf) => verdictOf(swapped(framework), ratingOf) }],
  ['not applicable taken as met', { verdictOf: (framework, ratingOf) => verdictOf(framework, saying(ratingOf, 'nvt', '+')) }],
  ['not applicable taken as not met', { verdictOf: (framework, ratingOf) => verdictOf(framework, saying(ratingOf, 'nvt', '-')) }],
  ['unrated taken as not met', { verdictOf: (framework, ratingOf) => verdictOf(framework, saying(ratingOf, null, '-')) }],
  ['a reason too few', { verdictOf: (...of) => ({ ...verdictOf(...of), reasons: verdictOf(...of).reasons.slice(0, 1) }) }],
  ['a tree in which unrated is a failure', { explanationOf: (framework, ratingOf) => explanationOf(framework, saying(ratingOf, null, '-')) }],
  ['a best case without what is not applicable', {
    sensitivityOf: (framework, ratingOf) => sensitivityOf(framework, saying(ratingOf, 'nvt', '-')),
  }],
  ['a best case that is the worst', { sensitivityOf: (...of) => ({ ...sensitivityOf(...of), best: sensitivityOf(...of).worst }) }],
  ['a change too many', {
    sensitivityOf: (...of) => ({ ...sensitivityOf(...of), fewestChanges: (sensitivityOf(...of).fewestChanges ?? -1) + 1 }),
  }],
  ['changes that keep each theme as it is', { sensitivityOf: (framework, ratingOf) => sensitivityOf(onlyCounts(framework), ratingOf) }],
])('the comparison with trying everything notices %s', (_, bug) => {
  expect(firstDisagreement({ ...engine, ...bug })).toBeDefined()
})

const situations = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }).chain((sizes) => {
  const total = sizes.reduce((a, b) => a + b)
  const leaf = fc.oneof(
    fc.record({ kind: fc.constant('at-least-met' as const), count: fc.integer({ min: 1, max: total }) }),
    fc.record({ kind: fc.constant('all-met-in-theme' as const), theme: fc.integer({ min: 1, max: sizes.length }).map(String) }),
  )
  const tree: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    ),
  })).tree
  return fc.record({
    sizes: fc.constant(sizes),
    conditions: fc.array(tree, { minLength: 1, maxLength: 3 }),
    notApplicable: fc.constantFrom('unstated' as const, 'left-out' as const),
    ratings: fc.array(fc.constantFrom<Rating>('+', '+', '-', '-', '+', '-', 'nvt', null), { minLength: total, maxLength: total })
      .filter((ratings) => ratings.filter((rating) => rating === null || rating === 'nvt').length <= 5),
  })
})

test('on larger frameworks under any rule it says the same', { timeout: 60_000 }, () => {
  fc.assert(fc.property(situations, (situation) => {
    expect(engineSays(engine, situation)).toEqual(oracle(situation))
  }), { numRuns: 400 })
})

test('the first outcome that holds is the one, in the order of the framework', () => {
  const least = (count: number): Condition => ({ kind: 'at-least-met', count })
  const framework = smallFramework([3], [least(3), least(2)], 'unstated')
  const outcomes = [3, 2, 1].map((met) => outcomeOf(framework.rule, [{ theme: '1', met, notMet: 3 - met, unknown: 0 }]))
  expect(outcomes).toEqual(['first', 'second', 'otherwise'])
})

test('an outcome that the unknown could still deny is not reached', () => {
  const framework = smallFramework([3], [{ kind: 'at-least-met', count: 2 }], 'unstated')
  expect(outcomeOf(framework.rule, [{ theme: '1', met: 1, notMet: 1, unknown: 1 }])).toBe('otherwise')
})

test('a rule that asks too many themes to be wholly met gets no number of changes, rather than a wrong one or a long wait', () => {
  const themes = (many: number) => Array.from({ length: many }, () => 2)
  const whole = (index: number): Condition => ({ kind: 'all-met-in-theme', theme: String(index + 1) })
  const demanding = (many: number): Condition => ({ kind: 'all', of: themes(many).map((_, index) => whole(index)) })
  const fewest = (many: number) => sensitivityOf(smallFramework(themes(many), [demanding(many)], 'unstated'), () => '-').fewestChanges
  expect(fewest(MAX_THEMES)).toBe(2 * MAX_THEMES)
  expect(fewest(MAX_THEMES + 1)).toBeNull()
})

test('what is left out is in no tally, and leaves a theme of nothing else wholly met', () => {
  const framework = smallFramework([2, 1], [{ kind: 'all-met-in-theme', theme: '2' }], 'left-out')
  expect(talliesOf(framework, () => 'nvt')).toEqual([
    { theme: '1', met: 0, notMet: 0, unknown: 0 }, { theme: '2', met: 0, notMet: 0, unknown: 0 },
  ])
  expect(verdictOf(framework, () => 'nvt')).toMatchObject({ outcome: 'first', reasons: [] })
})
