import { addDays } from '../../../shared/domain/calendar.ts'
import { proseHits } from '../../../shared/domain/prose-check.ts'
import type { ProseData, ProseHit } from '../../../shared/domain/prose.ts'
import type { Report } from '../../../shared/domain/report.ts'
import type { ReportLanguage } from '../../../shared/domain/report-text.ts'
import { verdictOf } from '../../../shared/domain/verdict.ts'
import type { Db } from '../../db/open.ts'
import { findEarlier } from '../comparison/repository.ts'
import { listOrganisations } from '../organisation/repository.ts'
import { currentPage } from './current.ts'
import { textsOnPage } from './texts-on-page.ts'

/** Where a text on the page says something else than what was recorded. */
export function listProseHits(db: Db, inspection: string, language: ReportLanguage): ProseHit[] {
  const { report, page } = currentPage(db, inspection, language)
  return proseHits(textsOnPage(page), dataOf(db, report, language))
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
