import type { CutPage } from './commitment.ts'

type Fragments = CutPage['fragments']

/**
 * Where a fragment of one adopted page stands in another: at the same place among those that read the same. Null where that is not sure, for it reads otherwise, or there
 * are more or fewer of it, or something else stands before it.
 */
export function carriedBetween(here: Fragments, there: Fragments): (fragment: number) => number | null {
  const [keysHere, keysThere] = [here.map(keyOf), there.map(keyOf)]
  const [placesHere, placesThere] = [placesOf(keysHere), placesOf(keysThere)]
  return (fragment) => {
    const key = keysHere[fragment]!
    const [own, found] = [placesHere.get(key)!, placesThere.get(key) ?? []]
    const to = own.length === found.length ? found[own.indexOf(fragment)]! : null
    return to !== null && (own.length === 1 || keysHere[fragment - 1] === keysThere[to - 1]) ? to : null
  }
}

const keyOf = (pieces: readonly string[]) => pieces.join('\0')
const placesOf = (keys: readonly string[]) => Map.groupBy(keys.keys(), (place) => keys[place]!)
