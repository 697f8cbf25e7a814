import { kindsAmong, wantedKinds } from '../../../shared/domain/coverage.ts'
import { assessedOf, type Framework } from '../../../shared/domain/framework.ts'
import { roleTitleOf } from '../../../shared/domain/interview.ts'
import { sharedLabels, type SourceKind } from '../../../shared/domain/source.ts'
import { listAnswers } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { listActivities } from '../activity/repository.ts'
import { documentsOf, observationsOf } from '../document/gather.ts'
import { evidenceOf } from '../evidence/repository.ts'
import { filesOf } from '../file-review/gather.ts'
import { getFrameworkOf } from '../inspection/repository.ts'
import { listNotes } from '../interview/repository.ts'

export interface Quote {
  at: string | null
  text: string
}

/** One source, and by expectation the words in which it speaks to it; without words it can be linked all the same. */
export interface Gathered {
  id: string
  kind: SourceKind
  label: string | null
  title: string
  day: string | null
  quotes: ReadonlyMap<string, readonly Quote[]>
}
type Gatherer = (db: Db, inspection: string, framework: Framework) => Gathered[]

/** Where sources come from: one line for each feature that has some. */
const GATHERERS: readonly Gatherer[] = [interviewsOf, documentsOf, observationsOf, evidenceOf, filesOf]

/** All sources of an inspection with what they speak to, whether by their own words or because someone linked them. */
export function listSources(db: Db, inspection: string): Gathered[] {
  const { framework } = getFrameworkOf(db, inspection)
  const links = listLinks(db, inspection)
  return GATHERERS.flatMap((gather) => gather(db, inspection, framework)).map((source) => ({
    ...source,
    quotes: new Map([...(links.get(source.id) ?? []).map((expectation) => [expectation, []] as const), ...source.quotes]),
  }))
}

/** Per assessed expectation the kinds that speak to it and how many are asked for, and the expectations that none speaks to. */
export function getCoverage(db: Db, inspection: string) {
  const { framework } = getFrameworkOf(db, inspection)
  const sources = listSources(db, inspection)
  const expectations = assessedOf(framework).map(({ id: expectation }) => ({
    expectation, present: kindsAmong(sources.filter(({ quotes }) => quotes.has(expectation))), wanted: wantedKinds(framework, expectation),
  }))
  const without = expectations.filter(({ present }) => present.length === 0).map(({ expectation }) => expectation)
  return { sources, expectations, without, shared: sharedLabels(sources.flatMap(({ label }) => label ?? [])) }
}

/** By source the expectations that someone linked it to; of who adds and who takes away, who adds wins. */
export function listLinks(db: Db, inspection: string): Map<string, string[]> {
  const linked = listAnswers(db, inspection, 'link').filter(({ field, value }) => field === 'linked' && value === true)
  const parts = [...new Set(linked.map(({ entityId }) => entityId))].map((id) => id.split(/\/(.*)/s) as [string, string])
  return new Map([...Map.groupBy(parts, ([source]) => source)].map(([source, own]) => [source, own.map(([, expectation]) => expectation)]))
}

/** Talks that took place or were planned: each speaks by its notes. */
function interviewsOf(db: Db, inspection: string, framework: Framework): Gathered[] {
  const notes = Map.groupBy(listNotes(db, inspection, framework), ({ talk }) => talk)
  return listActivities(db, inspection)
    .filter(({ fields: { kind, state } }) => kind.value === 'interview' && state.value !== 'cancelled')
    .map(({ id, fields: { label, role, day } }) => {
      const said = (notes.get(id) ?? []).flatMap(({ tags, when, text }) =>
        text.value === null ? [] : tags.map((expectation) => ({ expectation, quote: { at: when, text: text.value! } })))
      const quotes = new Map([...Map.groupBy(said, ({ expectation }) => expectation)].map(([expectation, own]) => [expectation, own.map(({ quote }) => quote)]))
      return { id, kind: 'interview', label: label.value, title: roleTitleOf(framework, role.value ?? ''), day: day.value, quotes }
    })
}
