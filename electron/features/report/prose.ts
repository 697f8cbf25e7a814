import { addDays } from '../../../shared/domain/calendar.ts'
import type { ChangeId } from '../../../shared/domain/change.ts'
import type { Edit } from '../../../shared/domain/entity.ts'
import { assertAllowed } from '../../../shared/domain/guard.ts'
import { proseHits } from '../../../shared/domain/prose-check.ts'
import type { AnsweredHit, ProseData, ProseHit } from '../../../shared/domain/prose.ts'
import type { Report } from '../../../shared/domain/report.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { verdictOf } from '../../../shared/domain/verdict.ts'
import { appError } from '../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { getEntry, listHeadsOf, record } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { findEarlier } from '../comparison/repository.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { listOrganisations } from '../organisation/repository.ts'
import { currentPage } from './current.ts'
import { answeredHits, proseAnswerIdOf } from './prose-answer.ts'
import { textsOnPage } from './texts-on-page.ts'

/** Where a text on the page says something else than what was recorded. */
export const listProseHits = (db: Db, inspection: string, language: ReportLanguage): AnsweredHit[] =>
  findHits(db, inspection, language).hits.map(({ change: _seen, ...hit }) => hit)

function findHits(db: Db, inspection: string, language: ReportLanguage) {
  const { report, page } = currentPage(db, inspection, language)
  const texts = textsOnPage(page)
  return { texts, hits: answeredHits(db, inspection, proseHits(texts, dataOf(db, report, language)), texts) }
}

type Asked = Pick<ProseHit, 'of' | 'kind' | 'start'>

/** Records that the sentence of a hit is right, under the change in which it is seen; or takes that back. Errors: `not-found`. */
export function answerProse(context: Context, inspection: string, language: ReportLanguage, asked: Asked, right: boolean): { savedAt: string } {
  const { db } = context
  const { texts, hits } = findHits(db, inspection, language)
  const hit = hits.find(({ of, kind, start }) => of === asked.of && kind === asked.kind && start === asked.start)
  if (!hit) throw appError('not-found', { what: 'sentence', id: asked.of })
  const change = hit.change ?? headOf(db, inspection, hit.of)
  const { text } = texts.find(({ of }) => of === hit.of)!
  const place = { entity: 'proseAnswer', entityId: proseAnswerIdOf(inspection, getEntry(db, change).content!.salt, hit, text), field: 'right' } as const
  const edit: Edit = { ...place, kind: 'set', value: right ? change : null, reason: null, seen: listHeadsOf(db, { inspection, ...place }).map(({ id }) => id) }
  assertAllowed(getFrameworkOf(db, inspection).framework, { inspection, ...edit })
  return record(context, inspection, [edit])
}

/** The change that says what a text says, of several the first. */
function headOf(db: Db, inspection: string, of: string): ChangeId {
  const [first, last] = [of.indexOf(':'), of.lastIndexOf(':')]
  const place = { inspection, entity: of.slice(0, first), entityId: of.slice(first + 1, last), field: of.slice(last + 1) }
  return listHeadsOf(db, place).find(({ content }) => typeof content?.value === 'string')!.id
}

function dataOf(db: Db, report: Report, language: ReportLanguage): ProseData {
  const { inspection, round, organisation, work, points } = report
  const earlier = findEarlier(db, inspection)
  const { sample, replacement, targeted } = work.files
  return {
    inspection, language,
    now: { ...round, outcome: verdictOf(round.framework, round).outcome, days: daysOf(report) },
    then: earlier && { ...earlier.round, outcome: earlier.outcome, days: earlier.firstDay === null ? [] : [earlier.firstDay] },
    points: points.map(({ expectations }) => expectations),
    organisation: organisation?.name ?? null,
    others: listOrganisations(db).filter(({ id }) => id !== organisation?.id).map(({ name }) => name),
    talks: work.activities.filter(({ kind, state }) => kind === 'interview' && state === 'done').length,
    files: { read: sample + replacement + targeted, sample },
    documents: work.documents,
  }
}

/** No visit lasts longer, so that a slip in a year does not make a list of days without end. */
const MOST_DAYS = 400

function daysOf({ fields: { firstDay, lastDay }, work }: Report): string[] {
  const visited = work.visits.flatMap(({ day }) => day ?? [])
  if (firstDay.value === null) return visited
  const days = [firstDay.value]
  while (lastDay.value !== null && days.at(-1)! < lastDay.value && days.length < MOST_DAYS) days.push(addDays(days.at(-1)!, 1))
  return [...days, ...visited]
}
