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

/** A bundle that a device wrote down that it made, by its id. */
export interface Made {
  readonly bundle: string
  readonly what: 'preparation' | 'exchange' | 'handover' | 'proposal'
}

/**
 * What the numbers that lack were, as far as the device's own chain (`made`, in order) tells: between two bundles that are here it must tell of as many as lack, for a file
 * that was never finished stands in it too and its number was used again.
 */
export function explained(missing: readonly number[], arrived: readonly { sequence: number; bundle: string }[], made: readonly Made[]): (Made['what'] | null)[] {
  const placeOf = (sequence: number) => made.findIndex(({ bundle }) => arrived.some((one) => one.sequence === sequence && one.bundle === bundle))
  return missing.map((number) => {
    const before = arrived.findLast(({ sequence }) => sequence < number)?.sequence ?? 0
    const after = arrived.find(({ sequence }) => sequence > number)!.sequence
    const [from, to] = [before === 0 ? -1 : placeOf(before), placeOf(after)]
    const isKnown = to >= 0 && (before === 0 || from >= 0) && to - from === after - before
    return isKnown ? made[from + number - before]!.what : null
  })
}
