import type { Arrival } from '../../../shared/api/bundle.ts'
import type { Context } from '../../context.ts'
import { listVersionTwins } from '../framework/repository.ts'
import { listTeam } from '../inspection/repository.ts'
import type { Read } from './arrive.ts'
import { gatesOf } from './gates.ts'
import { isOfTeam } from './history.ts'

type Warning = Arrival['warnings'][number]

/** The gates that the record itself tells of; the others ask whether one is enrolled and has the files at hand. */
const TOLD: ReadonlySet<Warning['code']> = new Set([
  'differences', 'unchecked-parts', 'open-expectations', 'danger-open', 'open-criteria', 'open-facts', 'privacy-hits', 'privileged', 'missing-rationales',
])
const DAY = 86_400_000

/** What to know of a bundle that was taken over just now: the office looks again at what the field should have settled before handing over. */
export function warningsOf(context: Context, { header, bundle, records }: Read): Warning[] {
  const { db, keys, now } = context
  const { purpose, inspectionId: inspection, framework } = header
  const tomorrow = new Date(Date.parse(now()) + DAY).toISOString()
  const team = listTeam(db, inspection).flatMap(({ member }) => (member.value ? [member.value.name] : []))
  const found: [Warning['code'], string[]][] = [
    ['framework-differs', listVersionTwins(db, framework.sha256)],
    ['not-in-team', bundle.signers.filter(({ role, name }) => role === 'inspector' && !isOfTeam(team, name)).map(({ name }) => name)],
    ['clock-ahead', records.entries.filter(({ at }) => at > tomorrow).map(({ id }) => id)],
  ]
  const own = found.filter(([, items]) => items.length > 0).map(([code, items]) => ({ code, count: items.length, items: items.slice(0, 20) }))
  if (purpose !== 'handover' || keys.role !== 'office') return own
  const gates = gatesOf(context, inspection).filter(({ code }) => TOLD.has(code))
  return [...gates.map(({ code, count, items }) => ({ code, count, items: items.slice(0, 20) })), ...own]
}
