import type { Criterion, Expectation, Framework } from './framework.ts'
import { keyOf, limbsIn, type Measure } from './rule.ts'
import { type RatingOf, seenOf } from './verdict.ts'

/**
 * The expectations, by id, that no smaller part named by the rule holds: to the rule they are all alike. `above` is the place in the list of
 * the part around this one. The whole comes first and has none (-1); each part comes after the one around it.
 */
export interface Part {
  key: string
  above: number
  met: string[]
  notMet: string[]
  unknown: string[]
}

/** A framework and what was rated in it, cut up along the parts that its rule names. What is left out is in no part. */
export function partsOf(framework: Framework, ratingOf: RatingOf): Part[] {
  const named = new Set(limbsIn(framework.rule).flatMap((limb) => (limb.kind === 'fact' ? [] : [keyOf(limb.within)])))
  const parts: Part[] = []
  const add = (key: string, above: number) => parts.push({ key, above, met: [], notMet: [], unknown: [] }) - 1
  const put = (expectation: Expectation, place: number) => {
    const seen = seenOf(framework, expectation, ratingOf)
    if (seen !== 'out') parts[place]![seen].push(expectation.id)
  }
  const visit = ({ expectations = [], criteria = [] }: Partial<Criterion>, key: string, above: number) => {
    const place = named.has(key) ? add(key, above) : above
    for (const expectation of expectations) put(expectation, place)
    for (const criterion of criteria) visit(criterion, keyOf({ criterion: criterion.id }), place)
  }
  const whole = add(keyOf(null), -1)
  for (const theme of framework.themes) visit(theme, keyOf({ theme: theme.id }), whole)
  return parts
}

/** Per part a sum over its own and all that is within it. */
export function totalsOf<P extends Pick<Part, 'above'>>(parts: readonly P[], own: (part: P, place: number) => number): number[] {
  const totals = parts.map(own)
  for (let place = parts.length - 1; place > 0; place--) totals[parts[place]!.above]! += totals[place]!
  return totals
}

/** Where in the list of parts a measure looks. */
export function placesIn(parts: readonly Part[]): (measure: Measure) => number {
  const places = new Map(parts.map(({ key }, place) => [key, place]))
  const known = new Map<Measure, number>()
  return (measure) => {
    const place = known.get(measure) ?? places.get(keyOf(measure.within))!
    known.set(measure, place)
    return place
  }
}
