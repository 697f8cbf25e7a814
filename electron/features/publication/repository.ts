import { type Calendar, calendarOf } from '../../../shared/domain/calendar.ts'
import { type State, statesOf } from '../../../shared/domain/entity.ts'
import type { Field } from '../../../shared/domain/field.ts'
import { inTimeOrder } from '../../../shared/domain/publication-day.ts'
import { OwnRules, type TermRule } from '../../../shared/domain/publication-term.ts'
import type { Notice, RecordedStep, Step } from '../../../shared/domain/publication.ts'
import { appError } from '../../../shared/errors.ts'
import { listHeads, listHeadsOfEntity } from '../../db/change-log.ts'
import type { Db } from '../../db/open.ts'
import { sql } from '../../db/statement.ts'
import { getHolidays } from '../holiday/repository.ts'
import { getInspection } from '../inspection/repository.ts'

/** The log in which publication is recorded: the supervision file of the organisation. */
export function dossierOf(db: Db, inspection: string): string {
  const organisation = getInspection(db, inspection).organisation.value
  if (organisation === null) throw appError('not-found', { what: 'organisation', id: inspection })
  return organisation
}

/** The days that count in this workspace. */
export const calendarIn = (db: Db): Calendar => calendarOf(getHolidays(db))

export interface ListedStep {
  id: string
  step: Field<Step>
}
export interface ListedNotice {
  id: string
  notice: Field<Notice>
  done: Field<string>
}

/** Everything that was recorded on the way of reports in one supervision file, by the inspection that they are of. */
export function listAllSteps(db: Db, dossier: string): Map<string, ListedStep[]> {
  const heads = listHeads(db, dossier, 'publicationStep')
  const stateOf = statesOf('publicationStep', heads)
  const all = [...new Set(heads.map(({ entityId }) => entityId))].map((id) => ({ id, step: stateOf(id).step }))
  return Map.groupBy(all.filter(({ step }) => step.heads.some(({ value }) => value !== null)), ({ step }) => step.heads.find(({ value }) => value !== null)!.value!.inspection)
}

/** The steps of one report, by day and then as they were recorded. */
export function listSteps(db: Db, inspection: string): ListedStep[] {
  const steps = listAllSteps(db, dossierOf(db, inspection)).get(inspection) ?? []
  const keyOf = ({ id, step }: ListedStep) => `${step.heads[0]!.value?.day ?? ''} ${step.heads[0]!.at} ${id}`
  return steps.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

/** The steps on which all agree. */
export const recordedIn = (steps: readonly ListedStep[]): RecordedStep[] =>
  steps.flatMap(({ id, step }) => (step.value ? [{ id, at: step.heads[0]!.at, step: step.value }] : []))

export const getPublication = (db: Db, inspection: string): State<'publication'> =>
  statesOf('publication', listHeadsOfEntity(db, dossierOf(db, inspection), 'publication', inspection))(inspection)

/** Whom to tell when, by time; who was taken off the list is left out. */
export function listNotices(db: Db, inspection: string): ListedNotice[] {
  const heads = listHeads(db, dossierOf(db, inspection), 'publicationNotice')
  const stateOf = statesOf('publicationNotice', heads)
  const listed = [...new Set(heads.map(({ entityId }) => entityId))].flatMap((id) => {
    const [state, first] = [stateOf(id), stateOf(id).notice.heads.find(({ value }) => value !== null)]
    return first?.value?.inspection === inspection ? [{ id, ...state, first: first.value }] : []
  })
  return inTimeOrder(listed.map((one) => ({ ...one, field: one.notice, notice: one.first }))).map(({ id, field, done }) => ({ id, notice: field, done }))
}

/** The terms that this workspace sets itself. */
export function getOwnRules(db: Db): TermRule[] {
  const row = sql<[], { body: string }>(db, 'SELECT body FROM publication_rules').get()
  return row ? OwnRules.parse(JSON.parse(row.body)) : []
}

export function saveOwnRules(db: Db, rules: readonly TermRule[]): void {
  sql<[]>(db, 'DELETE FROM publication_rules').run()
  sql<[string]>(db, 'INSERT INTO publication_rules VALUES (?)').run(JSON.stringify(rules))
}
