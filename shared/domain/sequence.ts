/** The numbers that lack below the highest that came in, ascending: 3 where 1, 2 and 4 are here. */
export function missingIn(arrived: readonly number[]): number[] {
  const here = new Set(arrived)
  const highest = arrived.reduce((most, one) => Math.max(most, one), 0)
  return Array.from({ length: highest }, (_, index) => index + 1).filter((number) => !here.has(number))
}

/** A bundle as far as its place in the chain goes: its number, and after which one it was written. */
export interface Link {
  readonly manifest: string
  readonly sequence: number
  readonly previous: string | null
}

/** Whether two bundles of one device cannot both belong to one chain: the same number twice, or one that follows another than stands before it. */
export function clash(one: Link, other: Link): boolean {
  if (one.manifest === other.manifest) return false
  const [first, second] = one.sequence <= other.sequence ? [one, other] : [other, one]
  const isNext = second.sequence === first.sequence + 1
  return first.sequence === second.sequence || isNext !== (second.previous === first.manifest)
}
