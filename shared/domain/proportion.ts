import { z } from 'zod'

/** Between which two shares (0 to 1) a share lies with a given confidence. */
export const Interval = z.strictObject({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) })
export type Interval = z.infer<typeof Interval>

/** One half of what a confidence of 95 % leaves out. */
const TAIL = 0.025
/** Halving the unit interval so often leaves nothing of it in a double. */
const HALVINGS = 60

/**
 * The exact two-sided interval of 95 % for a share of which `count` of `n` were seen, with 0 ≤ count ≤ n and n > 0: C. J. Clopper and
 * E. S. Pearson, Biometrika 26 (1934) 404–413. It takes the population as large, so for a sample of a small one it is too wide, never too narrow.
 */
export function intervalOf(count: number, n: number): Interval {
  const atMost = binomialOf(n)
  return {
    low: count === 0 ? 0 : crossing((share) => 1 - atMost(count - 1, share) < TAIL),
    high: count === n ? 1 : crossing((share) => atMost(count, share) > TAIL),
  }
}

/** Where a condition that holds for small shares ceases to. */
function crossing(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The chance of at most `count` of `n`, in logarithms because the coefficients outgrow a double. */
function binomialOf(n: number): (count: number, share: number) => number {
  const coefficients = [0]
  for (let i = 1; i <= n; i++) coefficients.push(coefficients[i - 1]! + Math.log(n - i + 1) - Math.log(i))
  return (count, share) => {
    let sum = 0
    for (let i = 0; i <= count; i++) sum += Math.exp(coefficients[i]! + i * Math.log(share) + (n - i) * Math.log1p(-share))
    return sum
  }
}
