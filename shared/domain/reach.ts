import { answersToTry, type FactAnswer } from './fact.ts'
import { type Part, placesIn, totalsOf } from './part.ts'
import { type DecisionRule, limbsIn, possibleIn, type View } from './rule.ts'
import type { FactOf } from './verdict.ts'

/** The places of the outcomes that what is unknown may still come to. When not `exact`, some of them may be out of reach after all. */
export interface Reach {
  places: number[]
  exact: boolean
}

/** How many of the unknown of each part become met, and not met, from the least to the most; and the answers to facts that are tried. */
interface Box {
  met: readonly Span[]
  notMet: readonly Span[]
  answers: ReadonlyMap<string, FactAnswer>
}
type Span = readonly [least: number, most: number]

interface Question {
  rule: DecisionRule
  parts: readonly Part[]
  factOf: FactOf
  /** Whether what is unknown may also turn out to be left out of the count. */
  mayBeLeftOut: boolean
  /** How many boxes may be looked at. */
  steps: number
}

/**
 * Cuts all that may become of the unknown into boxes (branch and bound): a box of which only one outcome can come is settled, any other is cut
 * in two. A rule in which more met is never worse is settled by the first box and its corners.
 */
export function reachOf(question: Question): Reach {
  const { rule, parts } = question
  const found = new Set<number>()
  const maybe = new Set<number>()
  const lookAt = viewsOf(question)
  const boxes = [boxOf(parts, question.mayBeLeftOut)]
  for (let step = 0; boxes.length > 0; step++) {
    const box = boxes.pop()!
    const possible = possibleIn(rule, lookAt(box)).filter((place) => !found.has(place))
    if (possible.length === 0) continue
    if (step > question.steps) possible.forEach((place) => maybe.add(place))
    else boxes.push(...halvesOf(question, box))
    for (const corner of cornersOf(question, box)) {
      const [first, ...others] = possibleIn(rule, lookAt(corner))
      if (others.length === 0) found.add(first!)
    }
  }
  return { places: [...new Set([...found, ...maybe])].sort((a, b) => a - b), exact: [...maybe].every((place) => found.has(place)) }
}

function boxOf(parts: readonly Part[], mayBeLeftOut: boolean): Box {
  const spans = parts.map(({ unknown }): Span => [0, unknown.length])
  return tightened(parts, mayBeLeftOut, { met: spans, notMet: spans, answers: new Map() })!
}

/** What the rule sees of a box: of each part between which figures it ends. */
function viewsOf({ parts, factOf }: Question): (box: Box) => View {
  const placeOf = placesIn(parts)
  const [met, notMet] = [totalsOf(parts, (part) => part.met.length), totalsOf(parts, (part) => part.notMet.length)]
  return (box) => {
    const sums = ([box.met, box.notMet] as const).map((spans) => [0, 1].map((end) => totalsOf(parts, (_, place) => spans[place]![end]!)))
    return {
      rangeOf: (measure) => {
        const place = placeOf(measure)
        const span = (known: number, [least, most]: number[][]): Span => [known + least![place]!, known + most![place]!]
        return { met: span(met[place]!, sums[0]!), notMet: span(notMet[place]!, sums[1]!) }
      },
      factOf: (fact) => factOf(fact) ?? box.answers.get(fact) ?? null,
    }
  }
}

/** The two ends of a box, and the least of both where the rest may be left out. */
function cornersOf({ mayBeLeftOut }: Question, { met, notMet, answers }: Box): Box[] {
  const [least, most] = [(spans: readonly Span[]) => spans.map(([low]): Span => [low, low]), (spans: readonly Span[]) => spans.map(([, high]): Span => [high, high])]
  const ends = [{ met: most(met), notMet: least(notMet), answers }, { met: least(met), notMet: most(notMet), answers }]
  return mayBeLeftOut ? [...ends, { met: least(met), notMet: least(notMet), answers }] : ends
}

/** First by what a fact may be, then the widest span in two. */
function halvesOf({ rule, parts, factOf, mayBeLeftOut }: Question, box: Box): Box[] {
  const conditions = limbsIn(rule).flatMap((limb) => (limb.kind === 'fact' ? [limb] : []))
  const open = conditions.find(({ fact }) => factOf(fact) === null && !box.answers.has(fact))
  if (open) {
    const fact = rule.facts.find(({ id }) => id === open.fact)!
    return answersToTry(fact, conditions.filter((one) => one.fact === fact.id)).map((answer) => ({ ...box, answers: new Map([...box.answers, [fact.id, answer]]) }))
  }
  const sides = (['met', 'notMet'] as const).flatMap((side) => box[side].map(([least, most], place) => ({ side, place, least, most })))
  const { side, place, least, most } = sides.reduce((widest, one) => (one.most - one.least > widest.most - widest.least ? one : widest))
  if (least === most) return []
  const middle = Math.floor((least + most) / 2)
  const halves = ([[least, middle], [middle + 1, most]] as const).map((span) => ({ ...box, [side]: box[side].with(place, span) }))
  return halves.flatMap((half) => tightened(parts, mayBeLeftOut, half) ?? [])
}

/** Keeps of a box what can be: met and not met together are no more than what is unknown, and all of it if none may be left out. */
function tightened(parts: readonly Part[], mayBeLeftOut: boolean, box: Box): Box | null {
  const fit = (spans: readonly Span[], others: readonly Span[]) => spans.map(([least, most], place): Span => {
    const { length } = parts[place]!.unknown
    const [othersLeast, othersMost] = others[place]!
    return [mayBeLeftOut ? least : Math.max(least, length - othersMost), Math.min(most, length - othersLeast)]
  })
  const met = fit(box.met, box.notMet)
  const notMet = fit(box.notMet, met)
  return [...met, ...notMet].some(([least, most]) => least > most) ? null : { ...box, met, notMet }
}
