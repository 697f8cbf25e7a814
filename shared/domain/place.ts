/** One of a list, with the path to it. */
export interface Placed<T> {
  one: T
  where: string
}

export const placed = <T>(list: readonly T[], where: string): Placed<T>[] => list.map((one, index) => ({ one, where: `${where}[${index}]` }))

export const eachOf = <K extends string>(list: readonly Placed<Record<K, string>>[], key: K): Placed<string>[] =>
  list.map(({ one, where }) => ({ one: one[key], where: `${where}.${key}` }))

export function* duplicatesOf(list: readonly Placed<string>[]): Generator<{ where: string; what: 'duplicate' }> {
  const known = new Set<string>()
  for (const { one, where } of list) {
    if (known.has(one)) yield { where, what: 'duplicate' }
    known.add(one)
  }
}
