import { dutchDayOf } from '../../../shared/domain/dutch-day.ts'
import { statesOf } from '../../../shared/domain/entity.ts'
import type { ClosingCode } from '../../../shared/domain/visit.ts'
import { listHeads } from '../../db/change-log.ts'
import type { Context } from '../../context.ts'
import { listBundles } from '../bundle/repository.ts'
import { listBackups } from '../doctor/backup.ts'
import { getFrameworkOf, listDifferences } from '../inspection/repository.ts'
import { type ListedNote, listNotes } from '../interview/repository.ts'
import { listPictures } from '../privacy/picture.ts'
import { listPrivileged } from '../privacy/privilege.ts'
import { listUnanswered } from '../privacy/repository.ts'
import { getCoverage } from '../source/repository.ts'
import { getVisit, listOpenDangers } from './repository.ts'

/** What is left to do at the end of a day, each with what it is about; nought is done. */
export function closingOf(context: Context, inspection: string, visit: string) {
  const { db, path } = context
  const day = getVisit(db, inspection, visit).day.value ?? ''
  const lastExchange = listBundles(db, inspection).find(({ header }) => header.purpose !== 'preparation')?.at ?? null
  const lastBackup = momentOf(listBackups(path)[0]?.name)
  const since = (moment: string | null) => (moment !== null && dutchDayOf(moment) >= day ? [] : [day])
  const left: [ClosingCode, string[]][] = [
    ['danger-open', listOpenDangers(db, inspection).map(({ id }) => id)],
    ['notes-unassigned', listLoose(context, inspection).map(({ id }) => id)],
    ['without-source', judgedWithoutSource(context, inspection, day)],
    ['privacy-open', privacyOpen(context, inspection)],
    ['differences', listDifferences(db, inspection).map(({ entity, entityId, field }) => `${entity}/${entityId}/${field}`)],
    ['exchange-missing', since(lastExchange)],
    ['backup-missing', since(lastBackup)],
  ]
  return { left: left.map(([code, items]) => ({ code, count: items.length, items })), lastExchange, lastBackup }
}

/** What asks for an answer before anything is handed over: texts, pictures, and that on which privilege rests. */
function privacyOpen(context: Context, inspection: string): string[] {
  return [
    ...listUnanswered(context, inspection).map(({ entry }) => entry.id), ...listPictures(context, inspection).map(({ id }) => id),
    ...listPrivileged(context.db, inspection).map(({ entityId }) => entityId),
  ]
}

/** The notes that speak to nothing yet. */
export function listLoose({ db }: Pick<Context, 'db'>, inspection: string): ListedNote[] {
  const { framework } = getFrameworkOf(db, inspection)
  return listNotes(db, inspection, framework).filter(({ tags, expectations, text }) => tags.length === 0 && !expectations.different && text.value !== null)
}

/** The expectations that were rated on a day, by the clock of the Netherlands, and to which no source speaks. */
function judgedWithoutSource({ db }: Context, inspection: string, day: string): string[] {
  const heads = listHeads(db, inspection, 'finding').filter(({ field }) => field === 'rating')
  const stateOf = statesOf('finding', heads)
  const today = new Set(heads.filter(({ at }) => dutchDayOf(at) === day).map(({ entityId }) => entityId))
  return getCoverage(db, inspection).without.filter((id) => today.has(id) && stateOf(id).rating.value !== null)
}

/** When a backup was made, which its name tells: `2016-05-20T16-03-22-120Z.db`. */
function momentOf(name: string | undefined): string | null {
  return name === undefined ? null : name.replace('.db', '').replace(/T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z$/, 'T$1:$2:$3.$4Z')
}
