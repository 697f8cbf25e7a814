import type { RollUp } from './roll-up.ts'

/**
 * The terms of an expectation that a rating goes against: met although the whole interval lies below the target, or not met although it
 * lies above it for every term. It asks for a second look and changes nothing; where the files leave it open there is nothing to say.
 */
export function againstRollUp(met: boolean, { terms }: Pick<RollUp, 'terms'>): string[] {
  const told = terms.filter(({ share }) => share?.against != null)
  const side = met ? 'below' : 'above'
  const other = told.filter(({ share }) => share!.against === side)
  return met || other.length === told.length ? other.map(({ term }) => term) : []
}
