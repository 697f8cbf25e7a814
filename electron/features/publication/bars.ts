import { adoptionBlockersOf } from '../../../shared/domain/framework-official.ts'
import { AdoptionBar, type Bar } from '../../../shared/domain/publication.ts'
import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import type { Context } from '../../context.ts'
import { gatesOf } from '../bundle/gates.ts'
import { findHandedOver } from '../bundle/repository.ts'
import { checkBlockersIn } from '../factual-check/repository.ts'
import { getFrameworkOf, getStateHash } from '../inspection/repository.ts'

/** What stands in the way of adopting the report of an inspection now: of what bars handing over also what came up since. */
export function barsOf(context: Context, inspection: string): Bar[] {
  const { db } = context
  const gates = new Map(gatesOf(context, inspection).map(({ code, count }) => [code as string, count]))
  const own = adoptionBlockersOf(getFrameworkOf(db, inspection).framework).length
  const checks = checkBlockersIn(db, inspection, dutchDayOf(context.now()))
  const waiting = (isRunning: boolean) => checks.filter(({ code }) => (code === 'check-running') === isRunning).reduce((sum, { ids }) => sum + ids.length, 0)
  const counts = new Map<AdoptionBar, number>([
    ['unsigned', newestSigned(context, inspection) === null ? 1 : 0], ['own-wording', own], ['open-remarks', waiting(false)], ['check-running', waiting(true)],
  ])
  return AdoptionBar.options.map((code) => ({ code, count: counts.get(code) ?? gates.get(code) ?? 0 })).filter(({ count }) => count > 0)
}

/** The hash of the manifest of the hand-over in which the inspection stands as it is now; null when it changed since, or was never handed over. */
export function newestSigned({ db }: Pick<Context, 'db'>, inspection: string): string | null {
  const handedOver = findHandedOver(db, inspection)
  return handedOver?.header.stateHash === getStateHash(db, inspection) ? handedOver.manifest : null
}
