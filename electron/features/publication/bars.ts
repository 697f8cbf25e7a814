import { listedOf } from '../../../shared/domain/framework.ts'
import { AdoptionBar, type Bar } from '../../../shared/domain/publication.ts'
import type { Context } from '../../context.ts'
import { gatesOf } from '../bundle/gates.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { getFrameworkOf, getStateHash } from '../inspection/repository.ts'

/** What stands in the way of adopting the report of an inspection on a day: of what bars handing over also what came up since. */
export function barsOf(context: Context, inspection: string): Bar[] {
  const { db } = context
  const gates = new Map(gatesOf(context, inspection).map(({ code, count }) => [code as string, count]))
  const own = listedOf(getFrameworkOf(db, inspection).framework).filter(({ wording }) => wording !== 'official').length
  const counts = new Map<AdoptionBar, number>([['unsigned', newestSigned(context, inspection) === null ? 1 : 0], ['own-wording', own]])
  return AdoptionBar.options.map((code) => ({ code, count: counts.get(code) ?? gates.get(code) ?? 0 })).filter(({ count }) => count > 0)
}

/** The hash of the manifest of the hand-over in which the inspection stands as it is now; null when it changed since, or was never handed over. */
export function newestSigned({ db }: Pick<Context, 'db'>, inspection: string): string | null {
  const handedOver = findHandedOver(db, inspection)
  return handedOver?.header.stateHash === getStateHash(db, inspection) ? handedOver.manifest : null
}
