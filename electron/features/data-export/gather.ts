import { comparisonOf } from '../../../shared/domain/comparison.ts'
import { DATA_FORMAT, type DataExport, type ExportedExpectation } from '../../../shared/domain/data-export.ts'
import type { State } from '../../../shared/domain/entity.ts'
import { criteriaBelow, criteriaOf, expectationsBelow, type Framework, gradeOf, judgementOf, listedOf } from '../../../shared/domain/framework.ts'
import type { MeasureDays } from '../../../shared/domain/improvement.ts'
import { countsOf, isPending, standingOf, verdictOf } from '../../../shared/domain/verdict.ts'
import { recordedAtOf } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { statusOf } from '../bundle/repository.ts'
import { findEarlier } from '../comparison/repository.ts'
import { getRollUp } from '../file-review/repository.ts'
import { listPoints, listReportedMeasures } from '../improvement/repository.ts'
import { codeIn, getFrameworkOf, getInspection, getRound, getStateHash, listDifferences, listReadings } from '../inspection/repository.ts'
import { getOrganisation } from '../organisation/repository.ts'
import { type Gathered, listSources } from '../source/repository.ts'

/** Gathers what leaves of an inspection as data; the same wherever the same is known. */
export function exportOf(db: Db, inspection: string): DataExport {
  const fields = getInspection(db, inspection)
  const { hash, framework } = getFrameworkOf(db, inspection)
  const round = getRound(db, inspection)
  const stateHash = getStateHash(db, inspection)
  const earlier = findEarlier(db, inspection)
  const { outcome, reasons, ...counts } = verdictOf(framework, round)
  const sources = listSources(db, inspection)
  const points = listPoints(db, inspection)
  const compared = earlier && comparisonOf(earlier.round, round)
  return {
    format: DATA_FORMAT, inspection, stateHash, recordedAt: recordedAtOf(db, inspection),
    ...aboutOf(db, fields),
    framework: { id: framework.id, version: framework.version, hash, title: framework.title },
    status: statusOf(db, inspection, stateHash),
    counts,
    // while it is open, how far the threshold is stays unsaid
    verdict: { outcome, label: framework.rule.outcomes.find(({ code }) => code === outcome)?.label ?? null, reasons: outcome === 'open' ? reasons.filter(isPending) : reasons },
    differences: listDifferences(db, inspection).length,
    themes: framework.themes.map(({ id, number, title }) => ({ id, number, title })),
    criteria: criteriaIn(db, inspection, { framework, round, before: new Map(compared?.criteria.map((row) => [row.criterion, row.before])) }),
    expectations: expectationsIn(db, inspection, {
      framework, round, sources, points, compared: new Map(compared?.expectations.flatMap((row) => (row.in === 'both' ? [[row.expectation, row] as const] : []))),
    }),
    improvements: points.map(({ id, fields: { label, title, text, urgency, state }, establishedOn, expectations, measures }) => ({
      id, label: label.value, title: title.value, text: text.value, urgency: urgency.value ?? 'normal', state: state.value, establishedOn, expectations, measures,
    })),
    measures: listReportedMeasures(db, inspection, null).map(({ id, fields: { label, what, owner }, days }) => ({
      id, label: label.value, what: what.value, owner: owner.value, ...days, standing: settledStanding(days),
    })),
    sources: sources.map(({ id, kind, label, day, quotes }) => ({ id, kind, label, day, expectations: [...quotes.keys()].sort() })),
    files: filesIn(db, inspection, framework),
  }
}

type Round = ReturnType<typeof getRound>

function aboutOf(db: Db, { organisation, kind, firstDay, lastDay, announced, earlier, takenFrom }: State<'inspection'>) {
  const known = organisation.value === null ? null : getOrganisation(db, organisation.value)
  return {
    organisation: known && { id: known.id, name: known.name, kind: known.kind, region: known.region },
    kind: kind.value, firstDay: firstDay.value, lastDay: lastDay.value, announced: announced.value, earlier: earlier.value, takenFrom: takenFrom.value,
  }
}

function criteriaIn(db: Db, inspection: string, { framework, round, before }: { framework: Framework; round: Round; before: ReadonlyMap<string, string | null> }): DataExport['criteria'] {
  const substantiationOf = codeIn(listReadings(db, inspection, 'appraisal', 'now'))
  const themeOf = new Map(framework.themes.flatMap((theme) => criteriaBelow(theme).map(({ id }) => [id, theme.id] as const)))
  return criteriaOf(framework).map((criterion) => {
    const { id, number, title } = criterion
    const below = expectationsBelow(criterion)
    const { met, assessed } = countsOf(framework, round.ratingOf, below)
    const judgement = judgementOf(framework, round.judgementOf(id))
    return {
      id, number, title, theme: themeOf.get(id)!, met, assessed,
      judgement: judgement ? { code: judgement.code, label: judgement.label } : null, earlier: before.get(id) ?? null, substantiation: substantiationOf(id),
    }
  })
}

interface About {
  framework: Framework
  round: Round
  sources: readonly Gathered[]
  points: ReturnType<typeof listPoints>
  compared: ReadonlyMap<string, ReturnType<typeof comparisonOf>['expectations'][number]>
}

function expectationsIn(db: Db, inspection: string, { framework, round, sources, points, compared }: About): ExportedExpectation[] {
  const [ratings, texts] = [listReadings(db, inspection, 'finding', 'rating'), listReadings(db, inspection, 'finding', 'rationale')]
  const rationaleOf = codeIn(texts)
  const speaking = speakingIn(sources)
  const concerning = Map.groupBy(points.flatMap(({ id, expectations }) => expectations.map((expectation) => ({ id, expectation }))), ({ expectation }) => expectation)
  return listedOf(framework).map((expectation) => {
    const { id, number, theme, criterion, statement, wording, assessed, legal } = expectation
    const grade = assessed ? gradeOf(framework, round.ratingOf(id)) : undefined
    const row = compared.get(id)
    return {
      id, number, theme, criterion, statement, wording, assessed, legal,
      standing: standingOf(framework, expectation, round.ratingOf),
      rating: grade ? { code: grade.code, label: grade.label, counts: grade.counts, met: grade.met } : null,
      rationale: rationaleOf(id),
      different: ratings.get(id)?.different === true || texts.get(id)?.different === true,
      sources: speaking.get(id) ?? NONE_SPEAKS,
      earlier: row ? { code: row.before, development: row.development, changedText: row.changedText } : null,
      improvements: (concerning.get(id) ?? []).map(({ id }) => id),
    }
  })
}

const NONE_SPEAKS: ExportedExpectation['sources'] = { interview: 0, file: 0, document: 0, observation: 0 }

/** By expectation how many sources of each kind speak to it; none that nothing speaks to. */
function speakingIn(sources: readonly Gathered[]): ReadonlyMap<string, ExportedExpectation['sources']> {
  const counts = new Map<string, ExportedExpectation['sources']>()
  for (const { kind, quotes } of sources) {
    for (const expectation of quotes.keys()) {
      const count = counts.get(expectation) ?? { ...NONE_SPEAKS }
      count[kind]++
      counts.set(expectation, count)
    }
  }
  return counts
}

/** What a measure is on every day to come; what depends on the day of looking is left unsaid, so that the same data stay the same bytes. */
function settledStanding(days: MeasureDays): 'established' | 'claimed' | null {
  return days.establishedOn !== null ? 'established' : days.claimedOn !== null ? 'claimed' : null
}

function filesIn(db: Db, inspection: string, { fieldwork }: Framework): DataExport['files'] {
  const whole = getRollUp(db, inspection)
  if (!whole) return null
  const labels = new Map([...fieldwork!.terms, ...fieldwork!.fileFields].map(({ id, label }) => [id, label]))
  const { n, terms, fields } = whole.sample
  return {
    referenceDate: whole.referenceDate, n,
    terms: terms.map((term) => ({ ...term, label: labels.get(term.term) ?? term.term })),
    fields: fields.map((field) => ({ ...field, label: labels.get(field.field) ?? field.field })),
  }
}
